"""What letters and registrations of the public have in common: they may have to wait for somebody to look."""

from collections.abc import Iterable
from datetime import datetime
from typing import Self, TypeVar

from django.db import models
from django.db.models import CheckConstraint, F, Q
from django.utils.translation import gettext_lazy as _

from vatra.advocacy.signing import limits
from vatra.advocacy.signing.words import HeldFor, TurnedAwayFor

IS_HELD = Q(released_at=None, turned_away_at=None, erased_at=None) & ~Q(held_for="")


class MayBeHeld(models.Model):
    """Where it came from, why it waits for a look, and what came of looking; `network` is salted anew every day."""

    confirmed_at: datetime | None

    # Nothing where one of us wrote it down.
    network = models.BinaryField(max_length=16, null=True)
    held_for = models.CharField(max_length=12, choices=HeldFor, blank=True)
    released_at = models.DateTimeField(null=True, blank=True)
    turned_away_at = models.DateTimeField(null=True, blank=True)
    turned_away_for = models.CharField(max_length=15, choices=TurnedAwayFor, blank=True)
    # Who it was is no longer known; what was counted stays.
    erased_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True

    @property
    def is_held(self) -> bool:
        """Whether somebody has to look at it before a mail is sent."""
        return bool(self.held_for) and not (self.released_at or self.turned_away_at or self.erased_at)

    @property
    def is_expired(self) -> bool:
        """Whether it ended because nobody confirmed it in time."""
        return self.erased_at is not None and self.confirmed_at is None and self.turned_away_at is None


M = TypeVar("M", bound=MayBeHeld)


class MayBeHeldRows(models.QuerySet[M]):
    """Questions about many that may have to wait; `came_at` is the moment at which one came."""

    came_at: str

    def held(self) -> Self:
        """Those somebody has to look at before a mail is sent."""
        return self.filter(IS_HELD)

    def still_held(self, among: Iterable[M]) -> Self:
        """Of these, the ones that still wait; what somebody else has answered meanwhile is left as it is."""
        chosen = self.held().filter(pk__in=[each.pk for each in among])
        return chosen.order_by("pk").select_for_update(of=("self",))

    def moments_from(self, network: bytes | None, *, at: datetime) -> list[datetime]:
        """When the network sent these in the hour before, the latest first; more than the limit tell nothing."""
        recent = {f"{self.came_at}__gt": at - limits.AN_HOUR}
        sent = self.filter(network=network, network__isnull=False, **recent).order_by(f"-{self.came_at}")
        return list(sent.values_list(self.came_at, flat=True)[: limits.SUSTAINED])


def held_rightly(name: str) -> list[CheckConstraint]:
    """It is wrong that it is held or turned away for no known reason, for both, or confirmed before somebody looked."""
    return [
        CheckConstraint(
            name=f"{name}_held_for_no_known_reason",
            condition=Q(held_for__in=["", *HeldFor.values]),
            violation_error_message=_("Choose from the list why it waits."),
        ),
        CheckConstraint(
            name=f"{name}_turned_away_without_reason",
            condition=Q(turned_away_at=None, turned_away_for="")
            | Q(turned_away_at__isnull=False, turned_away_for__in=TurnedAwayFor.values),
            violation_error_message=_("Say why it is turned away."),
        ),
        CheckConstraint(
            name=f"{name}_let_through_and_turned_away",
            condition=Q(released_at=None) | Q(turned_away_at=None),
            violation_error_message=_("It is let through or turned away, not both."),
        ),
        CheckConstraint(
            name=f"{name}_confirmed_while_held",
            condition=Q(confirmed_at=None) | Q(held_for="") | Q(released_at__isnull=False),
            violation_error_message=_("Somebody has to look at it before it can be confirmed."),
        ),
        CheckConstraint(
            name=f"{name}_confirmed_after_it_was_erased",
            condition=Q(confirmed_at=None) | Q(erased_at=None) | Q(erased_at__gte=F("confirmed_at")),
            violation_error_message=_("It is too late to confirm this: the time for it is over."),
        ),
    ]
