"""An enquiry: somebody asks whether they could care for a child, and what came of it."""

import uuid
from datetime import date
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from vatra.access.models import Unit, User
from vatra.homes.enquiries.consent import CONSENTS
from vatra.homes.enquiries.rules import answer_due
from vatra.homes.enquiries.words import ASKED_ABOUT, EnquiryState, StepKind
from vatra.homes.models.home import Home
from vatra.homes.words import FormOfCare
from vatra.kernel.clock import local_day
from vatra.kernel.privacy import Keep
from vatra.people.sealed import SealedTextField
from vatra.people.words import Municipality


class Enquiries(models.QuerySet["Enquiry"]):
    """Questions about many enquiries."""

    def with_state(self) -> Self:
        """Adds `reached`: the kind of the latest step, or new."""
        latest = EnquiryStep.objects.filter(enquiry=OuterRef("pk")).order_by("-pk").values("kind")[:1]
        return self.annotate(reached=Coalesce(Subquery(latest), models.Value(EnquiryState.NEW.value)))

    def known(self) -> Self:
        """Enquiries of people who were not erased."""
        return self.filter(erased_at=None)

    def unanswered(self) -> Self:
        """Enquiries about which nobody has done anything yet."""
        return self.known().filter(steps__isnull=True)


class Enquiry(models.Model):
    """Somebody asks, over the public site, whether they could care for a child; it may lead to a home."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="enquiries", verbose_name=_("answered by"))
    received_at = models.DateTimeField()
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES)
    names = models.CharField(_("names"), max_length=160)
    reachable_at = SealedTextField(_("how to reach you"))
    municipality = models.CharField(_("municipality"), max_length=20, choices=Municipality)
    household = models.TextField(_("who lives with you"), blank=True)
    form = models.CharField(
        _("form of care"),
        max_length=30,
        choices=[(form.value, form.label) for form in ASKED_ABOUT],
        blank=True,
    )
    question = models.TextField(_("what you would like to know"), blank=True)
    consent = models.CharField(_("consent"), max_length=10, choices=[(each, each) for each in CONSENTS])
    home = models.OneToOneField(
        Home, models.PROTECT, null=True, blank=True, related_name="enquiry", verbose_name=_("home it led to")
    )
    is_invented = models.BooleanField(default=False, editable=False)
    # Who asked is no longer known; that somebody did, and how far it came, stays counted.
    erased_at = models.DateTimeField(null=True, blank=True)

    objects = Enquiries.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="enquiry_of_nobody",
                condition=~Q(names="") & ~Q(reachable_at="") | Q(erased_at__isnull=False),
                violation_error_message=_("Write who asks and how to reach them."),
            ),
            models.CheckConstraint(
                name="enquiry_about_an_unknown_form",
                condition=Q(form="") | Q(form__in=[form.value for form in ASKED_ABOUT]),
                violation_error_message=_("Choose the form of care from the list."),
            ),
        ]
        indexes = [models.Index(fields=["unit", "-received_at", "-id"], name="enquiry_of_unit")]

    class Privacy:
        identifying = ("names", "reachable_at")
        sensitive = ("municipality", "household", "question")
        keep_for = Keep.CAMPAIGN

    @property
    def received_on(self) -> date:
        """The day on which it arrived."""
        return local_day(self.received_at)

    @property
    def due_on(self) -> date:
        """By when somebody has spoken with them."""
        return answer_due(self.received_on)

    @property
    def asked_about(self) -> str:
        """The form of care they ask about, in words."""
        return str(FormOfCare(self.form).label) if self.form else str(_("Not sure yet"))


class EnquiryStep(models.Model):
    """What happened with an enquiry on a day; a step stays as it was written."""

    enquiry = models.ForeignKey(Enquiry, models.PROTECT, related_name="steps")
    kind = models.CharField(_("what happened"), max_length=12, choices=StepKind)
    done_on = models.DateField(_("on"))
    note = models.TextField(_("in a few words"), blank=True)
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    erased_at = models.DateTimeField(null=True, blank=True)

    trigger_sentences = {
        "enquiry_step_out_of_turn": _("This cannot be the next step of the enquiry."),
        "enquiry_step_changed": _("A step stays as it was written."),
    }

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="enquiry_step_twice",
                fields=["enquiry", "kind"],
                violation_error_message=_("This step is already written down."),
            ),
            models.CheckConstraint(
                name="enquiry_declined_without_reason",
                condition=~Q(kind=StepKind.DECLINED) | ~Q(note="") | Q(erased_at__isnull=False),
                violation_error_message=_("Say why, in words the family could read."),
            ),
        ]

    class Privacy:
        identifying = ()
        sensitive = ("note",)
        keep_for = Keep.CAMPAIGN
