"""What is known about a child's origins, sealed until two persons agree that it is opened."""

from datetime import date, timedelta
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from vatra.access.models import User
from vatra.casework.models import File
from vatra.kernel.constraints import both_or_neither
from vatra.kernel.privacy import Keep
from vatra.law.proceedings.words import OpeningPurpose

# Own standard: time enough to prepare and to talk, and short enough that nobody forgets an open envelope.
OPEN_FOR = timedelta(days=7)


class Envelope(models.Model):
    """Information about a child's origins; the database holds it only as ciphertext (R-18, UN Guidelines §42)."""

    file = models.ForeignKey(File, models.PROTECT, related_name="envelopes")
    sealed_on = models.DateField(_("sealed on"))
    sealed_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    contents = models.TextField(_("contents, sealed"), editable=False)

    trigger_sentences: ClassVar = {
        "sealed_envelope_changed": _("A sealed envelope stays as it is. Seal another one for what is new.")
    }

    class Privacy:
        identifying = ("contents",)
        sensitive = ()
        keep_for = Keep.CARE_RECORD


NOT_ANSWERED = Q(agreed_by__isnull=True, refused_by__isnull=True)


class EnvelopeOpenings(models.QuerySet["EnvelopeOpening"]):
    """Questions about many requests to open an envelope."""

    def to_answer(self) -> "EnvelopeOpenings":
        """Those to which nobody has agreed and which nobody has refused."""
        return self.filter(NOT_ANSWERED)

    def answered_since(self, day: date) -> "EnvelopeOpenings":
        """Those to which somebody agreed, or which somebody refused, on this day or later."""
        return self.filter(Q(agreed_on__gte=day) | Q(refused_on__gte=day))


class EnvelopeOpening(models.Model):
    """One person asks that an envelope is opened and says why; it opens when another one agrees, or refuses and says why."""

    envelope = models.ForeignKey(Envelope, models.PROTECT, related_name="openings")
    purpose = models.CharField(_("what for"), max_length=20, choices=OpeningPurpose)
    reason = models.TextField(_("why"))
    asked_on = models.DateField(_("asked on"))
    asked_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    agreed_on = models.DateField(_("agreed on"), null=True, blank=True)
    agreed_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    refused_on = models.DateField(_("refused on"), null=True, blank=True)
    refused_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    refusal = models.TextField(_("why it was refused"), blank=True)

    objects = EnvelopeOpenings.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="envelope_opened_without_reason",
                condition=~Q(reason=""),
                violation_error_message=_("Say why the envelope is to be opened."),
            ),
            models.CheckConstraint(
                name="envelope_opened_by_one_person",
                condition=Q(agreed_by__isnull=True) | ~Q(agreed_by=F("asked_by")),
                violation_error_message=_(
                    "An envelope is opened by two persons: somebody else has to agree."
                ),
            ),
            models.CheckConstraint(
                name="envelope_agreed_before_asked",
                condition=Q(agreed_on__isnull=True) | Q(agreed_on__gte=F("asked_on")),
                violation_error_message=_("Nobody can agree before it was asked."),
            ),
            both_or_neither(
                "envelope_agreed_by_nobody",
                "agreed_on",
                "agreed_by",
                message=_("Say who agreed to open the envelope, and on which day."),
            ),
            models.UniqueConstraint(
                fields=["envelope", "asked_by"],
                condition=NOT_ANSWERED,
                name="envelope_asked_for_twice",
                violation_error_message=_("You have already asked to open this envelope."),
            ),
            both_or_neither(
                "envelope_refused_by_nobody",
                "refused_on",
                "refused_by",
                message=_("Say who refused to open the envelope, and on which day."),
            ),
            models.CheckConstraint(
                name="envelope_refused_without_reason",
                condition=Q(refused_on__isnull=True, refusal="")
                | Q(refused_on__isnull=False) & ~Q(refusal=""),
                violation_error_message=_("Say why the envelope is not to be opened."),
            ),
            models.CheckConstraint(
                name="envelope_refused_by_who_asked",
                condition=Q(refused_by__isnull=True) | ~Q(refused_by=F("asked_by")),
                violation_error_message=_("Whoever asked cannot refuse: somebody else has to answer."),
            ),
            models.CheckConstraint(
                name="envelope_agreed_and_refused",
                condition=Q(agreed_by__isnull=True) | Q(refused_by__isnull=True),
                violation_error_message=_("Somebody has already answered whether the envelope is opened."),
            ),
            models.CheckConstraint(
                name="envelope_refused_before_asked",
                condition=Q(refused_on__isnull=True) | Q(refused_on__gte=F("asked_on")),
                violation_error_message=_("Nobody can refuse before it was asked."),
            ),
        ]
        indexes = [models.Index(fields=["asked_on"], condition=NOT_ANSWERED, name="openings_to_answer")]

    class Privacy:
        identifying = ("reason", "refusal")
        sensitive = ("purpose",)
        keep_for = Keep.CARE_RECORD

    @property
    def is_answered(self) -> bool:
        """Whether somebody agreed or refused."""
        return self.agreed_on is not None or self.refused_on is not None

    @property
    def open_until(self) -> date | None:
        """The last day on which the two may read it; nothing before somebody agreed."""
        return self.agreed_on + OPEN_FOR - timedelta(days=1) if self.agreed_on else None

    def is_open_to(self, user_id: int, on: date) -> bool:
        """Whether this person may read the contents on a day."""
        until = self.open_until
        return user_id in {self.asked_by_id, self.agreed_by_id} and until is not None and on <= until
