"""Whose name and address are to be erased, and from which day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Exists, OuterRef, QuerySet

from vatra.advocacy.models import Signature, SignerMail, SigningSheet
from vatra.advocacy.signing.links import CONFIRM_WITHIN
from vatra.kernel.last_contact import forgotten_before, numbers_by


def unconfirmed_too_long(now: datetime) -> QuerySet[Signature]:
    """Signatures that nobody has confirmed within the time for it, and whose signers are still known."""
    return Signature.objects.filter(
        confirmed_at=None, signer__isnull=False, signed_at__lte=now - CONFIRM_WITHIN
    )


def past_their_day(today: date) -> QuerySet[Signature]:
    """Confirmed signatures whose signers neither did anything nor got a mail for two years."""
    moment = forgotten_before(today)
    written_to = SignerMail.objects.filter(signature=OuterRef("pk"), offered_at__gte=moment)
    long_ago = Signature.objects.filter(confirmed_at__lt=moment, signer__isnull=False)
    return long_ago.exclude(Exists(written_to))


@dataclass(frozen=True)
class Due:
    """What the next acts of forgetting would erase of one sheet."""

    sheet: SigningSheet
    contacts: int
    unconfirmed: int


def report(now: datetime, today: date) -> Sequence[Due]:
    """Sheet by sheet, what is to be erased; nothing is changed by looking."""
    contacts = numbers_by("sheet", past_their_day(today))
    unconfirmed = numbers_by("sheet", unconfirmed_too_long(now))
    sheets = SigningSheet.objects.filter(pk__in={*contacts, *unconfirmed}).select_related("action")
    return [
        Due(sheet, contacts.get(sheet.pk, 0), unconfirmed.get(sheet.pk, 0)) for sheet in sheets.order_by("pk")
    ]
