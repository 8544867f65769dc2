"""What the decisions behind placements lack, asked of the database alone: of neither the rules nor the triggers."""

from tests.kernel.builders import plain_sql
from vatra.decisions.kinds import KINDS

DUE = [(kind.value, factor.value) for kind, row in KINDS.items() for factor in row.factors]
WITH_PANEL = [kind.value for kind, row in KINDS.items() if row.panel]

_MISSING = """
    WITH due AS (SELECT * FROM unnest(%s::text[], %s::text[]) AS d (kind, factor)),
    stay AS (
        SELECT p.id AS placement, p.file_id AS child, o.file_id AS decided_for, d.question_id, q.kind, q.asked_by_id,
            d.reasons, d.legal_basis, d.issued_by_id, (d.issued_at AT TIME ZONE 'Europe/Belgrade')::date AS day, f.unit_id
        FROM placements_placement AS p
        INNER JOIN casework_file AS f ON f.id = p.file_id
        LEFT JOIN decisions_outcome AS o ON o.id = p.outcome_id
        LEFT JOIN decisions_decision AS d ON d.id = o.decision_id
        LEFT JOIN decisions_question AS q ON q.id = d.question_id
        WHERE p.undocumented IS NULL
    )
    SELECT p.id, 'an import that told of it' FROM placements_placement AS p
    WHERE p.undocumented IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM exchange_importrow AS r WHERE r.child_file_id = p.file_id)
    UNION ALL
    SELECT placement, 'a decision about this child' FROM stay WHERE decided_for IS DISTINCT FROM child
    UNION ALL
    SELECT placement, 'the view of the child' FROM stay WHERE NOT EXISTS (
        SELECT 1 FROM decisions_questionchild AS c WHERE c.question_id = stay.question_id AND c.file_id = stay.child
        AND (c.heard_how IS NOT NULL AND c.words <> '' OR c.not_heard_reason IS NOT NULL)
    )
    UNION ALL
    SELECT placement, 'two options' FROM stay WHERE (
        SELECT count(*) FROM decisions_option AS o WHERE o.question_id = stay.question_id
    ) < 2
    UNION ALL
    SELECT placement, 'reasons' FROM stay WHERE btrim(reasons) = '' OR btrim(legal_basis) = ''
    UNION ALL
    SELECT placement, 'the factor ' || due.factor FROM stay
    INNER JOIN due ON due.kind = stay.kind
    INNER JOIN decisions_option AS o ON o.question_id = stay.question_id
    WHERE NOT EXISTS (
        SELECT 1 FROM decisions_weighing AS w WHERE w.option_id = o.id AND w.factor = due.factor AND w.sentence <> ''
    )
    UNION ALL
    SELECT placement, 'an entitled issuer' FROM stay INNER JOIN access_unit AS u ON u.id = stay.unit_id
    WHERE NOT EXISTS (
        SELECT 1 FROM access_appointment AS a WHERE a.user_id = stay.issued_by_id AND a.role = 'supervisor'
        AND a.unit_id = ANY(u.lineage) AND a.first_day <= stay.day AND coalesce(a.last_day, stay.day) >= stay.day
    )
    UNION ALL
    SELECT placement, 'a second author' FROM stay WHERE stay.issued_by_id = ALL(
        SELECT stay.asked_by_id
        UNION ALL
        SELECT c.heard_by_id FROM decisions_questionchild AS c WHERE c.question_id = stay.question_id AND c.heard_by_id > 0
        UNION ALL
        SELECT o.added_by_id FROM decisions_option AS o WHERE o.question_id = stay.question_id
        UNION ALL
        SELECT w.written_by_id FROM decisions_weighing AS w INNER JOIN decisions_option AS o ON o.id = w.option_id
        WHERE o.question_id = stay.question_id
    )
    UNION ALL
    SELECT placement, 'a panel that approved' FROM stay WHERE stay.kind = ANY(%s) AND NOT EXISTS (
        SELECT 1 FROM decisions_resolution AS r INNER JOIN decisions_panelmeeting AS m ON m.id = r.meeting_id
        WHERE m.question_id = stay.question_id AND r.resolved_on <= stay.day
        AND r.kind IN ('approve', 'approve_with_conditions') AND (
            SELECT count(DISTINCT s.discipline) FROM decisions_vote AS v
            INNER JOIN decisions_panelseat AS s ON s.id = v.seat_id WHERE v.meeting_id = m.id
        ) >= 2
    )
"""


def missing_ground() -> list[tuple[int, str]]:
    """Each placement with everything its decision lacks, or without its import; nothing is what is wanted."""
    kinds, factors = zip(*DUE, strict=True)
    return plain_sql(_MISSING, list(kinds), list(factors), WITH_PANEL)
