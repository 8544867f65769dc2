"""The languages documents are written in."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.utils import translation

# ISO 639: Albanian and Serbian are official, English is read by those who help from elsewhere.
DOCUMENT_LANGUAGES = ("sq", "sr", "en")
# Serbian is written in Latin letters on our pages and on our paper.
ON_OUR_PAGES = {"sr": "sr-latn"}


@contextmanager
def in_language(language: str) -> Iterator[None]:
    """Our sentences and days in the language of a document."""
    with translation.override(ON_OUR_PAGES.get(language, language)):
        yield


def language_of_the_page() -> str:
    """The language somebody reads our pages in, where documents know it."""
    spoken = (translation.get_language() or "")[:2]
    return spoken if spoken in DOCUMENT_LANGUAGES else DOCUMENT_LANGUAGES[0]
