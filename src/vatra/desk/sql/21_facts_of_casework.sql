-- Facts of the file: what was written into it and when.
CREATE OR REPLACE VIEW law_fact_of_casework AS
SELECT key AS chain, 'file_open'::text AS fact, opened_on AS day, closed_on AS ends, ''::text AS ref
FROM casework_file
UNION ALL
-- Whose law a file or a home stands under; the rules of no other pack act on it.
SELECT key, 'jurisdiction', opened_on, NULL, jurisdiction FROM casework_file
UNION ALL
SELECT key, 'jurisdiction', first_day, NULL, jurisdiction FROM homes_home
UNION ALL
SELECT f.key, 'review', r.held_on, NULL, r.id::text
FROM casework_review AS r INNER JOIN casework_file AS f ON f.id = r.file_id
WHERE NOT EXISTS (SELECT 1 FROM casework_review AS c WHERE c.corrects_id = r.id)
UNION ALL
-- The first review of each time in care, from which the second is counted.
SELECT t.chain, 'first_review', r.held_on, t.last_day, ''
FROM law_time_in_care AS t
CROSS JOIN LATERAL (
    SELECT min(r.held_on) AS held_on FROM casework_review AS r
    WHERE r.file_id = t.file_id AND r.held_on >= t.first_day AND r.held_on <= coalesce(t.last_day, 'infinity'::date)
    AND NOT EXISTS (SELECT 1 FROM casework_review AS c WHERE c.corrects_id = r.id)
) AS r
WHERE r.held_on IS NOT NULL
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
SELECT f.key, 'leaving_care_plan', p.first_day, p.last_day, p.id::text
FROM casework_plan AS p INNER JOIN casework_file AS f ON f.id = p.file_id
WHERE 'own_life' IN (p.aim, p.other_aim)
UNION ALL
SELECT f.key, 'goal_open', g.due_on, p.last_day, g.id::text
FROM casework_goal AS g
INNER JOIN casework_plan AS p ON p.id = g.plan_id
INNER JOIN casework_file AS f ON f.id = p.file_id
WHERE g.result IS NULL;
