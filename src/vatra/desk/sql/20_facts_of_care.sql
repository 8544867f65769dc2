-- Facts of homes and stays: where a child lives, how care began and ended.
CREATE OR REPLACE VIEW law_fact_of_care AS
SELECT chain, 'time_in_care'::text AS fact, first_day AS day, last_day AS ends, ''::text AS ref FROM law_time_in_care
UNION ALL
SELECT f.key, 'stay', p.first_day, p.last_day, p.id::text
FROM placements_placement AS p INNER JOIN casework_file AS f ON f.id = p.file_id
UNION ALL
SELECT f.key, 'stay_in_family', p.first_day, p.last_day, p.id::text
FROM placements_placement AS p INNER JOIN casework_file AS f ON f.id = p.file_id
WHERE p.form NOT IN ('small_group_home', 'residential', 'hospital', 'detention')
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
-- The exception for a child under three has a last day; from the third birthday on it is none.
SELECT f.key, 'young_child_exception', p.exception_until, least(p.last_day, (c.birth_on + interval '3 years')::date - 1), p.id::text
FROM placements_placement AS p
INNER JOIN casework_file AS f ON f.id = p.file_id
INNER JOIN people_person AS c ON c.id = f.child_id
WHERE p.exception_until IS NOT NULL
UNION ALL
-- In care on the birthday from which leaving care is prepared, or come into care after it.
SELECT t.chain, 'in_care_aged_' || age.years, greatest(t.first_day, birthday.day), t.last_day, ''
FROM law_time_in_care AS t
INNER JOIN casework_file AS f ON f.id = t.file_id
INNER JOIN people_person AS c ON c.id = f.child_id
CROSS JOIN (VALUES (15), (16)) AS age (years)
CROSS JOIN LATERAL (SELECT (c.birth_on + make_interval(years => age.years))::date AS day) AS birthday
WHERE birthday.day <= coalesce(t.last_day, 'infinity'::date)
AND t.first_day < (c.birth_on + interval '18 years')::date
UNION ALL
-- Left care at sixteen or older, and not to a family or another authority: followed up until an age, or back in care.
SELECT
    t.chain,
    'left_care_until_' || age.years,
    t.last_day,
    least(
        f.closed_on,
        (c.birth_on + make_interval(years => age.years))::date - 1,
        (SELECT min(q.first_day) FROM placements_placement AS q WHERE q.file_id = t.file_id AND q.first_day > t.last_day) - 1
    ),
    ''
FROM law_time_in_care AS t
INNER JOIN casework_file AS f ON f.id = t.file_id
INNER JOIN people_person AS c ON c.id = f.child_id
INNER JOIN placements_placement AS p ON p.file_id = t.file_id AND p.last_day = t.last_day
CROSS JOIN (VALUES (21), (26)) AS age (years)
WHERE t.last_day >= (c.birth_on + interval '16 years')::date
AND p.end_reason NOT IN ('returned_home', 'returned_unplanned', 'adopted', 'other_authority', 'abroad', 'died')
UNION ALL
-- Homes have clocks of their own: for how many children a home is agreed is looked at again.
SELECT h.key, 'home_agreed', a.first_day, h.last_day, ''
FROM homes_capacity AS a INNER JOIN homes_home AS h ON h.id = a.home_id
WHERE h.form NOT IN ('birth_family', 'hospital', 'detention');
