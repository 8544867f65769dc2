"""The carer-enquiry funnel: of those who asked about a form of care, how many came how far (standards §8, row 45)."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from vatra.homes.enquiries.states import WAY
from vatra.homes.enquiries.words import ASKED_ABOUT, EnquiryState, StepKind
from vatra.homes.words import FormOfCare


@dataclass(frozen=True)
class Row:
    """One form of care: how many asked, and came at least this far; how many ended, and led to a home."""

    form: FormOfCare | None
    reached: Sequence[int]
    declined: int
    withdrawn: int
    homes: int


@dataclass(frozen=True)
class Told:
    """An enquiry as far as the funnel needs it: its form, the kinds of its steps, whether it led to a home."""

    form: str
    steps: frozenset[str]
    has_home: bool


def funnel(enquiries: Iterable[Told]) -> list[Row]:
    """A row for each form that may be asked about, and one for those who do not know yet; in the order of the list."""
    told = list(enquiries)
    forms: list[FormOfCare | None] = [*ASKED_ABOUT, None]
    return [
        _row(form, [each for each in told if each.form == (form.value if form else "")]) for form in forms
    ]


def _row(form: FormOfCare | None, told: Sequence[Told]) -> Row:
    steps = Counter(kind for each in told for kind in each.steps)
    reached = [len(told) if state == EnquiryState.NEW else steps[state.value] for state in WAY]
    return Row(
        form=form,
        reached=reached,
        declined=steps[StepKind.DECLINED.value],
        withdrawn=steps[StepKind.WITHDRAWN.value],
        homes=sum(each.has_home for each in told),
    )
