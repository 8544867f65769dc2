"""The options of a question side by side, and what is still missing before it can be decided."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from vatra.decisions.models import Option, QuestionChild
from vatra.decisions.words import Factor, Leaning
from vatra.kernel.links import SideBySide

SIGNS = {Leaning.FOR: "+", Leaning.AGAINST: "−", Leaning.UNKNOWN: "?"}
FACTORS = len(Factor)


@dataclass(frozen=True)
class Step:
    """One thing a decision needs, and whether it is there."""

    words: str
    is_done: bool


def side_by_side(options: Sequence[Option], *, chosen: int | None = None) -> SideBySide:
    """A column per option, a row per factor; `chosen` is the id of the option that was decided."""
    weighed = {option.pk: {each.factor: each for each in option.weighings.all()} for option in options}
    rows = [
        (factor.label, [_cell(weighed[option.pk].get(factor.value)) for option in options])
        for factor in Factor
    ]
    index = next((at for at, option in enumerate(options) if option.pk == chosen), None)
    heads = [option.in_words for option in options]
    return SideBySide(_("The options, weighed on the same factors"), heads, rows, index)


def _cell(weighing: object) -> str:
    if weighing is None:
        return _("Not weighed yet")
    return f"{SIGNS[Leaning(weighing.leaning)]} {weighing.get_leaning_display()}\n{weighing.sentence}"  # type: ignore[attr-defined]


def steps_before_issue(children: Sequence[QuestionChild], options: Sequence[Option]) -> Iterator[Step]:
    """What the decision needs, in the order in which it is usually done."""
    for child in children:
        yield Step(_("The view of %(child)s is sought") % {"child": child.file.child.name}, child.is_answered)
    yield Step(_("At least two options are on the table"), len(options) >= 2)
    for option in options:
        is_weighed = len(option.weighings.all()) == FACTORS
        yield Step(_("“%(option)s” is weighed on every factor") % {"option": option.in_words}, is_weighed)
