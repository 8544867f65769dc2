"""A concern: somebody worries about a child. Before there is a file, and often the reason for one."""

import uuid
from datetime import date
from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vatra.access.models import Appointment, Unit, User
from vatra.access.roles import REACHES_UNITS_BELOW, Permission, roles_with
from vatra.casework.models.file import File
from vatra.casework.words.worry import CauseKind, ConcernOutcome, Source, Urgency
from vatra.kernel.constraints import both_or_neither
from vatra.kernel.privacy import Keep
from vatra.people.models import Person
from vatra.people.words import Municipality


class Concerns(models.QuerySet["Concern"]):
    """Questions about many concerns; `visible_to` is the only door."""

    def visible_to(self, user: User, *, on: date, to: Permission = Permission.READ_CONCERN) -> Self:
        """Concerns of the units whose files the user may use, and to read also those the user received."""
        roles = set(roles_with(to)) & set(roles_with(Permission.READ_FILE))
        held = Appointment.objects.held_on(on).filter(user=user, role__in=roles).values_list("unit", "role")
        here = Q(unit__in=[unit for unit, _role in held])
        below = Q(unit__lineage__overlap=[unit for unit, role in held if role in REACHES_UNITS_BELOW])
        received = Q(received_by=user) if to == Permission.READ_CONCERN else Q()
        return self.filter(here | below | received)

    def from_site_unanswered(self) -> Self:
        """Worries from the public site of which nobody has said yet what was done."""
        return self.filter(is_from_site=True, outcome__isnull=True)


class Concern(models.Model):
    """Somebody worries about one or more children of a family, and says so; may stay anonymous."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    received_on = models.DateField(_("received on"))
    # Nobody where it came from the public site.
    received_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="concerns_received"
    )
    is_from_site = models.BooleanField(default=False, editable=False)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="concerns")
    source = models.CharField(_("who told us"), max_length=20, choices=Source)
    is_anonymous = models.BooleanField(_("wishes to stay anonymous"), default=False)
    told_by = models.CharField(_("name of the person who told us"), max_length=120, blank=True)
    reachable_at = models.CharField(_("how to reach this person"), max_length=120, blank=True)
    urgency = models.CharField(_("urgency"), max_length=10, choices=Urgency)
    worry = models.TextField(_("what is the worry"))
    # Who worries often does not know what stands behind it.
    causes = ArrayField(
        models.CharField(max_length=30, choices=CauseKind), verbose_name=_("causes"), default=list, blank=True
    )
    municipality = models.CharField(_("municipality"), max_length=20, choices=Municipality, blank=True)
    outcome = models.CharField(
        _("what was done"), max_length=20, choices=ConcernOutcome, null=True, blank=True
    )
    answered_on = models.DateField(_("answered on"), null=True, blank=True)

    objects = Concerns.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="anonymous_concern_names_its_source",
                condition=Q(is_anonymous=False) | Q(told_by="", reachable_at=""),
                violation_error_message=_(
                    "Who wishes to stay anonymous is not named here. Remove the name and number, or the wish."
                ),
            ),
            models.CheckConstraint(
                name="concern_received_by_nobody",
                condition=Q(is_from_site=False, received_by__isnull=False)
                | Q(is_from_site=True, received_by__isnull=True),
                violation_error_message=_(
                    "Say who received the concern, unless it came from the public site."
                ),
            ),
            both_or_neither(
                "concern_answered_without_outcome",
                "outcome",
                "answered_on",
                message=_("Say what was done, and on which day."),
            ),
        ]
        indexes = [
            models.Index(fields=["unit", "-received_on", "-id"], name="concern_of_unit"),
            models.Index(
                fields=["unit"],
                condition=Q(is_from_site=True, outcome__isnull=True),
                name="concern_from_site_waiting",
            ),
        ]

    class Privacy:
        identifying = ("key", "told_by", "reachable_at", "worry")
        sensitive = ("causes", "source", "municipality", "urgency")
        keep_for = Keep.CARE_RECORD


class ConcernChild(models.Model):
    """A child the concern is about; with a file once one is open."""

    concern = models.ForeignKey(Concern, models.PROTECT, related_name="children")
    child = models.ForeignKey(Person, models.PROTECT, related_name="concerns")
    file = models.ForeignKey(File, models.PROTECT, null=True, blank=True, related_name="concerns")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["concern", "child"],
                name="child_twice_in_concern",
                violation_error_message=_("This child is already named in the concern."),
            ),
        ]

    class Privacy:
        identifying = ("child",)
        sensitive = ()
        keep_for = Keep.CARE_RECORD
