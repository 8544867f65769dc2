"""Asks that are still open, and those whose day has passed."""

from datetime import date

from django.db.models import Q, Value
from django.db.models.functions import Coalesce

from vatra.advocacy.asks.words import CLOSED, SETTLED, Stage
from vatra.advocacy.models import PolicyAsk
from vatra.advocacy.models.ask import Asks
from vatra.advocacy.models.update import stage_on


def with_stage(asks: Asks, day: date) -> Asks:
    """The same asks with the `stage` each had on a day, as it is known today."""
    # The model says what it is, so that whatever reads it is checked.
    told = Coalesce(stage_on(day), Value(Stage.ASKED.value))
    return asks.annotate(stage=told)  # type: ignore[no-redef]


def open_asks(day: date) -> Asks:
    """Asks that are neither practised yet nor withdrawn."""
    asked = PolicyAsk.objects.filter(asked_on__lte=day)
    return with_stage(asked, day).exclude(Q(stage__in=CLOSED))


def is_withdrawn(ask: PolicyAsk, day: date) -> bool:
    """Whether an ask stands as withdrawn on a day."""
    return with_stage(PolicyAsk.objects.filter(pk=ask.pk), day).filter(Q(stage=Stage.WITHDRAWN)).exists()


def overdue_asks(day: date) -> Asks:
    """Asks whose deadline has passed while what was asked for is not in force, and is still asked for."""
    return with_stage(PolicyAsk.objects.filter(deadline_on__lt=day), day).exclude(Q(stage__in=SETTLED))
