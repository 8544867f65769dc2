-- Who stands around a child, and when: the child, parents, carers of the home, guardian. It stands here because it needs
-- the apps of homes, placements and guardianship; casework reads it as the unmanaged model AroundChild.
DROP VIEW IF EXISTS casework_around;

CREATE VIEW casework_around AS
SELECT f.id AS file_id, 'child'::text AS part, f.child_id AS person_id, ''::text AS name, f.opened_on AS first_day, NULL::date AS last_day
FROM casework_file AS f
UNION ALL
SELECT f.id, 'parent', k.relative_id, '', f.opened_on, NULL
FROM casework_file AS f
INNER JOIN people_kinship AS k ON k.person_id = f.child_id AND k.kind IN ('mother', 'father', 'parent')
INNER JOIN people_person AS p ON p.id = k.relative_id AND p.died_on IS NULL
UNION ALL
SELECT p.file_id, 'carer', c.person_id, '', greatest(p.first_day, c.first_day), least(p.last_day, c.last_day)
FROM placements_placement AS p INNER JOIN homes_carer AS c ON c.home_id = p.home_id
UNION ALL
SELECT file_id, 'guardian', guardian_id, coalesce(body, ''), first_day, last_day FROM law_guardianship;

COMMENT ON VIEW casework_around IS 'Who stands around a child; read to invite to a review.';
