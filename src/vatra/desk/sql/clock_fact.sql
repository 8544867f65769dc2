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
-- A reason that was written counts where a decision that holds did part these two.
SELECT f.key, 'siblings_apart', s.look_again_on, f.closed_on, s.id::text
FROM decisions_separation AS s
INNER JOIN casework_file AS f ON f.id = s.file_id
INNER JOIN decisions_decision AS d ON d.question_id = s.question_id
WHERE NOT EXISTS (SELECT 1 FROM decisions_withdrawal AS w WHERE w.decision_id = d.id)
AND NOT EXISTS (SELECT 1 FROM decisions_decision AS n WHERE n.supersedes_id = d.id)
AND NOT EXISTS (
    SELECT 1 FROM decisions_outcome AS one
    INNER JOIN decisions_outcome AS other ON other.decision_id = one.decision_id AND other.option_id = one.option_id
    INNER JOIN casework_file AS o ON o.id = other.file_id
    WHERE one.decision_id = d.id AND one.file_id = s.file_id AND o.child_id = s.sibling_id
)
UNION ALL
-- A child is told of a decision until a later one supersedes it or it is withdrawn; the ref is the child's outcome.
SELECT
    f.key,
    'child_to_tell',
    (d.issued_at AT TIME ZONE 'Europe/Belgrade')::date,
    least((n.issued_at AT TIME ZONE 'Europe/Belgrade')::date, w.withdrawn_on) - 1,
    o.id::text
FROM decisions_outcome AS o
INNER JOIN casework_file AS f ON f.id = o.file_id
INNER JOIN decisions_decision AS d ON d.id = o.decision_id
LEFT JOIN decisions_decision AS n ON n.supersedes_id = d.id
LEFT JOIN decisions_withdrawal AS w ON w.decision_id = d.id
UNION ALL
SELECT f.key, 'child_told', t.told_on, NULL, o.id::text
FROM decisions_telling AS t
INNER JOIN decisions_outcome AS o ON o.id = t.outcome_id
INNER JOIN casework_file AS f ON f.id = o.file_id
UNION ALL
-- Two people have said why the child cannot be told.
SELECT f.key, 'child_told', t.confirmed_on, NULL, o.id::text
FROM decisions_nottold AS t
INNER JOIN decisions_outcome AS o ON o.id = t.outcome_id
INNER JOIN casework_file AS f ON f.id = o.file_id
WHERE t.confirmed_on IS NOT NULL
UNION ALL
-- A decision made in a night is followed by a full one; a decision that was taken back counts for nothing.
SELECT
    f.key,
    CASE WHEN q.kind = 'emergency' THEN 'emergency_decision' ELSE 'full_decision' END,
    (d.issued_at AT TIME ZONE 'Europe/Belgrade')::date,
    f.closed_on,
    d.id::text
FROM decisions_outcome AS o
INNER JOIN decisions_decision AS d ON d.id = o.decision_id
INNER JOIN decisions_question AS q ON q.id = d.question_id
INNER JOIN casework_file AS f ON f.id = o.file_id
WHERE q.kind <> 'contact_restriction'
AND NOT EXISTS (SELECT 1 FROM decisions_withdrawal AS w WHERE w.decision_id = d.id)
UNION ALL
-- What fell on appeal has to be decided anew, by a decision that supersedes it.
SELECT f.key, 'decision_fell', a.decided_on, f.closed_on, d.id::text
FROM decisions_appeal AS a
INNER JOIN decisions_decision AS d ON d.id = a.decision_id
INNER JOIN decisions_outcome AS o ON o.decision_id = d.id
INNER JOIN casework_file AS f ON f.id = o.file_id
WHERE a.outcome IN ('changed', 'overturned')
UNION ALL
SELECT f.key, 'decided_anew', (n.issued_at AT TIME ZONE 'Europe/Belgrade')::date, NULL, n.supersedes_id::text
FROM decisions_decision AS n
INNER JOIN decisions_outcome AS o ON o.decision_id = n.id
INNER JOIN casework_file AS f ON f.id = o.file_id
WHERE n.supersedes_id IS NOT NULL
UNION ALL
-- Every condition of a panel is a task of each child's file; it lapses with the question or the file.
SELECT f.key, 'panel_condition', k.due_on, least(f.closed_on, q.withdrawn_on), k.id::text
FROM decisions_condition AS k
INNER JOIN decisions_resolution AS r ON r.id = k.resolution_id
INNER JOIN decisions_panelmeeting AS m ON m.id = r.meeting_id
INNER JOIN decisions_question AS q ON q.id = m.question_id
INNER JOIN decisions_questionchild AS c ON c.question_id = q.id
INNER JOIN casework_file AS f ON f.id = c.file_id
UNION ALL
-- A condition met early is settled on its day: a clock counts only what lies after its start.
SELECT f.key, 'panel_condition_met', greatest(k.met_on, k.due_on), NULL, k.id::text
FROM decisions_condition AS k
INNER JOIN decisions_resolution AS r ON r.id = k.resolution_id
INNER JOIN decisions_panelmeeting AS m ON m.id = r.meeting_id
INNER JOIN decisions_questionchild AS c ON c.question_id = m.question_id
INNER JOIN casework_file AS f ON f.id = c.file_id
WHERE k.met_on IS NOT NULL;
