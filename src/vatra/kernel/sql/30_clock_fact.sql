-- The facts that clocks count from are gathered by an app above; until it is there, there are none.
DO $$
BEGIN
    IF to_regclass('public.law_clock_fact') IS NULL THEN
        CREATE VIEW law_clock_fact AS
        SELECT NULL::uuid AS chain, ''::text AS fact, NULL::date AS day, NULL::date AS ends, ''::text AS ref
        WHERE false;
    END IF;
    IF to_regprocedure('public.law_clock_facts_of(uuid)') IS NULL THEN
        CREATE FUNCTION law_clock_facts_of(file_or_home uuid)
        RETURNS TABLE (fact text, day date, ends date, ref text) LANGUAGE sql STABLE AS
        'SELECT f.fact, f.day, f.ends, f.ref FROM law_clock_fact AS f WHERE f.chain = file_or_home';
    END IF;
END $$;

DROP FUNCTION IF EXISTS kernel_clock_facts_of(uuid);
