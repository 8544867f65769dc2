"""Letters that people write to somebody in office, through us."""

import uuid
from datetime import date
from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vatra.access.models import User
from vatra.advocacy.letters.states import LetterState, state_of
from vatra.advocacy.letters.words import RefusedBecause, ReplyKind, Verdict
from vatra.advocacy.models.action import Action
from vatra.advocacy.models.held import MayBeHeld, MayBeHeldRows, held_rightly
from vatra.advocacy.models.institution import Post
from vatra.kernel.constraints import both_or_neither
from vatra.kernel.in_languages import InLanguages, said_somewhere
from vatra.kernel.privacy import Keep
from vatra.people.words import Municipality


class LetterCall(models.Model):
    """A call to write to the holder of a post: the text it suggests, and how its letters are let out."""

    action = models.OneToOneField(Action, models.PROTECT, related_name="letter_call")
    addressee = models.ForeignKey(
        Post, models.PROTECT, related_name="letter_calls", verbose_name=_("to the holder of")
    )
    subject = InLanguages(_("subject"))
    suggested = InLanguages(_("suggested text"))
    sends_from = models.DateField(_("letters go from"))
    sends_until = models.DateField(_("letters go until"))
    # For the office, not for this call: what other calls sent there in the same hour counts as well.
    per_hour = models.PositiveSmallIntegerField(_("at most in an hour"), default=20)
    jitter_minutes = models.PositiveSmallIntegerField(
        _("each letter waits up to so many minutes"), default=30
    )
    own_address = models.EmailField(_("our own address, for trying it out"))
    is_test = models.BooleanField(_("everything goes to our own address"), default=True)

    trigger_sentences = {
        "letters_of_another_kind_of_action": _("Only a mail to somebody in office has letters."),
    }

    class Meta:
        constraints = [
            said_somewhere("letter_call_without_subject", "subject", _("Write the subject.")),
            said_somewhere("letter_call_without_text", "suggested", _("Suggest a text.")),
            models.CheckConstraint(
                name="letters_end_before_they_start",
                condition=Q(sends_until__gte=models.F("sends_from")),
                violation_error_message=_("The last day cannot be before the first day."),
            ),
            models.CheckConstraint(
                name="letters_go_in_no_number",
                condition=Q(per_hour__gte=1, per_hour__lte=600, jitter_minutes__lte=24 * 60),
                violation_error_message=_("Let between 1 and 600 letters go in an hour, each within a day."),
            ),
        ]

    class Privacy:
        identifying = ("own_address",)
        sensitive = ()
        keep_for = Keep.REFERENCE

    def __str__(self) -> str:
        return str(self.action)

    def is_open_on(self, day: date) -> bool:
        """Whether somebody may write on a day."""
        last = self.action.last_day
        return self.action.first_day <= day and (last is None or day <= last)

    def sends_on(self, day: date) -> bool:
        """Whether letters go out on a day."""
        return self.sends_from <= day <= self.sends_until


class WrittenLetters(MayBeHeldRows["WrittenLetter"]):
    """Questions about many letters."""

    came_at = "written_at"

    def confirmed(self) -> Self:
        """Letters whose writer has confirmed the address."""
        return self.filter(confirmed_at__isnull=False)

    def own_words(self) -> Self:
        """Confirmed letters in words of their own: each goes by itself once it was read."""
        return self.confirmed().filter(is_alike=False, erased_at=None)

    def to_read(self) -> Self:
        """Letters that wait for a reader, the longest first."""
        readings = LetterReading.objects.filter(letter=models.OuterRef("pk"))
        refused = models.Exists(readings.filter(verdict=Verdict.REFUSE))
        told = models.Exists(readings.filter(tells_of_child=True))
        read = models.functions.Coalesce(
            models.Subquery(
                readings.order_by().values("letter").annotate(number=models.Count("pk")).values("number")
            ),
            0,
        )
        waiting = Q(read=0) | Q(read=1, told=True)
        return self.own_words().filter(~refused).annotate(read=read, told=told).filter(waiting)


class WrittenLetter(MayBeHeld):
    """What one person wrote to the holder of a post; it goes nowhere before its writer confirms the address."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    call = models.ForeignKey(LetterCall, models.PROTECT, related_name="letters")
    name = models.CharField(_("name"), max_length=120)
    email = models.EmailField(_("e-mail address"))
    # The same mailbox however it is written: one person has one letter for a call.
    canonical_email = models.CharField(max_length=254)
    municipality = models.CharField(_("municipality"), max_length=20, choices=Municipality, blank=True)
    language = models.CharField(_("language"), max_length=10)
    words = models.TextField(_("the letter"))
    # What the words are like, as numbers: near copies are found without comparing texts.
    fingerprint = ArrayField(models.BigIntegerField())
    shares_address = models.BooleanField(_("the office may answer the writer directly"), default=False)
    consented_to = models.CharField(_("the words of that consent"), max_length=300, blank=True)
    written_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True, blank=True)
    is_alike = models.BooleanField(_("much like another text"), null=True, blank=True)

    objects = WrittenLetters.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["call", "canonical_email"],
                condition=Q(confirmed_at__isnull=False) & ~Q(canonical_email=""),
                name="letter_written_twice",
                violation_error_message=_("You have already written to this office. Thank you."),
            ),
            both_or_neither(
                "letter_confirmed_unread",
                "confirmed_at",
                "is_alike",
                message=_("A confirmed letter was compared with the others."),
            ),
            models.CheckConstraint(
                name="letter_shares_without_consent",
                condition=Q(shares_address=False) | ~Q(consented_to=""),
                violation_error_message=_("The address goes to the office only with the writer's consent."),
            ),
            *held_rightly("letter"),
        ]
        indexes = [
            models.Index(fields=["call", "confirmed_at"], name="letters_by_confirmation"),
            models.Index(fields=["call", "canonical_email", "written_at"], name="letters_of_an_address"),
            models.Index(fields=["call", "network", "written_at"], name="letters_of_a_network"),
        ]

    class Privacy:
        identifying = ("name", "email", "canonical_email", "words", "network")
        sensitive = ("municipality",)
        keep_for = Keep.CAMPAIGN

    def __str__(self) -> str:
        return self.name

    @property
    def state(self) -> LetterState:
        """How far it has come."""
        return state_of(
            expired=self.is_expired,
            held=self.is_held,
            turned_away=self.turned_away_at is not None,
            confirmed=self.confirmed_at is not None,
            alike=bool(self.is_alike),
            verdicts=[(each.verdict, each.tells_of_child) for each in self.readings.all()],
        )


class LetterReading(models.Model):
    """Somebody of us read a letter before it goes; one that tells of a child is read by two."""

    letter = models.ForeignKey(WrittenLetter, models.PROTECT, related_name="readings")
    verdict = models.CharField(_("may it go?"), max_length=8, choices=Verdict)
    reason = models.CharField(_("why not"), max_length=16, choices=RefusedBecause, null=True, blank=True)
    tells_of_child = models.BooleanField(_("it tells of a child"), default=False)
    read_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    read_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["letter", "read_by"],
                name="letter_read_twice_by_one",
                violation_error_message=_("You have read this letter. Somebody else has to be the second."),
            ),
            models.CheckConstraint(
                name="letter_refused_without_reason",
                condition=Q(verdict=Verdict.PASS, reason__isnull=True)
                | Q(verdict=Verdict.REFUSE, reason__isnull=False, reason__in=RefusedBecause.values),
                violation_error_message=_("Say why the letter may not go."),
            ),
        ]

    class Privacy:
        identifying = ()
        sensitive = ("tells_of_child",)
        keep_for = Keep.CAMPAIGN


class LetterReply(models.Model):
    """What came back for a letter, as its writer or one of us noted; without `noted_by` it was the writer."""

    letter = models.ForeignKey(WrittenLetter, models.PROTECT, related_name="replies")
    kind = models.CharField(_("what came"), max_length=10, choices=ReplyKind)
    came_on = models.DateField(_("on which day"), null=True, blank=True)
    noted_at = models.DateTimeField()
    noted_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["letter", "kind"],
                name="reply_noted_twice",
                violation_error_message=_("This is already noted. Thank you."),
            ),
            models.CheckConstraint(
                name="reply_on_no_day",
                condition=Q(kind=ReplyKind.ANSWERED, came_on__isnull=False)
                | Q(kind=ReplyKind.AUTOMATIC)
                | Q(kind=ReplyKind.NONE, came_on__isnull=True),
                violation_error_message=_("Say on which day the answer came."),
            ),
        ]

    class Privacy:
        identifying = ()
        sensitive = ()
        keep_for = Keep.CAMPAIGN
