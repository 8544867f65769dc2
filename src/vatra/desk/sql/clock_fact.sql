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

-- The same for one file or home, for the recomputing in every act. A session plans the long views once and not each
-- time; and most acts are about somebody who has no clocks, or a file in which nothing was decided yet.
CREATE OR REPLACE FUNCTION law_clock_facts_of(file_or_home uuid)
RETURNS TABLE (fact text, day date, ends date, ref text) LANGUAGE plpgsql STABLE AS $$
#variable_conflict use_column
DECLARE
    child bigint := (SELECT f.id FROM casework_file AS f WHERE f.key = file_or_home);
    home bigint := (SELECT h.id FROM homes_home AS h WHERE h.key = file_or_home);
BEGIN
    IF child IS NULL AND home IS NULL THEN
        RETURN;
    END IF;
    RETURN QUERY SELECT f.fact, f.day, f.ends, f.ref FROM law_fact_of_casework AS f WHERE f.chain = file_or_home;
    IF home IS NOT NULL OR EXISTS (SELECT FROM placements_placement AS p WHERE p.file_id = child) THEN
        RETURN QUERY SELECT f.fact, f.day, f.ends, f.ref FROM law_fact_of_care AS f WHERE f.chain = file_or_home;
    END IF;
    IF child IS NULL THEN
        RETURN;
    END IF;
    RETURN QUERY SELECT f.fact, f.day, f.ends, f.ref FROM law_fact_of_law AS f WHERE f.chain = file_or_home;
    IF EXISTS (SELECT FROM decisions_questionchild AS q WHERE q.file_id = child)
        OR EXISTS (SELECT FROM decisions_outcome AS o WHERE o.file_id = child)
        OR EXISTS (SELECT FROM decisions_separation AS s WHERE s.file_id = child)
    THEN
        RETURN QUERY SELECT f.fact, f.day, f.ends, f.ref FROM law_fact_of_decisions AS f WHERE f.chain = file_or_home;
    END IF;
END $$;
