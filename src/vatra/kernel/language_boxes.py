"""Typing the same words in the three languages of the site."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import ProhibitNullCharactersValidator
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

from vatra.kernel.in_languages import SITE_LANGUAGES, Wording, wording
from vatra.kernel.sentence import Sentence


class _InOneLanguage:
    """A control that says its language to whoever reads it aloud, and to the spelling checker."""

    language: str

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(name, value, attrs)  # type: ignore[misc]
        context["widget"]["label"] = get_language_info(self.language)["name_local"].capitalize()
        context["widget"]["attrs"]["lang"] = self.language
        return context


class _Line(_InOneLanguage, forms.TextInput):
    def __init__(self, language: str, attrs: dict[str, Any]) -> None:
        super().__init__(attrs)
        self.language = language


class _Area(_InOneLanguage, forms.Textarea):
    def __init__(self, language: str, attrs: dict[str, Any]) -> None:
        super().__init__(attrs)
        self.language = language


class LanguageBoxes(forms.MultiWidget):
    """A control for each language, in the order of the site."""

    template_name = "vatra/forms/in_languages.html"
    use_fieldset = True

    def __init__(self, *, rows: int = 0, max_length: int | None = None) -> None:
        limit = {"maxlength": max_length} if max_length else {}
        boxes = {
            code: _Area(code, {"rows": rows, **limit}) if rows else _Line(code, limit)
            for code in SITE_LANGUAGES
        }
        super().__init__({code.replace("-", "_"): box for code, box in boxes.items()})

    def use_required_attribute(self, initial: Any) -> bool:  # noqa: ARG002 (Django's signature)
        """One language is enough: the field itself says so."""
        return False

    def decompress(self, value: Any) -> list[str]:
        return [(value or {}).get(code, "") for code in SITE_LANGUAGES]


class InLanguagesField(forms.Field):
    """The words as a `Wording`; required means: in one language at least. `rows` makes boxes of several lines."""

    def __init__(
        self, *, label: Sentence, rows: int = 0, max_length: int | None = None, **options: Any
    ) -> None:
        super().__init__(label=label, widget=LanguageBoxes(rows=rows, max_length=max_length), **options)
        self.max_length = max_length

        # PostgreSQL keeps no text with such a character; Django's own fields refuse it too.
        self.holds_no_null = ProhibitNullCharactersValidator()

    def to_python(self, value: Any) -> Wording:
        typed = value if isinstance(value, dict) else dict(zip(SITE_LANGUAGES, value or [], strict=False))
        words = wording({code: said or "" for code, said in typed.items()})
        for code, said in words.items():
            self.holds_no_null(said)
            self._check_length(code, said)
        return words

    def validate(self, value: Wording) -> None:
        """In one language at least."""
        if self.required and not value:
            raise ValidationError(_("Write it in one language at least."), code="required")

    def has_changed(self, initial: Any, data: Any) -> bool:
        return wording(initial or {}) != self.to_python(data)

    def _check_length(self, code: str, said: str) -> None:
        if self.max_length and len(said) > self.max_length:
            raise ValidationError(
                _("The words in %(language)s are too long: at most %(most)s letters.")
                % {"language": get_language_info(code)["name_translated"], "most": self.max_length},
                code="max_length",
            )
