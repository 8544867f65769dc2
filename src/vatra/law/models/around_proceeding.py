"""Who takes part in a proceeding, what papers it needs, and what holds it up."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from vatra.kernel.constraints import exactly_one, no_overlap, period_in_order
from vatra.kernel.privacy import Keep
from vatra.law.models.proceeding import Proceeding
from vatra.law.proceedings.words import BlockedBecause, PartyRole
from vatra.people.models import Person


class Party(models.Model):
    """Somebody who takes part in a proceeding, as a person the file knows or by name."""

    proceeding = models.ForeignKey(Proceeding, models.PROTECT, related_name="parties")
    role = models.CharField(_("as what"), max_length=20, choices=PartyRole)
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    name = models.CharField(_("name"), max_length=160, null=True, blank=True)

    class Meta:
        verbose_name_plural = "parties"
        constraints = [
            exactly_one(
                "party_is_person_or_name",
                "person",
                "name",
                message=_("Name the party: either somebody the file knows, or by name."),
            ),
            models.CheckConstraint(
                name="party_without_name",
                condition=Q(name__isnull=True) | ~Q(name=""),
                violation_error_message=_("Write the name of the party."),
            ),
            models.UniqueConstraint(
                fields=["proceeding", "role", "person", "name"],
                nulls_distinct=False,
                name="party_named_twice",
                violation_error_message=_("This party is already named in the proceeding."),
            ),
        ]

    class Privacy:
        identifying = ("person", "name")
        sensitive = ("role",)
        keep_for = Keep.CARE_RECORD

    @property
    def called(self) -> str:
        """The name, wherever it is kept."""
        return self.person.name if self.person else self.name or ""


class DocumentAsked(models.Model):
    """A document that a proceeding needs; `code` is that of a document in the pack of the file's law."""

    proceeding = models.ForeignKey(Proceeding, models.PROTECT, related_name="documents")
    code = models.CharField(_("document"), max_length=60)
    asked_from = models.CharField(_("asked from"), max_length=160, blank=True)
    asked_on = models.DateField(_("asked for on"))
    received_on = models.DateField(_("received on"), null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["proceeding", "code"],
                condition=Q(received_on__isnull=True),
                name="document_asked_for_twice",
                violation_error_message=_("This document has been asked for and has not come yet."),
            ),
            models.CheckConstraint(
                name="document_received_before_asked",
                condition=Q(received_on__isnull=True) | Q(received_on__gte=F("asked_on")),
                violation_error_message=_("A document cannot come before it was asked for."),
            ),
        ]

    class Privacy:
        identifying = ("asked_from",)
        sensitive = ("code",)
        keep_for = Keep.CARE_RECORD


class Blocker(models.Model):
    """Why a proceeding cannot go on in these days, and which authority answers for it."""

    proceeding = models.ForeignKey(Proceeding, models.PROTECT, related_name="blockers")
    reason = models.CharField(_("reason"), max_length=20, choices=BlockedBecause)
    account = models.TextField(_("what exactly"))
    authority = models.CharField(_("who answers for it"), max_length=60)
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"), null=True, blank=True)
    resolution = models.TextField(_("how it was resolved"), blank=True)

    class Meta:
        constraints = [
            period_in_order("blocker_ends_before_it_starts"),
            no_overlap(
                "blocked_twice_for_the_same",
                "proceeding",
                "reason",
                message=_("The proceeding is already held up for this reason on these days."),
            ),
            models.CheckConstraint(
                name="blocker_ended_without_saying_how",
                condition=Q(last_day__isnull=True, resolution="")
                | Q(last_day__isnull=False) & ~Q(resolution=""),
                violation_error_message=_("Say how it was resolved, and the last day it held things up."),
            ),
            models.CheckConstraint(
                name="blocker_without_account",
                condition=~Q(account=""),
                violation_error_message=_("Say what exactly holds the proceeding up."),
            ),
        ]
        indexes = [models.Index(fields=["authority", "last_day"], name="blockers_of_authority")]

    class Privacy:
        identifying = ("account", "resolution")
        sensitive = ("reason", "authority")
        keep_for = Keep.CARE_RECORD
