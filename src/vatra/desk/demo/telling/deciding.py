"""From a question to a home."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from vatra.casework.models import File
from vatra.decisions.actions import (
    add_option,
    ask,
    issue,
    prepare_hearing,
    record_hearing,
    record_participant,
    tell_child,
    weigh_option,
)
from vatra.decisions.models import Option, Outcome, Question
from vatra.decisions.weighing.cells import Cell
from vatra.decisions.words import Factor, HeardHow, PartKind, QuestionKind, ToldHow
from vatra.desk.demo.town import Town
from vatra.desk.demo.weighing import Said, usually_said
from vatra.homes.models import Home
from vatra.homes.words import FormOfCare
from vatra.people.words import Language
from vatra.placements.actions import place
from vatra.placements.models import Placement

DAYS_UNTIL_REVIEW = 90
DAYS_TO_DECIDE = 4
EXPLAINED = "I shpjegova pse pyes, kush vendos, dhe se mund të thotë çfarë mendon ose të heshtë."
LEGAL_BASIS = "Ligji Nr. 06/L-084 për mbrojtjen e fëmijës; Ligji Nr. 2004/32 për familjen"


class Heard(NamedTuple):
    """What a child said, how it was asked, and what was made of it."""

    words: str
    taken_up: str
    how: HeardHow = HeardHow.TALK
    language: Language = Language.ALBANIAN
    explained: str = EXPLAINED
    wants_there: str = ""


class Way(NamedTuple):
    """An option, and what is special about it; the rest is what is usually said for its form."""

    form: FormOfCare
    in_words: str
    home: Home | None = None
    says: Mapping[Factor, Said] = {}


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
    causes = {file.pk: [cause.kind for cause in file.causes.order_by("pk")] for file in files}
    question = ask(
        kind=kind,
        unit=town.team,
        files=files,
        causes=causes,
        why_now=why_now,
        if_nothing=if_nothing,
        on=town.ago(ago),
        by=by,
    )
    for child, said in zip(question.children.order_by("pk"), heard, strict=True):
        if said.explained:
            prepare_hearing(
                child=child, on=town.ago(ago), explained=said.explained, wants_there=said.wants_there, by=by
            )
        record_hearing(
            child=child,
            how=said.how,
            on=town.ago(ago),
            language=said.language,
            words=said.words,
            taken_up=said.taken_up,
            by=by,
        )
    for name, part, view in took_part:
        record_participant(question=question, name=name, part=part, view=view, by=by)
    return question


def decide(
    town: Town,
    question: Question,
    ways: Sequence[Way],
    *,
    ago: int,
    chosen: int,
    reasons: str,
    went_on: Mapping[str, str] = {},
) -> list[Outcome]:
    """Weigh every option on every factor and issue the decision; one outcome per child, in order."""
    options = [_weighed(town, question, way, ago=ago + DAYS_TO_DECIDE) for way in ways]
    decision = issue(
        question=question,
        chosen={child.file_id: options[chosen] for child in question.children.all()},
        legal_basis=LEGAL_BASIS,
        reasons=reasons,
        effective_on=town.ago(ago),
        review_on=town.ago(ago - DAYS_UNTIL_REVIEW),
        overrides=went_on,
        by=town.by_supervisor(ago),
    )
    outcomes = list(decision.outcomes.select_related("file__child", "home", "decision").order_by("pk"))
    for outcome in outcomes:
        _tell(town, outcome, ago=ago)
    return outcomes


def _tell(town: Town, outcome: Outcome, *, ago: int) -> None:
    """The child hears it first, and from the worker."""
    tell_child(
        outcome=outcome,
        on=town.ago(ago),
        how=ToldHow.TALK,
        language=outcome.file.child.languages[0],
        words="I thashë ku do të jetojë, pse u vendos ashtu, çfarë mori parasysh nga fjalët e veta dhe kur e shikojmë prapë.",
        reaction="“Mirë. A mund ta marr me vete librin tim?”",
        complaint_explained="Ka numrin tim, emrin e mbikëqyrëses dhe të Avokatit të Popullit, të shkruar në një letër.",
        by=town.by_worker(ago),
    )


def _weighed(town: Town, question: Question, way: Way, *, ago: int) -> Option:
    by = town.by_worker(ago)
    option = add_option(question=question, form=way.form, home=way.home, in_words=way.in_words, by=by)
    told = (usually_said(way.form) | dict(way.says)).items()
    cells = [Cell(factor, leaning, sentence) for factor, (leaning, sentence) in told]
    weigh_option(option=option, cells=cells, by=by)
    return option


def live_in(town: Town, outcomes: Sequence[Outcome], *, ago: int) -> list[Placement]:
    """The children come to live where it was decided, on the same day."""
    by, first_day = town.by_worker(ago), town.ago(ago)
    return [place(outcome=outcome, first_day=first_day, reasons={}, by=by) for outcome in outcomes]
