"""The list that is handed over: who agreed to it, confirmed it and counts. It holds no address."""

import csv
from dataclasses import dataclass
from hashlib import sha256
from io import StringIO

from vatra.advocacy.models import Signature, SigningSheet
from vatra.advocacy.signing.words import Purpose
from vatra.kernel.clock import local_day
from vatra.kernel.spreadsheet import BYTE_ORDER_MARK, harmless

HEAD = ("number", "name", "municipality", "signed_on", "text_version")


@dataclass(frozen=True)
class ListOfNames:
    """The file as it is handed over, and its SHA-256."""

    number: int
    content: bytes

    @property
    def digest(self) -> bytes:
        return sha256(self.content).digest()


def list_of_names(sheet: SigningSheet) -> ListOfNames:
    """Everybody to be delivered, in the order in which they signed."""
    agreed = sheet.signatures.filter(signer__isnull=False).counted().agreeing_to(Purpose.DELIVER)
    signatures = list(agreed.select_related("signer", "text").order_by("signed_at", "pk"))
    written = StringIO()
    table = csv.writer(written)
    table.writerow(HEAD)
    table.writerows(_row(place, each) for place, each in enumerate(signatures, start=1))
    return ListOfNames(len(signatures), (BYTE_ORDER_MARK + written.getvalue()).encode())


def _row(place: int, signature: Signature) -> tuple[str, ...]:
    assert signature.signer is not None
    told = (
        signature.signer.name,
        signature.get_municipality_display(),
        local_day(signature.signed_at).isoformat(),
        str(signature.text.number),
    )
    return (str(place), *map(harmless, told))
