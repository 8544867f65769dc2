"""A question, asked and talked over with everybody concerned."""

from collections.abc import Sequence
from typing import NamedTuple

from vatra.casework.models import File
from vatra.decisions.actions import (
    ask,
    prepare_hearing,
    record_hearing,
    record_not_heard,
    record_participant,
)
from vatra.decisions.models import Question, QuestionChild
from vatra.decisions.words import HeardHow, NotHeardReason, PartKind, QuestionKind
from vatra.desk.demo.town import Town
from vatra.people.words import Language

EXPLAINED = "I shpjegova pse pyes, kush vendos, dhe se mund të thotë çfarë mendon ose të heshtë."


class Heard(NamedTuple):
    """What a child said, how it was asked, and what was made of it; without words the child is still to be heard."""

    words: str
    taken_up: str
    how: HeardHow = HeardHow.TALK
    language: Language = Language.ALBANIAN
    explained: str = EXPLAINED
    wants_there: str = ""
    why_not: NotHeardReason | None = None


def lay_open(
    town: Town,
    files: Sequence[File],
    *,
    ago: int,
    kind: QuestionKind,
    why_now: str,
    if_nothing: str,
    heard: Sequence[Heard],
    took_part: Sequence[tuple[str, PartKind, str]] = (),
) -> Question:
    """Ask, hear every child in the order of the files, and note who else took part."""
    by = town.by_worker(ago)
    question = ask(
        kind=kind,
        unit=town.team,
        files=files,
        causes={file.pk: [cause.kind for cause in file.causes.order_by("pk")] for file in files},
        why_now=why_now,
        if_nothing=if_nothing,
        on=town.ago(ago),
        by=by,
    )
    for child, said in zip(question.children.order_by("pk"), heard, strict=True):
        _hear(town, child, said, ago=ago)
    for name, part, view in took_part:
        record_participant(question=question, name=name, part=part, view=view, by=by)
    return question


def _hear(town: Town, child: QuestionChild, said: Heard, *, ago: int) -> None:
    on, by = town.ago(ago), town.by_worker(ago)
    if said.explained:
        prepare_hearing(child=child, on=on, explained=said.explained, wants_there=said.wants_there, by=by)
    if said.why_not:
        record_not_heard(child=child, reason=said.why_not, by=by)
    if said.words:
        record_hearing(
            child=child,
            how=said.how,
            on=on,
            language=said.language,
            words=said.words,
            taken_up=said.taken_up,
            by=by,
        )
