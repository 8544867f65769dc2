"""The languages documents are written in, by name."""

from vatra.kernel.typesetting import languages
from vatra.people.words import Language

DOCUMENT_LANGUAGES = tuple(Language(code) for code in languages.DOCUMENT_LANGUAGES)
CHOICES = [(language.value, language.label) for language in DOCUMENT_LANGUAGES]
