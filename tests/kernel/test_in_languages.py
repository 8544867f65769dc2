"""Words in the languages of the site: said in the language of the page, or marked as said in another."""

import pytest
from django.core.exceptions import ValidationError
from django.template import Context, Template
from django.utils import translation

from vatra.kernel.in_languages import wording
from vatra.kernel.language_boxes import InLanguagesField

SAID = Template("{% load components %}{% said words %}")


def _on_a_page(language: str, **words: str) -> str:
    given = wording({code.replace("_", "-"): text for code, text in words.items()})
    with translation.override(language):
        return SAID.render(Context({"words": given}))


def test_words_are_said_in_the_language_of_the_page() -> None:
    assert _on_a_page("sr-latn", sq="Shtëpi", sr_latn="Dom", en="Home") == "Dom"


def test_what_is_not_translated_says_which_language_it_is_in() -> None:
    assert _on_a_page("en", sq="Shtëpi") == '<span lang="sq">Shtëpi</span>'


def test_markup_in_words_is_text() -> None:
    assert _on_a_page("en", en="<b>") == "&lt;b&gt;"


def test_a_language_with_nothing_in_it_is_missing() -> None:
    assert wording({"sq": "Po", "en": "  "}).missing == ["sr-latn", "en"]


def test_words_are_the_same_whatever_machine_ends_their_lines() -> None:
    assert wording({"en": "One\r\n\r\nTwo"}) == wording({"en": "One\n\nTwo"})


def test_a_field_asks_for_one_language_and_keeps_what_was_typed() -> None:
    field = InLanguagesField(label="Name", max_length=5)
    assert field.clean(["", "Dom", ""]) == {"sr-latn": "Dom"}


@pytest.mark.parametrize(("typed", "code"), [(["", "", ""], "required"), (["", "", "Shelter"], "max_length")])
def test_a_field_refuses_nothing_at_all_and_too_much(typed: list[str], code: str) -> None:
    with pytest.raises(ValidationError) as refused:
        InLanguagesField(label="Name", max_length=5).clean(typed)
    assert refused.value.code == code


def test_a_field_refuses_a_character_the_database_keeps_nowhere() -> None:
    with pytest.raises(ValidationError) as refused:
        InLanguagesField(label="Name").clean(["Sht\0pi", "", ""])
    assert refused.value.code == "null_characters_not_allowed"
