"""How far a goal has come, told by its last reading. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import models
from django.utils.translation import gettext_lazy as _


class Standing(models.TextChoices):
    """How far a goal has come."""

    NOT_READ = "not_read", _("Not measured yet")
    REACHED = "reached", _("Reached")
    NEARER = "nearer", _("Nearer than at the beginning")
    NO_NEARER = "no_nearer", _("No nearer than at the beginning")


@dataclass(frozen=True, slots=True)
class Reading:
    """A value measured on a day."""

    read_on: date
    value: Decimal


@dataclass(frozen=True, slots=True)
class GoalProgress:
    """The last reading up to a day, what it means, and whether the day of the goal passed without reaching it."""

    standing: Standing
    last: Reading | None
    is_late: bool


def progress_on(
    day: date, *, baseline: Decimal, target: Decimal, due_on: date, readings: Iterable[Reading]
) -> GoalProgress:
    """How far the goal has come by a day; it may go up or down. Of two readings on one day the later one given holds."""
    last = None
    for each in readings:
        if each.read_on <= day and (last is None or each.read_on >= last.read_on):
            last = each
    found = _standing(baseline, target, last)
    return GoalProgress(found, last, is_late=due_on < day and found != Standing.REACHED)


def _standing(baseline: Decimal, target: Decimal, last: Reading | None) -> Standing:
    if last is None:
        return Standing.NOT_READ
    way = 1 if target > baseline else -1
    if way * last.value >= way * target:
        return Standing.REACHED
    return Standing.NEARER if way * last.value > way * baseline else Standing.NO_NEARER
