"""From options to a decision, and to a home."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from vatra.decisions.actions import add_option, issue, tell_child, weigh_option
from vatra.decisions.kinds import kind_of
from vatra.decisions.models import Decision, Option, Outcome, Question
from vatra.decisions.weighing.cells import Cell
from vatra.decisions.words import Factor, ToldHow
from vatra.desk.demo.town import Town
from vatra.desk.demo.weighing import Said, usually_said
from vatra.homes.models import Home
from vatra.homes.words import FormOfCare
from vatra.placements.actions import place
from vatra.placements.models import Placement

DAYS_UNTIL_REVIEW = 90
DAYS_TO_DECIDE = 4
LEGAL_BASIS = "Ligji Nr. 06/L-084 për mbrojtjen e fëmijës; Ligji Nr. 2004/32 për familjen"


class Way(NamedTuple):
    """An option, and what is special about it; the rest is what is usually said for its form."""

    form: FormOfCare
    in_words: str
    home: Home | None = None
    says: Mapping[Factor, Said] = {}


class Told(NamedTuple):
    """How a child was told, and how the child took it."""

    reaction: str = "“Mirë. A mund ta marr me vete librin tim?”"
    how: ToldHow = ToldHow.TALK
    words: str = "I thashë ku do të jetojë, pse u vendos ashtu, çfarë mori parasysh nga fjalët e veta dhe kur e shikojmë prapë."


def decide(
    town: Town,
    question: Question,
    ways: Sequence[Way],
    *,
    ago: int,
    chosen: int,
    reasons: str,
    went_on: Mapping[str, str] = {},
    told: Told = Told(),  # noqa: B008 - a constant
) -> list[Outcome]:
    """Weigh every option and issue the decision, the same for every child; each is told the same day."""
    options = put_side_by_side(town, question, ways, ago=ago + DAYS_TO_DECIDE)
    alike = [options[chosen]] * question.children.count()
    outcomes = issued(town, question, alike, ago=ago, reasons=reasons, went_on=went_on)
    for outcome in outcomes:
        tell_the_child(town, outcome, told, ago=ago)
    return outcomes


def put_side_by_side(town: Town, question: Question, ways: Sequence[Way], *, ago: int) -> list[Option]:
    """Every option, weighed on every factor."""
    options = []
    for way in ways:
        option = add_option(
            question=question,
            form=way.form,
            home=way.home,
            in_words=way.in_words,
            by=town.by_worker(ago),
        )
        weigh_as_usual(town, option, way.form, way.says, ago=ago)
        options.append(option)
    return options


def weigh_as_usual(
    town: Town, option: Option, form: FormOfCare, says: Mapping[Factor, Said], *, ago: int
) -> None:
    """What is special about an option, and for the rest what is usually said for its form."""
    told = usually_said(form) | dict(says)
    factors = kind_of(option.question.kind).factors
    cells = [Cell(factor, *told[factor]) for factor in factors]
    weigh_option(option=option, cells=cells, by=town.by_worker(ago))


def issued(
    town: Town,
    question: Question,
    chosen: Sequence[Option],
    *,
    ago: int,
    reasons: str,
    went_on: Mapping[str, str] = {},
    supersedes: Decision | None = None,
    appeal_until: date | None = None,
    representation: str = "",
) -> list[Outcome]:
    """The supervisor decides for each child, in their order; one outcome per child."""
    files = question.children.order_by("pk").values_list("file_id", flat=True)
    decision = issue(
        question=question,
        chosen=dict(zip(files, chosen, strict=True)),
        legal_basis=LEGAL_BASIS,
        reasons=reasons,
        effective_on=town.ago(ago),
        review_on=town.ago(ago - DAYS_UNTIL_REVIEW),
        overrides=went_on,
        supersedes=supersedes,
        appeal_until=appeal_until,
        representation=representation,
        by=town.by_supervisor(ago),
    )
    return list(decision.outcomes.select_related("file__child", "home", "decision").order_by("pk"))


def decide_anew(
    town: Town, before: Sequence[Outcome], *, ago: int, chosen: int, reasons: str, why_anew: str
) -> list[Outcome]:
    """Another of the options weighed takes the place of what was decided; the children are told anew."""
    decision = before[0].decision
    question = decision.question
    option = list(question.options.order_by("pk"))[chosen]
    outcomes = issued(
        town,
        question,
        [option] * len(before),
        ago=ago,
        reasons=reasons,
        went_on={"R-26-anew": why_anew},
        supersedes=decision,
    )
    for outcome in outcomes:
        tell_the_child(town, outcome, Told(), ago=ago)
    return outcomes


def tell_the_child(town: Town, outcome: Outcome, told: Told, *, ago: int) -> None:
    """The child hears it first, and from the worker."""
    tell_child(
        outcome=outcome,
        on=town.ago(ago),
        how=told.how,
        language=outcome.file.child.languages[0],
        words=told.words,
        reaction=told.reaction,
        complaint_explained="Ka numrin tim, emrin e mbikëqyrëses dhe të Avokatit të Popullit, të shkruar në një letër.",
        by=town.by_worker(ago),
    )


def live_in(town: Town, outcomes: Sequence[Outcome], *, ago: int) -> list[Placement]:
    """The children come to live where it was decided, on the same day."""
    by, first_day = town.by_worker(ago), town.ago(ago)
    return [place(outcome=outcome, first_day=first_day, reasons={}, by=by) for outcome in outcomes]
