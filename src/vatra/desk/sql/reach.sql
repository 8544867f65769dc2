-- Who may see which file, in which capacity and role, on which days (R-45). One rule for pages and lists.
-- It stands here because it needs every app; access reads it as the unmanaged model Reach.
DROP VIEW IF EXISTS access_reach;

CREATE VIEW access_reach AS
-- The worker who answers for the child, while appointed.
SELECT
    w.file_id,
    a.user_id,
    'responsible'::text AS capacity,
    a.role::text AS role,
    greatest(w.first_day, a.first_day) AS first_day,
    least(w.last_day, a.last_day) AS last_day
FROM casework_fileworker AS w
INNER JOIN access_appointment AS a ON a.user_id = w.worker_id AND a.role = 'social_worker'
UNION ALL
-- Colleagues of the same team, who cover for each other.
SELECT f.id, a.user_id, 'team', a.role::text, a.first_day, a.last_day
FROM casework_file AS f
INNER JOIN access_appointment AS a ON a.unit_id = f.unit_id AND a.role = 'social_worker'
UNION ALL
-- Those who answer for a unit and all units below it.
SELECT f.id, a.user_id, 'unit', a.role::text, a.first_day, a.last_day
FROM casework_file AS f
INNER JOIN access_unit AS u ON u.id = f.unit_id
INNER JOIN access_appointment AS a
    ON a.unit_id = ANY(u.lineage)
    AND a.role IN ('supervisor', 'placement_officer', 'safeguarding_officer', 'auditor')
UNION ALL
-- Members and guests of the panel who declared that they have no conflict, for the children of their question only,
-- while they are appointed to panels.
SELECT
    c.file_id,
    s.member_id,
    'panel',
    a.role::text,
    greatest(s.first_day, a.first_day),
    least(s.last_day, a.last_day)
FROM decisions_panelseat AS s
INNER JOIN decisions_questionchild AS c ON c.question_id = s.question_id
INNER JOIN access_appointment AS a ON a.user_id = s.member_id AND a.role = 'panel_member'
WHERE s.has_conflict IS FALSE
UNION ALL
-- A carer, while the child lives in the home and the carer cares there.
SELECT
    p.file_id,
    person.user_id,
    'carer',
    'carer',
    greatest(p.first_day, c.first_day),
    least(p.last_day, c.last_day)
FROM placements_placement AS p
INNER JOIN homes_carer AS c ON c.home_id = p.home_id
INNER JOIN people_person AS person ON person.id = c.person_id AND person.user_id IS NOT NULL
UNION ALL
-- The child, or the grown-up care leaver, for life.
SELECT f.id, person.user_id, 'self', 'young_person', f.opened_on, NULL::date
FROM casework_file AS f
INNER JOIN people_person AS person ON person.id = f.child_id AND person.user_id IS NOT NULL;

COMMENT ON VIEW access_reach IS 'Who may see which file today and why; read by page and list alike.';
