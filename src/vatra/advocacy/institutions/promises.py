"""What became of a promise: the fold of the judgements that stand. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from django.db import models
from django.utils.translation import gettext_lazy as _

from vatra.advocacy.institutions.words import SETTLED, Verdict


class Judged(Protocol):
    """A judgement that stands."""

    pk: int
    judged_on: date
    verdict: str


class Outcome(models.TextChoices):
    """What became of a promise by a day."""

    OPEN = "open", _("Not due yet")
    WITHOUT_DAY = "without_day", _("Promised for no day")
    OVERDUE = "overdue", _("Overdue")
    KEPT = "kept", _("Kept")
    BROKEN = "broken", _("Broken")
    NOT_VERIFIABLE = "not_verifiable", _("Not verifiable")


@dataclass(frozen=True, slots=True)
class Told:
    """The outcome of a promise, and the judgement that says so."""

    outcome: Outcome
    judgement: Judged | None = None


def outcome_on(day: date, *, due_on: date | None, judgements: Iterable[Judged]) -> Told:
    """The latest judgement up to a day; one from before the promised day does not close it unless it settles it."""
    by_then = [each for each in judgements if each.judged_on <= day]
    last = max(by_then, key=lambda each: (each.judged_on, each.pk), default=None)
    is_over = due_on is not None and due_on < day
    if last and (last.verdict in SETTLED or not is_over or last.judged_on >= (due_on or day)):
        return Told(Outcome(Verdict(last.verdict).value), last)
    if due_on is None:
        return Told(Outcome.WITHOUT_DAY)
    return Told(Outcome.OVERDUE if is_over else Outcome.OPEN)
