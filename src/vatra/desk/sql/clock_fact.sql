-- The dated facts that start, repeat and satisfy clocks, from every app (see kernel.duty).
DROP VIEW IF EXISTS law_clock_fact;

CREATE VIEW law_clock_fact AS
WITH stay AS (
    SELECT
        f.key,
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
        first_day,
        last_day,
        sum(CASE WHEN before >= first_day - 1 THEN 0 ELSE 1 END) OVER (PARTITION BY key ORDER BY first_day) AS nr
    FROM stay
),

time_in_care AS (
    SELECT
        key,
        nr,
        min(first_day) AS first_day,
        nullif(max(coalesce(last_day, 'infinity'::date)), 'infinity'::date) AS last_day
    FROM run
    GROUP BY key, nr
)

SELECT key AS chain, 'file_open' AS fact, opened_on AS day, closed_on AS ends, '' AS ref
FROM casework_file
UNION ALL
SELECT key, 'time_in_care', first_day, last_day, '' FROM time_in_care
UNION ALL
SELECT f.key, 'stay', p.first_day, p.last_day, p.id::text
FROM placements_placement AS p INNER JOIN casework_file AS f ON f.id = p.file_id
UNION ALL
-- The follow-up after a return ends when the child comes back into care or the file is closed.
SELECT
    f.key,
    'returned_home',
    p.last_day,
    least(
        f.closed_on,
        (SELECT min(q.first_day) FROM placements_placement AS q WHERE q.file_id = p.file_id AND q.first_day > p.last_day)
    ),
    p.id::text
FROM placements_placement AS p
INNER JOIN casework_file AS f ON f.id = p.file_id
WHERE p.end_reason IN ('returned_home', 'returned_unplanned')
UNION ALL
SELECT f.key, 'young_child_exception', p.exception_until, p.last_day, p.id::text
FROM placements_placement AS p INNER JOIN casework_file AS f ON f.id = p.file_id
WHERE p.exception_until IS NOT NULL
UNION ALL
SELECT f.key, 'review', r.held_on, NULL, r.id::text
FROM casework_review AS r INNER JOIN casework_file AS f ON f.id = r.file_id
WHERE NOT EXISTS (SELECT 1 FROM casework_review AS c WHERE c.corrects_id = r.id)
UNION ALL
SELECT f.key, CASE WHEN v.purpose = 'after_return' THEN 'visit_after_return' ELSE 'visit' END, v.visited_on, NULL, v.id::text
FROM casework_visit AS v INNER JOIN casework_file AS f ON f.id = v.file_id
WHERE v.saw_child AND NOT EXISTS (SELECT 1 FROM casework_visit AS c WHERE c.corrects_id = v.id)
UNION ALL
SELECT f.key, 'family_contact', t.met_on, NULL, t.id::text
FROM casework_contact AS t INNER JOIN casework_file AS f ON f.id = t.file_id
WHERE t.kind <> 'did_not_happen' AND NOT EXISTS (SELECT 1 FROM casework_contact AS c WHERE c.corrects_id = t.id)
UNION ALL
SELECT f.key, 'assessment', a.made_on, NULL, a.id::text
FROM casework_assessment AS a INNER JOIN casework_file AS f ON f.id = a.file_id
UNION ALL
SELECT f.key, 'plan', p.first_day, p.last_day, p.id::text
FROM casework_plan AS p INNER JOIN casework_file AS f ON f.id = p.file_id
UNION ALL
SELECT f.key, 'goal_open', g.due_on, p.last_day, g.id::text
FROM casework_goal AS g
INNER JOIN casework_plan AS p ON p.id = g.plan_id
INNER JOIN casework_file AS f ON f.id = p.file_id
WHERE g.result IS NULL
UNION ALL
SELECT f.key, 'siblings_apart', s.look_again_on, NULL, s.id::text
FROM decisions_separation AS s
INNER JOIN casework_file AS f ON f.id = s.file_id
INNER JOIN decisions_decision AS d ON d.question_id = s.question_id;
