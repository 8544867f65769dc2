-- The facts that clocks count from are gathered by an app above; until it is there, there are none.
DO $$
BEGIN
    IF to_regclass('public.law_clock_fact') IS NULL THEN
        CREATE VIEW law_clock_fact AS
        SELECT NULL::uuid AS chain, ''::text AS fact, NULL::date AS day, NULL::date AS ends, ''::text AS ref
        WHERE false;
    END IF;
END $$;
