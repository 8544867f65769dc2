-- Everything that was written into a file or changed for the child, one row each, in columns that all kinds share:
-- the day, the kind, the row, its code, what was written, what the child said and in which language, whom it is about,
-- by whom, which row corrects it, which one it corrects, and what a link leads to.
DROP VIEW IF EXISTS desk_timeline;

CREATE VIEW desk_timeline AS
SELECT
    f.id AS file_id,
    f.opened_on AS day,
    'opened'::text AS kind,
    f.id AS row,
    ''::text AS code,
    ''::text AS written,
    ''::text AS said,
    ''::text AS spoken,
    u.name::text AS whom,
    ''::text AS author,
    NULL::bigint AS corrected_by,
    NULL::bigint AS corrects,
    f.id AS target
FROM casework_file AS f INNER JOIN access_unit AS u ON u.id = f.unit_id
UNION ALL
SELECT id, closed_on, 'closed', id, closing_reason, '', '', '', '', '', NULL, NULL, id
FROM casework_file WHERE closed_on IS NOT NULL
UNION ALL
SELECT w.file_id, w.first_day, 'worker', w.id, '', '', '', '', u.full_name, '', NULL, NULL, w.id
FROM casework_fileworker AS w INNER JOIN access_user AS u ON u.id = w.worker_id
UNION ALL
SELECT
    c.file_id, k.received_on, 'concern', c.id, k.urgency, k.worry, '', '', '', coalesce(u.full_name, ''), NULL, NULL, k.id
FROM casework_concernchild AS c
INNER JOIN casework_concern AS k ON k.id = c.concern_id
LEFT JOIN access_user AS u ON u.id = k.received_by_id
WHERE c.file_id IS NOT NULL
UNION ALL
SELECT
    a.file_id, a.made_on, 'assessment', a.id, '', a.conclusion, a.child_view, '', '', u.full_name, n.id, a.corrects_id, a.id
FROM casework_assessment AS a
INNER JOIN access_user AS u ON u.id = a.made_by_id
LEFT JOIN casework_assessment AS n ON n.corrects_id = a.id
UNION ALL
SELECT file_id, first_day, 'cause', id, kind, '', '', '', '', '', NULL, NULL, id
FROM casework_cause
UNION ALL
SELECT file_id, first_day, 'support', id, kind, account, '', '', given_by, '', NULL, NULL, id
FROM casework_support
UNION ALL
SELECT p.file_id, p.first_day, 'plan', p.id, p.aim, '', p.child_view, '', '', u.full_name, NULL, NULL, p.id
FROM casework_plan AS p INNER JOIN access_user AS u ON u.id = p.made_by_id
UNION ALL
SELECT
    v.file_id, v.visited_on, 'visit', v.id, v.purpose, v.account, v.child_words, '', '', u.full_name, n.id, v.corrects_id, v.id
FROM casework_visit AS v
INNER JOIN access_user AS u ON u.id = v.visited_by_id
LEFT JOIN casework_visit AS n ON n.corrects_id = v.id
UNION ALL
SELECT
    c.file_id, c.met_on, 'contact', c.id, c.kind, c.account, c.child_words, '',
    trim(p.given_name || ' ' || p.family_name), u.full_name, n.id, c.corrects_id, c.id
FROM casework_contact AS c
INNER JOIN people_person AS p ON p.id = c.relative_id
INNER JOIN access_user AS u ON u.id = c.recorded_by_id
LEFT JOIN casework_contact AS n ON n.corrects_id = c.id
UNION ALL
SELECT
    r.file_id, r.held_on, 'review', r.id, r.participation, r.conclusion, r.child_words, '', '',
    coalesce(u.full_name, ''), n.id, r.corrects_id, r.id
FROM casework_review AS r
LEFT JOIN access_user AS u ON u.id = r.led_by_id
LEFT JOIN casework_review AS n ON n.corrects_id = r.id
UNION ALL
SELECT
    p.file_id, p.meets_on, 'review_missed', p.id, p.missed_because, p.missed_account, '', '', '', u.full_name,
    NULL, NULL, p.id
FROM casework_plannedreview AS p INNER JOIN access_user AS u ON u.id = p.planned_by_id
WHERE p.missed_because IS NOT NULL
UNION ALL
SELECT o.file_id, o.noted_on, 'note', o.id, '', o.note, '', '', '', u.full_name, n.id, o.corrects_id, o.id
FROM casework_note AS o
INNER JOIN access_user AS u ON u.id = o.noted_by_id
LEFT JOIN casework_note AS n ON n.corrects_id = o.id
UNION ALL
SELECT
    c.file_id, q.asked_on, 'question', c.id, q.kind, q.why_now, '', '', '', u.full_name, NULL, NULL, q.id
FROM decisions_questionchild AS c
INNER JOIN decisions_question AS q ON q.id = c.question_id
INNER JOIN access_user AS u ON u.id = q.asked_by_id
UNION ALL
SELECT
    c.file_id, c.heard_on, 'hearing', c.id, c.heard_how, c.taken_up, c.words, c.heard_in, '', u.full_name,
    NULL, NULL, c.question_id
FROM decisions_questionchild AS c
INNER JOIN access_user AS u ON u.id = c.heard_by_id
WHERE c.heard_on IS NOT NULL
UNION ALL
SELECT
    c.file_id, c.prepared_on, 'child_prepared', c.id, '', c.explained, '', '', '', u.full_name,
    NULL, NULL, c.question_id
FROM decisions_questionchild AS c
INNER JOIN access_user AS u ON u.id = c.prepared_by_id
WHERE c.prepared_on IS NOT NULL
UNION ALL
SELECT
    o.file_id, t.told_on, 'told', t.id, t.how, t.words, t.reaction, t.language, '', u.full_name, NULL, NULL, d.question_id
FROM decisions_telling AS t
INNER JOIN decisions_outcome AS o ON o.id = t.outcome_id
INNER JOIN decisions_decision AS d ON d.id = o.decision_id
INNER JOIN access_user AS u ON u.id = t.told_by_id
UNION ALL
SELECT
    o.file_id, d.effective_on, 'decision', o.id, o.form, d.reasons, '', '', p.in_words, u.full_name, NULL, NULL, d.id
FROM decisions_outcome AS o
INNER JOIN decisions_decision AS d ON d.id = o.decision_id
INNER JOIN decisions_option AS p ON p.id = o.option_id
INNER JOIN access_user AS u ON u.id = d.issued_by_id
UNION ALL
SELECT
    c.file_id, m.meets_on, 'panel_called', m.id, '', m.agenda, '', '', '', u.full_name, NULL, NULL, m.id
FROM decisions_questionchild AS c
INNER JOIN decisions_panelmeeting AS m ON m.question_id = c.question_id
INNER JOIN access_user AS u ON u.id = m.called_by_id
UNION ALL
SELECT
    c.file_id, s.first_day, 'panel_member', s.id, s.discipline, '', '', '', u.full_name, '', NULL, NULL, c.question_id
FROM decisions_questionchild AS c
INNER JOIN decisions_panelseat AS s ON s.question_id = c.question_id
INNER JOIN access_user AS u ON u.id = s.member_id
UNION ALL
SELECT
    c.file_id, r.resolved_on, 'panel_said', r.id, r.kind, r.reasons, '', '', '', u.full_name, NULL, NULL, m.id
FROM decisions_questionchild AS c
INNER JOIN decisions_panelmeeting AS m ON m.question_id = c.question_id
INNER JOIN decisions_resolution AS r ON r.meeting_id = m.id
INNER JOIN access_user AS u ON u.id = r.recorded_by_id
UNION ALL
SELECT
    c.file_id, k.met_on, 'condition_met', k.id, '', k.result, '', '', k.what, u.full_name, NULL, NULL, m.id
FROM decisions_questionchild AS c
INNER JOIN decisions_panelmeeting AS m ON m.question_id = c.question_id
INNER JOIN decisions_resolution AS r ON r.meeting_id = m.id
INNER JOIN decisions_condition AS k ON k.resolution_id = r.id
INNER JOIN access_user AS u ON u.id = k.met_by_id
UNION ALL
-- From the day after the one it was to be done by; whoever reads the view leaves out days that have not come.
SELECT
    c.file_id, k.due_on + 1, 'condition_late', k.id, '', '', '', '', k.what, u.full_name, NULL, NULL, m.id
FROM decisions_questionchild AS c
INNER JOIN decisions_panelmeeting AS m ON m.question_id = c.question_id
INNER JOIN decisions_resolution AS r ON r.meeting_id = m.id
INNER JOIN decisions_condition AS k ON k.resolution_id = r.id
INNER JOIN access_user AS u ON u.id = k.responsible_id
WHERE k.met_on IS NULL OR k.met_on > k.due_on
UNION ALL
SELECT p.file_id, p.first_day, 'stay_began', p.id, p.form, '', '', '', h.name, '', NULL, NULL, h.id
FROM placements_placement AS p INNER JOIN homes_home AS h ON h.id = p.home_id
UNION ALL
SELECT p.file_id, p.last_day, 'stay_ended', p.id, p.end_reason, '', '', '', h.name, '', NULL, NULL, h.id
FROM placements_placement AS p INNER JOIN homes_home AS h ON h.id = p.home_id
WHERE p.last_day IS NOT NULL
UNION ALL
SELECT p.file_id, a.first_day, 'absence', a.id, a.kind, a.account, '', '', '', '', NULL, NULL, a.id
FROM placements_absence AS a INNER JOIN placements_placement AS p ON p.id = a.placement_id
UNION ALL
SELECT
    g.file_id, g.first_day, 'guardian', g.id, g.kind, '', '', '',
    coalesce(g.body, trim(p.given_name || ' ' || p.family_name), ''), '', NULL, NULL, g.id
FROM law_guardianship AS g LEFT JOIN people_person AS p ON p.id = g.guardian_id
UNION ALL
SELECT file_id, first_day, 'legal_status', id, kind, '', '', '', ordered_by, '', NULL, NULL, id
FROM law_legalstatus
UNION ALL
-- The packs name the events: the code says in whose pack. What was corrected is read on the page of the path.
SELECT
    e.file_id, e.happened_on, 'legal_path', e.id, f.jurisdiction || ':' || e.event, e.note, '', '', '', u.full_name,
    NULL, NULL, e.id
FROM law_pathevent AS e
INNER JOIN casework_file AS f ON f.id = e.file_id
INNER JOIN access_user AS u ON u.id = e.recorded_by_id
WHERE NOT e.did_not_happen AND NOT EXISTS (SELECT FROM law_pathevent AS n WHERE n.corrects_id = e.id)
UNION ALL
SELECT file_id, opened_on, 'proceeding', id, kind, '', '', '', concat_ws(', ', nullif(seat, ''), nullif(case_number, '')), '', NULL, NULL, id
FROM law_proceeding
UNION ALL
SELECT file_id, closed_on, 'proceeding_was_closed', id, outcome, '', '', '', concat_ws(', ', nullif(seat, ''), nullif(case_number, '')), '', NULL, NULL, id
FROM law_proceeding WHERE closed_on IS NOT NULL
UNION ALL
SELECT p.file_id, s.done_on, 'proceeding_step', s.id, s.kind, s.result, '', '', s.what, '', NULL, NULL, p.id
FROM law_proceedingstep AS s INNER JOIN law_proceeding AS p ON p.id = s.proceeding_id
WHERE s.done_on IS NOT NULL AND s.put_off_because IS NULL
UNION ALL
SELECT p.file_id, s.done_on, 'hearing_put_off', s.id, s.put_off_because, s.result, '', '', s.what, '', NULL, NULL, p.id
FROM law_proceedingstep AS s INNER JOIN law_proceeding AS p ON p.id = s.proceeding_id
WHERE s.put_off_because IS NOT NULL
UNION ALL
SELECT p.file_id, b.first_day, 'proceeding_blocked', b.id, b.reason, b.account, '', '', '', '', NULL, NULL, p.id
FROM law_blocker AS b INNER JOIN law_proceeding AS p ON p.id = b.proceeding_id
UNION ALL
SELECT e.file_id, e.sealed_on, 'envelope_sealed', e.id, '', '', '', '', '', u.full_name, NULL, NULL, e.id
FROM law_envelope AS e INNER JOIN access_user AS u ON u.id = e.sealed_by_id
UNION ALL
SELECT e.file_id, o.agreed_on, 'envelope_agreed', o.id, o.purpose, '', '', '', '', u.full_name, NULL, NULL, e.id
FROM law_envelopeopening AS o
INNER JOIN law_envelope AS e ON e.id = o.envelope_id
INNER JOIN access_user AS u ON u.id = o.agreed_by_id
UNION ALL
-- Why it was refused is read only by those who may open it.
SELECT e.file_id, o.refused_on, 'envelope_refused', o.id, o.purpose, '', '', '', '', u.full_name, NULL, NULL, e.id
FROM law_envelopeopening AS o
INNER JOIN law_envelope AS e ON e.id = o.envelope_id
INNER JOIN access_user AS u ON u.id = o.refused_by_id;

COMMENT ON VIEW desk_timeline IS 'What happened in a file, by day; read by its timeline and for the child''s latest words.';
