-- Runs of days on which a child lives in a home that is not the birth family's, from stay to stay without a gap.
CREATE OR REPLACE VIEW law_time_in_care AS
WITH stay AS (
    SELECT
        f.key,
        f.id AS file_id,
        p.first_day,
        p.last_day,
        lag(coalesce(p.last_day, 'infinity'::date)) OVER (PARTITION BY f.key ORDER BY p.first_day) AS before
    FROM placements_placement AS p
    INNER JOIN casework_file AS f ON f.id = p.file_id
    WHERE p.form <> 'birth_family'
),

run AS (
    SELECT
        key,
        file_id,
        first_day,
        last_day,
        sum(CASE WHEN before >= first_day - 1 THEN 0 ELSE 1 END) OVER (PARTITION BY key ORDER BY first_day) AS nr
    FROM stay
)

SELECT
    key AS chain,
    file_id,
    min(first_day) AS first_day,
    nullif(max(coalesce(last_day, 'infinity'::date)), 'infinity'::date) AS last_day
FROM run
GROUP BY key, file_id, nr;
