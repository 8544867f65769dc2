"""Words for the public in the three languages of the site: what is missing in one is shown in another, and marked so."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.db.models import CheckConstraint, JSONField, Q
from django.db.models.expressions import Expression
from django.utils import translation

from vatra.kernel.sentence import Sentence

SITE_LANGUAGES = tuple(code for code, _name in settings.LANGUAGES)


class Wording(dict[str, str]):
    """The same words by language; printed in the language of the page, or in the first that has them."""

    def __str__(self) -> str:
        return self.get(self.spoken, "")

    @property
    def spoken(self) -> str:
        """The language these words are shown in on this page."""
        asked = translation.get_language() or ""
        return next((code for code in (asked, *SITE_LANGUAGES) if self.get(code)), asked)

    @property
    def missing(self) -> list[str]:
        """The languages of the site in which nothing is written yet."""
        return [code for code in SITE_LANGUAGES if not self.get(code)]


def wording(words: Mapping[str, str]) -> Wording:
    """Words as they are kept: only languages of the site, and none with nothing in it."""
    # Browsers send lines that end otherwise than those of a file; the words are the same.
    kept = {code: words.get(code, "").replace("\r\n", "\n").strip() for code in SITE_LANGUAGES}
    return Wording({code: said for code, said in kept.items() if said})


class InLanguages(JSONField):
    """A text in the languages of the site, as {"sq": …, "sr-latn": …, "en": …}; languages without words are left out."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **{"default": Wording, **options})

    def from_db_value(self, value: str | None, expression: Expression, connection: Any) -> Wording | None:
        """What was kept, ready to be printed."""
        found = super().from_db_value(value, expression, connection)
        return found if found is None else Wording(found)


def said_somewhere(name: str, field: str, message: Sentence) -> CheckConstraint:
    """It is wrong that a text is empty in every language of the site."""
    somewhere = Q(**{f"{field}__has_any_keys": list(SITE_LANGUAGES)})
    return CheckConstraint(condition=somewhere, name=name, violation_error_message=message)
