-- The periods that belonging is counted from (R-10): stays, days with a named carer in the home of a stay, guardians, plans,
-- and days on which a next review was set.
DROP VIEW IF EXISTS desk_tie;

CREATE VIEW desk_tie AS
SELECT
    file_id,
    'stays'::text AS kind,
    first_day,
    last_day,
    form::text AS form,
    end_reason::text AS end_reason
FROM placements_placement
UNION ALL
SELECT p.file_id, 'carers', greatest(p.first_day, c.first_day), least(p.last_day, c.last_day), '', NULL
FROM placements_placement AS p
INNER JOIN homes_carer AS c
    ON c.home_id = p.home_id
    AND (p.last_day IS NULL OR c.first_day <= p.last_day)
    AND (c.last_day IS NULL OR c.last_day >= p.first_day)
UNION ALL
SELECT file_id, 'guardians', first_day, last_day, '', NULL FROM law_guardianship
UNION ALL
SELECT file_id, 'plans', first_day, last_day, '', NULL FROM casework_plan
UNION ALL
SELECT r.file_id, 'reviews', r.held_on, r.next_on, '', NULL
FROM casework_review AS r
WHERE r.next_on IS NOT NULL AND NOT EXISTS (SELECT 1 FROM casework_review AS n WHERE n.corrects_id = r.id)
UNION ALL
SELECT file_id, 'reviews', first_day, review_on, '', NULL FROM casework_plan
UNION ALL
SELECT o.file_id, 'reviews', d.effective_on, d.review_on, '', NULL
FROM decisions_outcome AS o INNER JOIN decisions_decision AS d ON d.id = o.decision_id;

COMMENT ON VIEW desk_tie IS 'What ties a child in care to people: home, carer, guardian, plan and next review, as periods.';
