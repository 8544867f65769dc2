"""Are children heard here? The four questions of the talking-back loop, counted (advocacy-ux §4.5)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median
from typing import NamedTuple

from django.db.models import Exists, F, OuterRef

from vatra.access.models import Unit
from vatra.decisions.models import Outcome, QuestionChild, Weighing
from vatra.decisions.words import Factor, FeltHeardAnswer, Leaning
from vatra.kernel.calendar_months import add_months
from vatra.kernel.clock import local_day
from vatra.kernel.privacy import FEWEST_SHOWN

MONTHS_COUNTED = 12


class Feedback(NamedTuple):
    """A child about whom something was decided, and what came back to the child."""

    was_heard: bool
    decided_on: date
    told_on: date | None
    wish_was_followed: bool
    felt_heard: str | None


@dataclass(frozen=True)
class Share:
    """So many out of so many; a count below five is told as fewer than five, and then no percentage."""

    count: int
    of: int

    @property
    def is_few(self) -> bool:
        """Whether the count is too small to be shown."""
        return self.count < FEWEST_SHOWN

    @property
    def of_few(self) -> bool:
        """Whether even the whole is too small."""
        return self.of < FEWEST_SHOWN

    @property
    def percent(self) -> int:
        """In whole percent; 0 of 0 is 0."""
        return round(100 * self.count / self.of) if self.of else 0


@dataclass(frozen=True)
class Participation:
    """What a unit's hearings came to in a period."""

    decided: Share
    told: Share
    changed: Share
    felt_heard: Share
    days_until_told: float | None


def participation(children: Iterable[Feedback]) -> Participation:
    """Count: of the children decided about, who was heard; of those heard, who was told, whose wish was followed,
    and, of those asked by somebody else, who felt heard; and the median of days from decision to telling."""
    everybody = list(children)
    heard = [each for each in everybody if each.was_heard]
    asked = [each for each in heard if each.felt_heard in {"yes", "in_part", "no"}]
    days = [(each.told_on - each.decided_on).days for each in heard if each.told_on]
    return Participation(
        decided=Share(len(heard), len(everybody)),
        told=_share(heard, [each.told_on is not None for each in heard]),
        changed=_share(heard, [each.wish_was_followed for each in heard]),
        felt_heard=_share(asked, [each.felt_heard == FeltHeardAnswer.YES for each in asked]),
        days_until_told=median(days) if len(days) >= FEWEST_SHOWN else None,
    )


def _share(whole: Sequence[Feedback], part: Sequence[bool]) -> Share:
    return Share(sum(part), len(whole))


def feedback_in(unit: Unit, *, until: date) -> list[Feedback]:
    """Everybody about whom the unit, or a unit below it, decided in the twelve months up to a day; one query."""
    since = add_months(until, -MONTHS_COUNTED)
    child = QuestionChild.objects.filter(question=OuterRef("decision__question"), file=OuterRef("file"))
    followed = Weighing.objects.filter(
        option=OuterRef("option"), factor=Factor.CHILD_VIEW, leaning=Leaning.FOR
    )
    rows = (
        Outcome.objects.filter(
            decision__question__unit__lineage__contains=[unit.pk],
            decision__superseded_by__isnull=True,
            decision__withdrawal__isnull=True,
            decision__issued_at__date__gt=since,
            decision__issued_at__date__lte=until,
        )
        .annotate(
            heard=Exists(child.filter(heard_how__isnull=False)),
            followed=Exists(followed),
            answer=child.values("felt_heard__answer")[:1],
            told_on=F("telling__told_on"),
            issued_at=F("decision__issued_at"),
        )
        .order_by("pk")
        .values_list("heard", "issued_at", "told_on", "followed", "answer")
    )
    return [
        Feedback(heard, local_day(issued), told, followed, answer)
        for heard, issued, told, followed, answer in rows
    ]
