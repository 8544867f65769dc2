-- The facts that clocks count from are gathered by an app above; until it is there, there are none.
DO $$
BEGIN
    IF to_regclass('public.law_clock_fact') IS NULL THEN
        CREATE VIEW law_clock_fact AS
        SELECT NULL::uuid AS chain, ''::text AS fact, NULL::date AS day, NULL::date AS ends, ''::text AS ref
        WHERE false;
    END IF;
END $$;

-- The facts of one file, for the recomputing in every act: a session plans the long view once and not each time.
CREATE OR REPLACE FUNCTION kernel_clock_facts_of(file uuid)
RETURNS TABLE (fact text, day date, ends date, ref text) LANGUAGE plpgsql STABLE AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY SELECT f.fact, f.day, f.ends, f.ref FROM law_clock_fact AS f WHERE f.chain = file;
END $$;
