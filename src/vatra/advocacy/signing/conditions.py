"""Which signatures a batch takes: those that fit every condition that is given."""

from dataclasses import dataclass
from datetime import datetime

from vatra.advocacy.models import SheetText, Signature, SigningSheet
from vatra.advocacy.models.signing.signature import Signatures
from vatra.kernel.mailbox import domain_in_ascii

SAMPLES = 20
"""So many are shown before a batch is made."""

ANY_LETTERS = "*"


@dataclass(frozen=True)
class Conditions:
    """What the signatures of a batch have in common. In a name, a star stands for any letters."""

    until_at: datetime
    name_pattern: str = ""
    domain: str = ""
    network: bytes | None = None
    from_at: datetime | None = None
    text: SheetText | None = None

    def fitting(self, sheet: SigningSheet) -> Signatures:
        """The signatures of a sheet that fit, confirmed or not; those that ended otherwise are left alone."""
        fitting = sheet.signatures.filter(withdrawn_at=None, rejected_at=None, signed_at__lte=self.until_at)
        if self.name_pattern:
            fitting = fitting.filter(signer__name__iregex=_as_expression(self.name_pattern))
        if self.domain:
            fitting = fitting.filter(signer__domain=domain_in_ascii(self.domain.strip().lower().lstrip("@")))
        if self.network is not None:
            fitting = fitting.filter(network=self.network)
        if self.from_at is not None:
            fitting = fitting.filter(signed_at__gte=self.from_at)
        return fitting.filter(text=self.text) if self.text else fitting


@dataclass(frozen=True)
class Preview:
    """What a batch would take: how many, how many of them count now, and some of them."""

    fitting: int
    counting: int
    samples: list[Signature]


def preview(sheet: SigningSheet, conditions: Conditions) -> Preview:
    """Looked at before anything is done."""
    fitting = conditions.fitting(sheet)
    samples = fitting.select_related("signer").order_by("-signed_at", "-pk")[:SAMPLES]
    return Preview(fitting.count(), fitting.counted().count(), list(samples))


def _as_expression(pattern: str) -> str:
    """The whole name, letter for letter but for the stars; everything else means itself."""
    return "^" + ".*".join(_literally(part) for part in pattern.strip().split(ANY_LETTERS)) + "$"


def _literally(text: str) -> str:
    """As PostgreSQL's expressions take it: every sign that is no letter, digit or space is itself."""
    return "".join(sign if sign.isalnum() or sign == " " else f"\\{sign}" for sign in text)
