-- What each child in care lacks on one day (R-10), for the files of some units: the same answer as desk/belonging.py gives
-- for one child. A child is in care by its latest stay, until that one led out of care or the file was closed.
DROP FUNCTION IF EXISTS desk_belonging;

CREATE FUNCTION desk_belonging(on_day date, of_units bigint[], left_care text[])
RETURNS TABLE (
    file_id bigint,
    unit_id bigint,
    without_home boolean,
    without_carer boolean,
    without_guardian boolean,
    without_plan boolean,
    without_review boolean
)
LANGUAGE sql STABLE AS $$
WITH latest AS (
    SELECT DISTINCT ON (p.file_id) p.file_id, p.form, p.end_reason, p.last_day
    FROM placements_placement AS p
    INNER JOIN casework_file AS f ON f.id = p.file_id
    WHERE p.first_day <= on_day AND f.unit_id = ANY(of_units) AND (f.closed_on IS NULL OR f.closed_on >= on_day)
    ORDER BY p.file_id, p.first_day DESC
),

care AS (
    SELECT f.id, f.unit_id, s.last_day IS NULL OR s.last_day >= on_day AS has_home
    FROM latest AS s INNER JOIN casework_file AS f ON f.id = s.file_id
    WHERE s.form <> 'birth_family' AND (s.last_day IS NULL OR s.last_day >= on_day OR NOT coalesce(s.end_reason = ANY(left_care), false))
),

tied AS (
    SELECT t.file_id, t.kind FROM desk_tie AS t
    WHERE t.kind <> 'stays' AND t.first_day <= on_day AND (t.last_day IS NULL OR t.last_day >= on_day)
)

SELECT
    c.id,
    c.unit_id,
    NOT c.has_home,
    c.has_home AND NOT EXISTS (SELECT 1 FROM tied AS t WHERE t.file_id = c.id AND t.kind = 'carers'),
    NOT EXISTS (SELECT 1 FROM tied AS t WHERE t.file_id = c.id AND t.kind = 'guardians'),
    NOT EXISTS (SELECT 1 FROM tied AS t WHERE t.file_id = c.id AND t.kind = 'plans'),
    NOT EXISTS (SELECT 1 FROM tied AS t WHERE t.file_id = c.id AND t.kind = 'reviews')
FROM care AS c
$$;
