"""One factor of one option, as somebody wrote it and as it stood when the page was opened."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from django.utils.translation import gettext_lazy as _

from vatra.decisions.models import Option, Weighing
from vatra.decisions.words import Factor
from vatra.kernel.concern import Concern, Severity

MEANWHILE = "meanwhile-"


@dataclass(frozen=True)
class Cell:
    """What somebody writes about one factor; `seen` is the fingerprint of what stood there for the writer."""

    factor: str
    leaning: str
    sentence: str
    source: str = ""
    seen: str = ""

    @property
    def fingerprint(self) -> str:
        """Tells one content of a cell from another."""
        return _fingerprint(self.leaning, self.sentence, self.source)


def fingerprint_of(weighing: Weighing | None) -> str:
    """What stands in the cell; empty while nothing does."""
    return _fingerprint(weighing.leaning, weighing.sentence, weighing.source) if weighing else ""


def fingerprint_of_option(option: Option) -> str:
    """What is said about an option, besides its weighing."""
    return _fingerprint(str(option.home_id), option.in_words, option.short_term, option.long_term)


def _fingerprint(*parts: str) -> str:
    return sha256("\x1f".join(parts).encode()).hexdigest()[:16]


def differing(cells: Sequence[Cell], standing: Mapping[str, Weighing]) -> list[Cell]:
    """The cells that say something else than what stands."""
    return [cell for cell in cells if cell.fingerprint != fingerprint_of(standing.get(cell.factor))]


def changed_meanwhile(option: Option, seen: str) -> list[Concern]:
    """Somebody else has changed the option since the page was opened; the sentence says how it now reads."""
    if seen == fingerprint_of_option(option):
        return []
    sentence = _(
        "Somebody else has changed this option meanwhile. It now reads: %(option)s. Send again to put yours there."
    )
    lines = (option.in_words, option.short_term, option.long_term)
    now = " · ".join(f"“{line}”" for line in lines if line)
    return [Concern("option-changed", Severity.BLOCK, sentence % {"option": now})]


def written_meanwhile(cells: Sequence[Cell], standing: Mapping[str, Weighing]) -> list[Concern]:
    """Where somebody else has written something since the page was opened: nothing is overwritten unseen."""
    sentence = _("Somebody else has weighed “%(factor)s” meanwhile. Choose which words stay.")
    return [
        Concern(f"{MEANWHILE}{cell.factor}", Severity.BLOCK, sentence % {"factor": Factor(cell.factor).label})
        for cell in cells
        if cell.seen != fingerprint_of(standing.get(cell.factor))
    ]
