"""What must be so before a question is asked. Pure: facts in, concerns out; codes are the R-ids of the standards."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from vatra.decisions.kinds import Kind, kind_of
from vatra.kernel.calendar_months import whole_years
from vatra.kernel.concern import Concern, Severity


@dataclass(frozen=True)
class AskedAbout:
    """A child of the question; `siblings` counts all brothers and sisters on record, `birth_on` is None if unknown."""

    name: str
    birth_on: date | None
    siblings: int


def concerns_before_asking(
    kind: str, children: Sequence[AskedAbout], *, if_nothing: str, on: date
) -> list[Concern]:
    """Everything that keeps a question of this kind from being asked about these children."""
    asks = kind_of(kind)
    return [
        *_about_the_text(if_nothing),
        *_about_siblings(asks, children),
        *_about_the_age(asks, children, on=on),
    ]


def _about_the_text(if_nothing: str) -> list[Concern]:
    if if_nothing.strip():
        return []
    return [Concern("R-03-nothing", Severity.BLOCK, _("Write what happens if nothing is done."))]


def _about_siblings(asks: Kind, children: Sequence[AskedAbout]) -> list[Concern]:
    if not asks.about_siblings or len(children) > 1 or any(child.siblings for child in children):
        return []
    sentence = _(
        "No brother or sister is on record. Ask about two children of the family, or add the sibling to the family first."
    )
    return [Concern("R-09-nobody", Severity.BLOCK, sentence)]


def _about_the_age(asks: Kind, children: Sequence[AskedAbout], *, on: date) -> list[Concern]:
    sentence = _("%(child)s is younger than %(years)s. Leaving care is asked about from that age on.")
    return [
        Concern("R-52-age", Severity.BLOCK, sentence % {"child": child.name, "years": asks.from_age})
        for child in children
        if asks.from_age and child.birth_on and whole_years(child.birth_on, on) < asks.from_age
    ]
