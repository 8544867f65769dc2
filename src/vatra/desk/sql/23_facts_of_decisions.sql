-- Facts of decisions: what was decided, told, appealed and asked for.
CREATE OR REPLACE VIEW law_fact_of_decisions AS
-- A reason that was written counts where a decision that holds did part these two.
SELECT f.key AS chain, 'siblings_apart'::text AS fact, s.look_again_on AS day, f.closed_on AS ends, s.id::text AS ref
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
WHERE k.met_on IS NOT NULL
UNION ALL
-- A decision about leaving care is a plan for it.
SELECT f.key, 'leaving_care_plan', (d.issued_at AT TIME ZONE 'Europe/Belgrade')::date, NULL, d.id::text
FROM decisions_outcome AS o
INNER JOIN decisions_decision AS d ON d.id = o.decision_id
INNER JOIN decisions_question AS q ON q.id = d.question_id
INNER JOIN casework_file AS f ON f.id = o.file_id
WHERE q.kind = 'leaving_care'
AND NOT EXISTS (SELECT 1 FROM decisions_withdrawal AS w WHERE w.decision_id = d.id);
