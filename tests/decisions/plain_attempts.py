"""What a program could try with plain SQL, as the role of the application, past every rule and every page."""

# Each takes the number of a row, counted from the oldest, and of somebody who would have done it.
_NTH = "(SELECT id FROM {table} ORDER BY id OFFSET %(nth)s LIMIT 1)"


def _on(table: str, statement: str) -> str:
    return statement.format(table=table, nth=_NTH.format(table=table))


_DECIDE = """
    WITH asked AS (SELECT id FROM decisions_question ORDER BY id OFFSET %(nth)s LIMIT 1),
    issued AS (
        INSERT INTO decisions_decision (question_id, number, issued_at, issued_by_id, legal_basis, reasons, effective_on,
            review_on, representation, document, digest)
        SELECT id, 'forged', %(at)s, %(by)s, 'Law', 'Because.', %(day)s::date, %(day)s::date + 90, '', '{}', ''
        FROM asked RETURNING id, question_id
    )
    INSERT INTO decisions_outcome (decision_id, file_id, option_id, form, contact, home_id)
    SELECT DISTINCT ON (c.id) issued.id, c.file_id, o.id, o.form, o.contact, o.home_id
    FROM issued INNER JOIN decisions_questionchild AS c ON c.question_id = issued.question_id
    INNER JOIN decisions_option AS o ON o.question_id = issued.question_id ORDER BY c.id, o.home_id NULLS LAST
"""
_PLACE = """
    INSERT INTO placements_placement (file_id, home_id, form, first_day, outcome_id, undocumented, source_codes)
    SELECT f.id, h.id, 'kinship', %(day)s::date, {outcome}, {undocumented}, '{{"rows": [["e.csv", 2]]}}'
    FROM (SELECT id FROM casework_file ORDER BY id LIMIT 1) AS f, (SELECT id FROM homes_home ORDER BY id LIMIT 1) AS h
"""
_WEIGH_BESIDE = """
    INSERT INTO decisions_weighing (option_id, factor, leaning, sentence, source, written_by_id)
    SELECT o.id, factor, 'for', 'Beside what was asked.', '', %(by)s
    FROM (SELECT id FROM decisions_option ORDER BY id OFFSET %(nth)s LIMIT 1) AS o,
        unnest(ARRAY['identity', 'health', 'education', 'continuity']) AS factor
    ON CONFLICT DO NOTHING
"""
_SILENCE = """
    UPDATE {table} SET heard_how = NULL, heard_on = NULL, heard_by_id = NULL, heard_in = NULL, words = '',
        not_heard_reason = NULL WHERE id = {nth}
"""

ATTEMPTS = {
    "take a weighing away": _on("decisions_weighing", "DELETE FROM {table} WHERE id = {nth}"),
    "weigh another factor": _on(
        "decisions_weighing", "UPDATE {table} SET factor = 'health' WHERE id = {nth}"
    ),
    "weigh beside what was asked": _WEIGH_BESIDE,
    "take an option away": _on("decisions_option", "DELETE FROM {table} WHERE id = {nth}"),
    "silence the child": _on("decisions_questionchild", _SILENCE),
    "ask something easier": _on(
        "decisions_question", "UPDATE {table} SET kind = 'emergency' WHERE id = {nth}"
    ),
    "ask something harder": _on(
        "decisions_question", "UPDATE {table} SET kind = 'adoption_readiness' WHERE id = {nth}"
    ),
    "decide without the act": _DECIDE,
    "empty the reasons": _on("decisions_decision", "UPDATE {table} SET reasons = ' ' WHERE id = {nth}"),
    "decide in another name": _on(
        "decisions_decision", "UPDATE {table} SET issued_by_id = %(by)s WHERE id = {nth}"
    ),
    "decide for another child": _on(
        "decisions_outcome", "UPDATE {table} SET file_id = file_id + 1 WHERE id = {nth}"
    ),
    "say the panel approved": _on(
        "decisions_resolution", "UPDATE {table} SET kind = 'approve' WHERE id = {nth}"
    ),
    "place without a decision": _PLACE.format(outcome="NULL", undocumented="NULL"),
    "place by any decision": _PLACE.format(
        outcome=_NTH.format(table="decisions_outcome"), undocumented="NULL"
    ),
    "place as if an import had told of it": _PLACE.format(outcome="NULL", undocumented="'SSDA903 e.csv:2'"),
    "say a stay was taken over": _on(
        "placements_placement",
        "UPDATE {table} SET outcome_id = NULL, undocumented = 'SSDA903 e.csv:2' WHERE id = {nth}",
    ),
    "rest the stay on another decision": _on(
        "placements_placement",
        "UPDATE {table} SET outcome_id = " + _NTH.format(table="decisions_outcome") + " WHERE outcome_id > 0",
    ),
    "begin before the decision": _on(
        "placements_placement", "UPDATE {table} SET first_day = first_day - 30 WHERE id = {nth}"
    ),
}
