"""What the law of a file calls things, in the reader's language."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import get_language

from vatra.law.packs import pack
from vatra.law.packs.values import Named


@dataclass(frozen=True)
class Called:
    """What a code stands for; a code the pack does not know stands for itself."""

    code: str
    name: str
    is_verified: bool = True


@dataclass(frozen=True)
class Names:
    """The authorities and the documents of one law by their codes."""

    authorities: Mapping[str, Called]
    documents: Mapping[str, Called]

    def authority(self, code: str) -> Called:
        """The authority of this code."""
        return self.authorities.get(code) or Called(code, code)

    def document(self, code: str) -> Called:
        """The document of this code."""
        return self.documents.get(code) or Called(code, code)


def names_of(jurisdiction: str, *, on: date | None = None) -> Names:
    """The names that hold on a day under the law of a file; without a day all of them, of several versions the first."""
    law = pack(jurisdiction) if on is None else pack(jurisdiction).on(on)
    return Names(_called(law.institutions), _called(law.documents))


def name_of(value: Named) -> str:
    """What a value of a pack is called, in the language of the reader."""
    return value.name_in(get_language() or "")


def _called(values: Iterable[Named]) -> dict[str, Called]:
    called: dict[str, Called] = {}
    for value in values:
        called.setdefault(value.code, Called(value.code, name_of(value), value.verified))
    return called
