-- Facts of law: on what ground the child is in care, and who is guardian.
CREATE OR REPLACE VIEW law_fact_of_law AS
SELECT f.key AS chain, 'legal_status'::text AS fact, s.first_day AS day, s.last_day AS ends, s.id::text AS ref
FROM law_legalstatus AS s INNER JOIN casework_file AS f ON f.id = s.file_id
UNION ALL
-- The last day of a legal status while the child is in care: what follows has to be decided before it.
SELECT t.chain, 'order_expires', s.last_day, t.last_day, s.id::text
FROM law_legalstatus AS s
INNER JOIN law_time_in_care AS t ON t.file_id = s.file_id
WHERE s.last_day >= t.first_day AND s.last_day <= coalesce(t.last_day, 'infinity'::date)
UNION ALL
-- A planned step is a task by its day; it falls away with the proceeding or the file.
SELECT f.key, 'legal_step_open', s.due_on, least(p.closed_on, f.closed_on), s.id::text
FROM law_proceedingstep AS s
INNER JOIN law_proceeding AS p ON p.id = s.proceeding_id
INNER JOIN casework_file AS f ON f.id = p.file_id
UNION ALL
-- A step taken early is settled on its day: a clock counts only what lies after its start.
SELECT f.key, 'legal_step_done', greatest(s.done_on, s.due_on), NULL, s.id::text
FROM law_proceedingstep AS s
INNER JOIN law_proceeding AS p ON p.id = s.proceeding_id
INNER JOIN casework_file AS f ON f.id = p.file_id
WHERE s.done_on IS NOT NULL
UNION ALL
SELECT f.key, 'guardian', g.first_day, g.last_day, g.id::text
FROM law_guardianship AS g INNER JOIN casework_file AS f ON f.id = g.file_id
UNION ALL
-- The days in care on which nobody is guardian, each gap from its first day to its last.
SELECT t.chain, 'without_guardian', lower(gap.days), upper(gap.days) - 1, ''
FROM law_time_in_care AS t
CROSS JOIN LATERAL (
    SELECT
        unnest(
            datemultirange(daterange(t.first_day, t.last_day, '[]'))
            - coalesce(range_agg(daterange(g.first_day, g.last_day, '[]')), '{}'::datemultirange)
        ) AS days
    FROM law_guardianship AS g
    WHERE g.file_id = t.file_id
) AS gap;
