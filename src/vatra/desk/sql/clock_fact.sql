-- The dated facts that start, repeat and satisfy clocks, from every app (see kernel.duty); named in law/facts.py.
DROP VIEW IF EXISTS law_clock_fact;

CREATE VIEW law_clock_fact AS
SELECT chain, fact, day, ends, ref FROM law_fact_of_care
UNION ALL
SELECT chain, fact, day, ends, ref FROM law_fact_of_casework
UNION ALL
SELECT chain, fact, day, ends, ref FROM law_fact_of_law
UNION ALL
SELECT chain, fact, day, ends, ref FROM law_fact_of_decisions;
