"""What is due, in words, with the rule it rests on."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.expressions import Combinable
from django.db.models.functions import JSONObject
from django.utils.translation import gettext

from vatra.kernel.duty import ClockRule, Duty
from vatra.kernel.sentence import Sentence
from vatra.law.clocks import DutyTitle

# What lies further ahead than this is not yet shown as the next thing to do.
AHEAD = timedelta(days=120)


@dataclass(frozen=True)
class Due:
    """Something that has to be done by a day, and on which rule that rests."""

    title: Sentence
    due_on: date
    citation: str
    is_verified: bool
    days_late: int
    is_today: bool

    @classmethod
    def of(cls, *, rule: str, due_on: date, citation: str, is_verified: bool, on: date) -> "Due":
        """A duty as it stands on a day."""
        title = DutyTitle(rule).label if rule in DutyTitle.values else rule
        # The packs cite in English; the catalogues know their sentences.
        cited = gettext(citation) if citation else ""
        return cls(title, due_on, cited, is_verified, max(0, (on - due_on).days), due_on == on)

    @classmethod
    def from_json(cls, row: Mapping[str, Any], *, on: date) -> "Due":
        """A duty as the database put it into JSON."""
        return cls.of(
            rule=row["rule"],
            due_on=date.fromisoformat(row["due_on"]),
            citation=row["citation"] or "",
            is_verified=bool(row["verified"]),
            on=on,
        )

    @property
    def is_late(self) -> bool:
        """Whether its day has passed."""
        return self.days_late > 0


def with_rules(duties: QuerySet[Duty]) -> QuerySet[Duty]:
    """Adds `citation` and `verified` of the rule behind each duty."""
    rules = ClockRule.objects.filter(code=OuterRef("rule"))
    return duties.annotate(
        citation=Subquery(rules.values("citation")[:1]), verified=Subquery(rules.values("verified")[:1])
    )


def duties_as_json(chain: Combinable, *, on: date) -> QuerySet[Duty, Any]:
    """The duties of one file that are open on a day and not far ahead, the earliest first."""
    duties = Duty.objects.open_on(on).filter(chain=chain, due_on__lte=on + AHEAD)
    columns = JSONObject(rule="rule", due_on="due_on", citation="citation", verified="verified")
    return with_rules(duties).order_by("due_on", "rule", "ref").values(json=columns)
