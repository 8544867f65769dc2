"""Authorities and documents as the law of a file calls them, in the reader's language."""

from collections.abc import Iterable, Sequence
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
    """The authorities and the documents of one law on one day."""

    authorities: Sequence[Called]
    documents: Sequence[Called]

    def authority(self, code: str) -> Called:
        """The authority of this code."""
        return _by_code(self.authorities, code)

    def document(self, code: str) -> Called:
        """The document of this code."""
        return _by_code(self.documents, code)


def names_of(jurisdiction: str, *, on: date) -> Names:
    """The names that hold on a day under the law of a file."""
    law = pack(jurisdiction).on(on)
    return Names(_called(law.institutions), _called(law.documents))


def as_choices(called: Iterable[Called]) -> list[tuple[str, str]]:
    """To choose from in a form."""
    return [(each.code, each.name) for each in called]


def _called(values: Iterable[Named]) -> list[Called]:
    language = get_language() or ""
    return [Called(value.code, value.name_in(language), value.verified) for value in values]


def _by_code(called: Sequence[Called], code: str) -> Called:
    return next((each for each in called if each.code == code), Called(code, code))
