"""A signature, who gave it, and what its signer agreed to."""

import uuid
from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import F, Func, IntegerField, Q
from django.db.models.lookups import LessThanOrEqual
from django.utils.translation import gettext_lazy as _

from vatra.advocacy.models.signing.sheet import ConsentText, SheetText, SigningSheet
from vatra.advocacy.signing.states import SignatureState
from vatra.advocacy.signing.words import HeldFor, Purpose, TurnedAwayFor
from vatra.kernel.in_languages import SITE_LANGUAGES
from vatra.kernel.privacy import Keep
from vatra.people.words import Municipality

# Of these moments a signature has one at most.
ENDS = ("confirmed_at", "turned_away_at", "rejected_at", "expired_at")


class Signer(models.Model):
    """Who signed: a name and a sealed address, apart from the signature, and erased when their day has come.

    The digests are keyed: `address_digest` of the canonical address, `person_digest` of it with the folded name, so
    that two people may share a mailbox and nobody signs one sheet twice.
    """

    sheet = models.ForeignKey(SigningSheet, models.PROTECT, related_name="signers")
    name = models.CharField(max_length=120)
    email_sealed = models.TextField()
    domain = models.CharField(max_length=255)
    address_digest = models.BinaryField(max_length=32)
    person_digest = models.BinaryField(max_length=32)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["sheet", "person_digest"], name="signer_signs_twice"),
        ]
        indexes = [models.Index(fields=["sheet", "address_digest"], name="signer_of_mailbox")]

    class Privacy:
        identifying = ("name", "email_sealed", "domain", "address_digest", "person_digest")
        sensitive = ()
        keep_for = Keep.CAMPAIGN


class Signatures(models.QuerySet["Signature"]):
    """Questions about many signatures."""

    def counted(self) -> Self:
        """Those the counter shows; the trigger that keeps the counter asks the same."""
        return self.filter(confirmed_at__isnull=False, withdrawn_at=None, invalid_in=0)

    def unanswered(self) -> Self:
        """Neither confirmed nor ended in any other way."""
        return self.filter(**dict.fromkeys(ENDS), withdrawn_at=None)

    def held(self) -> Self:
        """Those somebody has to look at before a mail is sent."""
        return self.unanswered().filter(released_at=None).exclude(held_for="")

    def to_be_confirmed(self) -> Self:
        """Those whose signer may be asked by mail."""
        return self.unanswered().filter(Q(held_for="") | Q(released_at__isnull=False))

    def with_name_to_look_at(self) -> Self:
        """Those that count, whose names may be shown once somebody has looked at them."""
        of_open_sheets = self.counted().filter(sheet__may_show_names=True, signer__isnull=False)
        undecided = of_open_sheets.filter(name_passed_at=None, name_held_back_at=None)
        return undecided.agreeing_to(Purpose.SHOW_NAME)

    def with_name_shown(self) -> Self:
        """Those whose names the public page shows."""
        passed = self.counted().filter(name_passed_at__isnull=False, sheet__may_show_names=True)
        return passed.filter(signer__isnull=False).agreeing_to(Purpose.SHOW_NAME)

    def agreeing_to(self, purpose: Purpose) -> Self:
        """Those whose signer agreed to this and has not withdrawn it."""
        agreed = Consent.objects.filter(text__purpose=purpose, withdrawn_at=None)
        return self.filter(models.Exists(agreed.filter(signature=models.OuterRef("pk"))))


class Signature(models.Model):
    """Somebody puts a name below one version of a text; it counts once the address is confirmed.

    Its state is what its moments say. `network` is a digest of where it came from, salted anew every day.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    sheet = models.ForeignKey(SigningSheet, models.PROTECT, related_name="signatures")
    text = models.ForeignKey(SheetText, models.PROTECT, related_name="signatures")
    signer = models.OneToOneField(Signer, models.PROTECT, null=True, related_name="signature")
    language = models.CharField(max_length=10)
    municipality = models.CharField(max_length=20, choices=Municipality, blank=True)
    network = models.BinaryField(max_length=16)
    # The number of the calculation its browser did; each serves once.
    proof = models.CharField(max_length=32, blank=True)
    held_for = models.CharField(max_length=12, choices=HeldFor, blank=True)
    signed_at = models.DateTimeField()
    released_at = models.DateTimeField(null=True)
    turned_away_at = models.DateTimeField(null=True)
    turned_away_for = models.CharField(max_length=15, choices=TurnedAwayFor, blank=True)
    confirmed_at = models.DateTimeField(null=True)
    rejected_at = models.DateTimeField(null=True)
    expired_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    # In how many batches that hold: it counts in none.
    invalid_in = models.PositiveSmallIntegerField(default=0)
    name_passed_at = models.DateTimeField(null=True)
    name_held_back_at = models.DateTimeField(null=True)

    objects = Signatures.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="signature_in_unknown_words",
                condition=Q(language__in=SITE_LANGUAGES)
                & Q(held_for__in=["", *HeldFor.values])
                & Q(municipality__in=["", *Municipality.values]),
                violation_error_message=_("Choose language and municipality from the lists."),
            ),
            models.CheckConstraint(
                name="signature_ends_in_two_ways",
                condition=LessThanOrEqual(
                    Func(*map(F, ENDS), function="num_nonnulls", output_field=IntegerField()), 1
                ),
                violation_error_message=_("This signature has already been answered. Look at it again."),
            ),
            models.CheckConstraint(
                name="signature_turned_away_without_reason",
                condition=Q(turned_away_at=None, turned_away_for="")
                | Q(turned_away_at__isnull=False, turned_away_for__in=TurnedAwayFor.values),
                violation_error_message=_("Say why the signature is turned away."),
            ),
            models.CheckConstraint(
                name="signature_confirmed_while_held",
                condition=Q(confirmed_at=None) | Q(held_for="") | Q(released_at__isnull=False),
                violation_error_message=_(
                    "Somebody has to look at this signature before it can be confirmed."
                ),
            ),
            models.CheckConstraint(
                name="name_passed_and_held_back",
                condition=Q(name_passed_at=None) | Q(name_held_back_at=None),
                violation_error_message=_("A name is shown or held back, not both."),
            ),
        ]
        indexes = [
            models.Index(fields=["sheet", "-signed_at", "-id"], name="signature_newest_first"),
            models.Index(fields=["proof"], condition=~Q(proof=""), name="signature_of_proof"),
            models.Index(
                fields=["signed_at", "id"],
                condition=Q(confirmed_at=None, signer__isnull=False),
                name="signature_unanswered",
            ),
        ]

    class Privacy:
        identifying = ("signer", "network", "municipality")
        sensitive = ()
        keep_for = Keep.CAMPAIGN

    @property
    def state(self) -> SignatureState:
        """Where it stands; what ended it comes before what it waits for."""
        ended: list[tuple[datetime | None, SignatureState]] = [
            (self.withdrawn_at, SignatureState.WITHDRAWN),
            (self.rejected_at, SignatureState.REJECTED),
            (self.turned_away_at, SignatureState.TURNED_AWAY),
            (self.expired_at, SignatureState.EXPIRED),
        ]
        for moment, state in ended:
            if moment:
                return state
        if self.confirmed_at:
            return SignatureState.INVALID if self.invalid_in else SignatureState.COUNTED
        return SignatureState.HELD if self.is_held else SignatureState.WAITING

    @property
    def is_held(self) -> bool:
        """Whether somebody has to look at it before a mail is sent."""
        return bool(self.held_for) and self.released_at is None


class Consent(models.Model):
    """A signer agreed to one thing, in these words and this language, at this moment; it can be withdrawn.

    Given again after that it is another row, so that every time of agreeing can be shown.
    """

    signature = models.ForeignKey(Signature, models.PROTECT, related_name="consents")
    text = models.ForeignKey(ConsentText, models.PROTECT, related_name="given")
    language = models.CharField(max_length=10)
    given_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["signature", "text"], condition=Q(withdrawn_at=None), name="consent_given_twice"
            ),
            models.CheckConstraint(
                name="consent_withdrawn_before_given",
                condition=Q(withdrawn_at=None) | Q(withdrawn_at__gte=F("given_at")),
                violation_error_message=_("A consent cannot be withdrawn before it was given."),
            ),
        ]

    class Privacy:
        identifying = ()
        sensitive = ()
        keep_for = Keep.CAMPAIGN
