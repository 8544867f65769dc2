"""What an evaluation found, in plain words; where it found nothing out, why."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from vatra.advocacy.evaluation.words import ONE_SERIES, Comparison
from vatra.advocacy.in_figures import signed

LEVEL = 0.05
FEWEST_IN_A_THOUSAND = 0.001
PERCENT_POINTS = 100

Figures = Mapping[str, Any]


@dataclass(frozen=True)
class Said:
    """The answer in one line, sentences that explain it, and p where there is one."""

    answer: str
    why: list[str]
    p: str


def said_of(comparison: str, figures: Figures) -> Said:
    """The figures of a result in words."""
    if comparison in ONE_SERIES:
        return _of_one_series(comparison, figures)
    return _of_two_sides(comparison, figures)


def _of_one_series(comparison: str, figures: Figures) -> Said:
    sides = {"before": figures["before"], "after": figures["after"]}
    known = _("There are %(before)s months before the launch and %(after)s from the launch on.") % sides
    if figures["why_not"] == "few":
        return Said(
            _("These data cannot tell whether the campaign worked."),
            [
                known,
                _(
                    "With fewer than 12 months on each side chance alone often looks like an effect: the usual tests raise a false alarm far more often than 5 times in 100. So no test is made and no p-value is shown."
                ),
                _("The chart shows the months, and what the months before would have let expect."),
            ],
            "",
        )
    if figures["why_not"] == "flat":
        return Said(_("Nothing moved: every month has the same figure."), [known], "")
    return _of_judgement(comparison, figures["judgement"], known)


def _of_judgement(comparison: str, judgement: Figures, known: str) -> Said:
    is_found = judgement["p"] <= LEVEL
    level, *slope = judgement["effects"]
    found = [_change_of_level(level)]
    if comparison == Comparison.LEVEL_AND_SLOPE:
        found += [_change_of_slope(each) for each in slope]
    answer = (
        _("From the launch on something changed that chance alone hardly explains.")
        if is_found
        else _("A change cannot be told from chance.")
    )
    return Said(answer, [*found, _chance(judgement["p"]), known, _what_else()], _p(judgement["p"]))


def _change_of_level(effect: Figures) -> str:
    return _(
        "At the launch the level changed by %(change)s a month; the data fit anything between %(low)s and %(high)s."
    ) % _signed(effect)


def _change_of_slope(effect: Figures) -> str:
    return _(
        "From then on it changed by a further %(change)s a month each year; the data fit anything between %(low)s and %(high)s."
    ) % _signed(effect)


def _of_two_sides(comparison: str, figures: Figures) -> Said:
    sides = {"with": figures["with_it"], "without": figures["without"]}
    known = _("%(with)s with the campaign are compared with %(without)s without it.") % sides
    if figures["difference"] is None:
        return Said(
            _("These data cannot tell whether the campaign worked."),
            [known, _("On one of the two sides there are not enough data.")],
            "",
        )
    times = PERCENT_POINTS if comparison == Comparison.PLACES else 1
    names = ("change_with", "change_without", "difference", "low", "high")
    numbers = {name: signed(figures[name] * times) for name in names if figures[name] is not None}
    changed = (
        _(
            "With the campaign the change was %(change_with)s, without it %(change_without)s: a difference of %(difference)s."
        )
        % numbers
    )
    if figures["p"] is None:
        return Said(
            _("These data cannot tell whether the campaign worked."),
            [changed, known, _too_few(figures["choices"])],
            "",
        )
    answer = (
        _("Where the campaign was, something changed that chance alone hardly explains.")
        if figures["p"] <= LEVEL
        else _("A difference cannot be told from chance.")
    )
    between = _("The data fit anything between %(low)s and %(high)s.") % numbers
    return Said(answer, [changed, between, _chance(figures["p"]), known, _what_else()], _p(figures["p"]))


def _too_few(choices: int) -> str:
    return _(
        "So few can be divided in only %(choices)s ways: even the clearest difference would come about by chance once in %(choices)s times. So no p-value is shown."
    ) % {"choices": choices}


def _chance(p: float) -> str:
    if p < FEWEST_IN_A_THOUSAND:
        return _(
            "If the campaign had changed nothing, chance would do as much less than once in 1,000 times."
        )
    return _("If the campaign had changed nothing, chance would do as much in about %(p)s of 100 cases.") % {
        "p": number_format(p * 100, decimal_pos=1)
    }


def _what_else() -> str:
    return _("What else happened in the same month would look the same.")


def _p(p: float) -> str:
    if p < FEWEST_IN_A_THOUSAND:
        return _("p below %(least)s") % {"least": number_format(FEWEST_IN_A_THOUSAND, decimal_pos=3)}
    return _("p = %(p)s") % {"p": number_format(p, decimal_pos=3)}


def _signed(effect: Figures) -> dict[str, str]:
    return {name: signed(effect[name]) for name in ("change", "low", "high")}
