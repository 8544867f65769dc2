"""Everything written for a question, in one statement: issuing a decision reads it while the question is locked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection

from vatra.decisions.models import Option, Question, QuestionChild, Separation, TookPart, Weighing
from vatra.decisions.words import PANEL_APPROVES
from vatra.kernel.read_along import hold, rows_along

_LOCK = "SELECT FROM decisions_question WHERE id = %(question)s FOR UPDATE;"

_ROWS = """
    SELECT json_build_object(
        'question', to_jsonb(question),
        'is_decided', EXISTS (SELECT FROM decisions_decision AS d WHERE d.question_id = question.id),
        'options', ARRAY(
            SELECT to_jsonb(option) || jsonb_build_object('weighed', ARRAY(
                SELECT to_jsonb(weighing) FROM decisions_weighing AS weighing
                WHERE weighing.option_id = option.id ORDER BY weighing.id
            ))
            FROM decisions_option AS option WHERE option.question_id = question.id ORDER BY option.id
        ),
        'children', ARRAY(
            SELECT to_jsonb(asked) || jsonb_build_object(
                'file', to_jsonb(file) || jsonb_build_object('child', to_jsonb(child)),
                'assessed', (SELECT max(made_on) FROM casework_assessment AS a WHERE a.file_id = file.id),
                'support_was_tried', EXISTS (SELECT FROM casework_support AS s WHERE s.file_id = file.id),
                'reached_as', ARRAY(
                    SELECT reach.role FROM access_reach AS reach
                    WHERE reach.file_id = file.id AND reach.user_id = %(reader)s AND reach.first_day <= %(on)s
                        AND (reach.last_day IS NULL OR reach.last_day >= %(on)s)
                )
            )
            FROM decisions_questionchild AS asked
            INNER JOIN casework_file AS file ON file.id = asked.file_id
            INNER JOIN people_person AS child ON child.id = file.child_id
            WHERE asked.question_id = question.id ORDER BY asked.id
        ),
        'participants', ARRAY(
            SELECT to_jsonb(participant) FROM decisions_tookpart AS participant
            WHERE participant.question_id = question.id ORDER BY participant.id
        ),
        'separations', ARRAY(
            SELECT to_jsonb(apart) || jsonb_build_object(
                'file', to_jsonb(file) || jsonb_build_object('child', to_jsonb(child)),
                'sibling', to_jsonb(sibling)
            )
            FROM decisions_separation AS apart
            INNER JOIN casework_file AS file ON file.id = apart.file_id
            INNER JOIN people_person AS child ON child.id = file.child_id
            INNER JOIN people_person AS sibling ON sibling.id = apart.sibling_id
            WHERE apart.question_id = question.id ORDER BY apart.id
        ),
        'panel_said', ARRAY(
            SELECT said.kind FROM decisions_panelmeeting AS meeting
            LEFT JOIN decisions_resolution AS said ON said.meeting_id = meeting.id
            WHERE meeting.question_id = question.id ORDER BY said.resolved_on NULLS FIRST, said.id
        )
    )
    FROM decisions_question AS question WHERE question.id = %(question)s
"""


@dataclass(frozen=True)
class OnRecord:
    """A question with its children, options, those who took part, reasons for parting, the panel; is it decided?"""

    question: Question
    options: Sequence[Option]
    children: Sequence[QuestionChild]
    participants: Sequence[TookPart]
    separations: Sequence[Separation]
    panel_met: bool
    panel_approved: bool
    is_decided: bool


def on_record(question: Question, *, reader: int | None = None, on: date | None = None) -> OnRecord:
    """What is written now; each child with the roles in which `reader`, the id of a user, reaches its file that day."""
    with connection.cursor() as cursor:
        cursor.execute(_ROWS, {"question": question.pk, "reader": reader, "on": on})
        return _read(*cursor.fetchone())


def on_record_locked(question: Question, *, reader: int, on: date) -> OnRecord:
    """The same once nobody else decides or changes it, until the transaction ends; both statements in one trip."""
    with connection.cursor() as cursor:
        cursor.execute(_LOCK + _ROWS, {"question": question.pk, "reader": reader, "on": on})
        cursor.nextset()
        return _read(*cursor.fetchone())


def _read(told: Mapping[str, Any]) -> OnRecord:
    (question,) = rows_along(Question, [told["question"]])
    options = rows_along(Option, told["options"])
    for option in options:
        hold(option, "weighings", rows_along(Weighing, option.weighed))  # type: ignore[attr-defined]
    children: list[Any] = rows_along(QuestionChild, told["children"])
    for child in children:
        child.assessed_on = child.assessed and date.fromisoformat(child.assessed)
    return OnRecord(
        question=question,
        options=options,
        children=children,
        participants=rows_along(TookPart, told["participants"]),
        separations=rows_along(Separation, told["separations"]),
        panel_met=bool(told["panel_said"]),
        panel_approved=bool(told["panel_said"]) and told["panel_said"][-1] in PANEL_APPROVES,
        is_decided=told["is_decided"],
    )
