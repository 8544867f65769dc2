"""What is due, in words, with the rule it rests on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import QuerySet
from django.db.models.expressions import Combinable
from django.db.models.functions import JSONObject
from django.urls import reverse

from vatra.kernel.duty import Duty
from vatra.kernel.sentence import Sentence
from vatra.law.citations import cited
from vatra.law.duty_titles import NOTHING, DutyTitle, title_of

# What lies further ahead than this is not yet shown as the next thing to do.
AHEAD = timedelta(days=120)


@dataclass(frozen=True)
class Stopped:
    """The stop of a duty's clock by its number: since when it stands still, and why."""

    number: int
    since: date
    why: str


@dataclass(frozen=True)
class Due:
    """Something that has to be done by a day, and on which rule that rests."""

    title: Sentence
    due_on: date
    citation: str
    is_verified: bool
    days_late: int
    is_today: bool
    stopped: Stopped | None = None
    clock: tuple[str, str] = ("", "")

    @classmethod
    def of(
        cls,
        *,
        rule: str,
        due_on: date,
        citation: str,
        is_verified: bool,
        on: date,
        stopped: Stopped | None = None,
        ref: str = "",
    ) -> "Due":
        """A duty as it stands on a day; what stands still is neither late nor due today."""
        late = 0 if stopped else max(0, (on - due_on).days)
        return cls(
            title_of(rule),
            due_on,
            cited(citation),
            is_verified,
            late,
            due_on == on and not stopped,
            stopped,
            (rule, ref or NOTHING),
        )

    @classmethod
    def from_json(cls, row: Mapping[str, Any], *, on: date) -> "Due":
        """A duty as the database put it into JSON."""
        return cls.of(
            rule=row["rule"],
            due_on=date.fromisoformat(row["due_on"]),
            citation=row["citation"] or "",
            is_verified=bool(row["verified"]),
            on=on,
            stopped=_stopped(row),
            ref=row["ref"],
        )

    @property
    def is_late(self) -> bool:
        """Whether its day has passed."""
        return self.days_late > 0

    @property
    def page(self) -> str:
        """Where the matter itself stands, such as a step in its proceeding; nothing where the file alone tells of it."""
        rule, ref = self.clock
        is_step = rule == DutyTitle.LEGAL_STEP and ref != NOTHING
        return reverse("law:step", args=[ref]) if is_step else ""


def rules_behind(due: Iterable[Due]) -> list[Due]:
    """One duty for each title that rests on a rule, in the order of the titles."""
    by_title = {str(each.title): each for each in due if each.citation}
    return [by_title[title] for title in sorted(by_title)]


def _stopped(row: Mapping[str, Any]) -> Stopped | None:
    since = row["stopped_since"]
    return Stopped(row["stop"], date.fromisoformat(since), row["why_stopped"]) if since else None


def duties_as_json(chain: Combinable, *, on: date) -> QuerySet[Duty, Any]:
    """The duties of one file that are open on a day and not far ahead, the earliest first."""
    duties = Duty.objects.open_on(on).filter(chain=chain, due_on__lte=on + AHEAD)
    columns = JSONObject(
        ref="ref",
        rule="rule",
        due_on="due_on",
        citation="citation",
        verified="verified",
        stopped_since="stopped_since",
        stop="stop",
        why_stopped="why_stopped",
    )
    return duties.with_rules().order_by("due_on", "rule", "ref").values(json=columns)
