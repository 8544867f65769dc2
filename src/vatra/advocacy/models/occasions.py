"""Events, press conferences and trainings: where and when, who came, and what followed."""

import uuid
from datetime import date, datetime
from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from vatra.access.models import User
from vatra.advocacy.events.states import PlaceState, state_of
from vatra.advocacy.events.words import Towards
from vatra.advocacy.models.action import Action
from vatra.advocacy.models.held import MayBeHeld, MayBeHeldRows, held_rightly
from vatra.advocacy.models.institution import Institution
from vatra.kernel.clock import local_day
from vatra.kernel.constraints import both_or_neither
from vatra.kernel.in_languages import InLanguages
from vatra.kernel.privacy import Keep
from vatra.people.words import Municipality


class Occasions(models.QuerySet["Occasion"]):
    """Questions about many events."""

    def in_order(self) -> Self:
        """The latest first."""
        return self.select_related("action").order_by("-starts_at", "-pk")


class Occasion(models.Model):
    """When and where an event, a press conference or a training takes place, and what came of it."""

    action = models.OneToOneField(Action, models.PROTECT, related_name="occasion")
    place = models.CharField(_("place"), max_length=160)
    municipality = models.CharField(_("municipality"), max_length=20, choices=Municipality, blank=True)
    starts_at = models.DateTimeField(_("begins"))
    ends_at = models.DateTimeField(_("ends"))
    # Of what is long past often only the day is known.
    hour_is_known = models.BooleanField(default=True)
    languages = ArrayField(
        models.CharField(max_length=10), default=list, blank=True, verbose_name=_("languages spoken")
    )
    capacity = models.PositiveSmallIntegerField(_("room for so many people"), null=True, blank=True)
    is_open = models.BooleanField(_("anybody may register on the public site"), default=False)
    towards = models.CharField(
        _("meant to move the ask to"), max_length=10, choices=Towards, null=True, blank=True
    )
    # What people are to know or be able to do afterwards; for a training.
    objectives = InLanguages(_("what people are to know afterwards"), blank=True)
    came_of_it = InLanguages(_("what came of it"), blank=True)
    result_address = models.URLField(_("where it can be read"), max_length=500, blank=True)

    objects = Occasions.as_manager()

    trigger_sentences = {
        "occasion_of_another_kind_of_action": _(
            "Only an event, a press conference or a training takes place at an hour."
        ),
    }

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="occasion_ends_before_it_begins",
                condition=Q(ends_at__gt=F("starts_at")),
                violation_error_message=_("The end lies after the beginning."),
            ),
            models.CheckConstraint(
                name="occasion_without_place",
                condition=~Q(place=""),
                violation_error_message=_("Say where it takes place."),
            ),
            models.CheckConstraint(
                name="occasion_for_nobody",
                condition=Q(capacity__isnull=True) | Q(capacity__gte=1),
                violation_error_message=_("There is room for one person at least."),
            ),
        ]
        indexes = [models.Index(fields=["-starts_at", "-id"], name="occasion_latest_first")]

    class Privacy:
        identifying = ()
        sensitive = ()
        keep_for = Keep.REFERENCE

    def __str__(self) -> str:
        return str(self.action)

    @property
    def begins(self) -> datetime | date:
        """The moment it begins, or the day where no hour is known."""
        return self.starts_at if self.hour_is_known else local_day(self.starts_at)

    def is_open_at(self, moment: datetime) -> bool:
        """Whether somebody may still register by oneself."""
        return self.is_open and moment < self.starts_at


class Registrations(MayBeHeldRows["Registration"]):
    """Questions about many registrations."""

    came_at = "registered_at"

    def holding(self) -> Self:
        """Registrations that take a place: confirmed, not withdrawn, not refused."""
        return self.filter(confirmed_at__isnull=False, withdrawn_at=None, refused_at=None)


class Registration(MayBeHeld):
    """Somebody wants to come; at a press conference a journalist, who is accredited or told why not."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    occasion = models.ForeignKey(Occasion, models.PROTECT, related_name="registrations")
    name = models.CharField(_("name"), max_length=120)
    email = models.EmailField(_("e-mail address"), blank=True)
    canonical_email = models.CharField(max_length=254, blank=True)
    language = models.CharField(_("language"), max_length=10)
    institution = models.ForeignKey(
        Institution, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("comes from")
    )
    outlet = models.CharField(_("writes or films for"), max_length=120, blank=True)
    registered_at = models.DateTimeField()
    # Without it the person registered on the public site.
    recorded_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    confirmed_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    granted_at = models.DateTimeField(null=True, blank=True)
    refused_at = models.DateTimeField(null=True, blank=True)
    refusal = models.CharField(_("why accreditation was refused"), max_length=300, blank=True)
    decided_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    has_come = models.BooleanField(_("came"), null=True, blank=True)

    objects = Registrations.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["occasion", "canonical_email"],
                condition=Q(confirmed_at__isnull=False, withdrawn_at=None) & ~Q(canonical_email=""),
                name="registered_twice",
                violation_error_message=_("This person is already registered."),
            ),
            models.CheckConstraint(
                name="registered_without_name",
                condition=~Q(name="") | Q(erased_at__isnull=False),
                violation_error_message=_("Write the name."),
            ),
            models.CheckConstraint(
                name="accredited_and_refused",
                condition=Q(granted_at=None) | Q(refused_at=None),
                violation_error_message=_("A journalist is accredited or refused, not both."),
            ),
            models.CheckConstraint(
                name="accreditation_decided_by_nobody",
                condition=Q(granted_at=None, refused_at=None, decided_by=None)
                | (Q(decided_by__isnull=False) & (Q(granted_at__isnull=False) | Q(refused_at__isnull=False))),
                violation_error_message=_("Say who decided about the accreditation."),
            ),
            models.CheckConstraint(
                name="accreditation_refused_without_reason",
                condition=Q(refused_at=None, refusal="")
                | Q(refused_at__isnull=False) & (~Q(refusal="") | Q(erased_at__isnull=False)),
                violation_error_message=_("Say why the accreditation is refused."),
            ),
            models.CheckConstraint(
                name="came_unregistered",
                condition=Q(has_come__isnull=True) | Q(confirmed_at__isnull=False),
                violation_error_message=_("Only who is registered is ticked as having come."),
            ),
            *held_rightly("registration"),
        ]
        indexes = [
            models.Index(fields=["occasion", "canonical_email"], name="registrations_of_address"),
            models.Index(fields=["occasion", "network", "registered_at"], name="registrations_of_network"),
        ]

    class Privacy:
        identifying = ("name", "email", "canonical_email", "network")
        sensitive = ("outlet", "refusal")
        keep_for = Keep.CAMPAIGN

    def __str__(self) -> str:
        return self.name

    @property
    def state(self) -> PlaceState:
        """How far the registration has come."""
        return state_of(
            expired=self.is_expired,
            held=self.is_held,
            turned_away=self.turned_away_at is not None,
            confirmed=self.confirmed_at is not None,
            withdrawn=self.withdrawn_at is not None,
            granted=self.granted_at is not None,
            refused=self.refused_at is not None,
        )


class TrainingCount(models.Model):
    """How many people of an institution took part in a training: numbers, no names."""

    occasion = models.ForeignKey(Occasion, models.PROTECT, related_name="counts")
    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="+", verbose_name=_("institution")
    )
    participants = models.PositiveSmallIntegerField(_("how many came"))

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["occasion", "institution"],
                name="institution_counted_twice",
                violation_error_message=_("The participants of this institution are already counted."),
            ),
        ]

    class Privacy:
        identifying = ()
        sensitive = ()
        keep_for = Keep.REFERENCE


class TrainingQuestion(models.Model):
    """A short question asked before and after a training, and how many answered it rightly; nobody is named."""

    occasion = models.ForeignKey(Occasion, models.PROTECT, related_name="questions")
    asked = models.CharField(_("question"), max_length=200)
    before = models.PositiveSmallIntegerField(_("answered before"))
    right_before = models.PositiveSmallIntegerField(_("rightly before"))
    after = models.PositiveSmallIntegerField(_("answered after"))
    right_after = models.PositiveSmallIntegerField(_("rightly after"))

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["occasion", "asked"],
                name="training_question_asked_twice",
                violation_error_message=_("The answers to this question are already written down."),
            ),
            models.CheckConstraint(
                name="more_right_than_answered",
                condition=Q(right_before__lte=F("before"), right_after__lte=F("after")),
                violation_error_message=_("No more people can be right than have answered."),
            ),
        ]

    class Privacy:
        identifying = ()
        sensitive = ()
        keep_for = Keep.REFERENCE


class FollowUps(models.QuerySet["FollowUp"]):
    """Questions about many follow-ups."""

    def to_do(self) -> Self:
        """What is not yet done, the most urgent first."""
        return self.filter(done_on=None).order_by("due_on", "pk")


class FollowUp(models.Model):
    """What somebody does by a day because of an action, so that it does not end with the handshake."""

    action = models.ForeignKey(Action, models.PROTECT, related_name="follow_ups")
    what = models.CharField(_("what is to be done"), max_length=200)
    due_on = models.DateField(_("by"))
    person = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("by whom"))
    done_on = models.DateField(_("done on"), null=True, blank=True)
    outcome = models.CharField(_("what came of it"), max_length=300, null=True, blank=True)

    objects = FollowUps.as_manager()

    class Meta:
        constraints = [
            both_or_neither(
                "follow_up_done_without_outcome",
                "done_on",
                "outcome",
                message=_("Say when it was done and what came of it."),
            ),
        ]
        indexes = [models.Index(fields=["due_on"], condition=Q(done_on=None), name="follow_ups_to_do")]

    class Privacy:
        identifying = ("person",)
        sensitive = ()
        keep_for = Keep.REFERENCE

    def __str__(self) -> str:
        return self.what
