"""House rules of language: all that people read is one whole sentence, in Albanian and in Serbian too."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser

import polib
import pytest
from django.template.base import Lexer, TokenType

from vatra.commands import sentences
from vatra.commands.translations import LOCALE, PLURALS, key_of, read

SOURCE = sentences.SOURCE
GLOSSARY = SOURCE.parents[1] / "docs" / "glossary.md"
PYTHON = sorted(path for path in SOURCE.rglob("*.py") if "migrations" not in path.parts)
TEMPLATES = sentences.templates()
LANGUAGES = sorted(PLURALS)

# Written alike in English and in another language, each looked at.
SAME = {
    "sq": {"Administrator", "Plan", "Draft", "%(child)s %(act)s"},
    "sr_Latn": {"Plan", "Panel", "Administrator", "Stratum", "partner"},
}
# Not to be translated: our name, and the first part of an id.
NAMES = {"Vatra", "form"}
PLACEHOLDER = re.compile(r"%\(\w+\)s|%[sd]|\{\w*\}")
TAG = re.compile(r"<[^>]+>")
WORD = re.compile(r"[^\W\d_]{2,}")
VISIBLE_ATTRIBUTES = {"alt", "aria-description", "aria-label", "placeholder", "title"}
VISIBLE_ARGUMENTS = {
    "empty_label",
    "help_text",
    "label",
    "message",
    "verbose_name",
    "violation_error_message",
}


def _entries(language: str) -> list[polib.POEntry]:
    return list(read(LOCALE / language / "LC_MESSAGES" / "django.po"))


def _pairs(language: str) -> Iterator[tuple[str, str]]:
    """Each translation beside the English it stands for."""
    for entry in _entries(language):
        if entry.msgid_plural:
            yield from ((entry.msgid_plural, form) for form in entry.msgstr_plural.values())
        else:
            yield entry.msgid, entry.msgstr


def _is_complete(entry: polib.POEntry) -> bool:
    return all(entry.msgstr_plural.values() if entry.msgid_plural else [entry.msgstr])


def test_the_catalogues_hold_the_sentences_of_the_code() -> None:
    found = set(sentences.found())
    assert len(found) > 500
    for language in LANGUAGES:
        known = {key_of(entry) for entry in _entries(language)}
        assert sorted(found ^ known) == [], "run ./vatra translations --extract and translate what is new"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_translated_for_certain(language: str) -> None:
    entries = _entries(language)
    assert [
        entry.msgid for entry in entries if entry.fuzzy or entry.obsolete or not _is_complete(entry)
    ] == []
    forms = {len(entry.msgstr_plural) for entry in entries if entry.msgid_plural}
    assert forms == {PLURALS[language][0]}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_fills_in_the_same_things(language: str) -> None:
    for pattern in (PLACEHOLDER, TAG):
        wrong = [
            (english, own)
            for english, own in _pairs(language)
            if Counter(pattern.findall(english)) != Counter(pattern.findall(own))
        ]
        assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_begins_and_ends_as_its_sentence_does(language: str) -> None:
    def edges(text: str) -> tuple[str, str]:
        return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]

    assert [english for english, own in _pairs(language) if edges(english) != edges(own)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_stays_english(language: str) -> None:
    unchanged = {
        english
        for english, own in _pairs(language)
        if english == own and WORD.search(PLACEHOLDER.sub("", TAG.sub("", english)))
    }
    assert unchanged - SAME[language] == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_languages_are_written_in_latin_letters(language: str) -> None:
    assert [own for _english, own in _pairs(language) if re.search(r"[\u0400-\u04ff]", own)] == []


@cache
def _in_modules() -> list[tuple[str, ast.AST]]:
    """Every call, f-string, sum and import of our Python, with the module it stands in."""
    return [
        (str(module.relative_to(SOURCE)), node)
        for module in PYTHON
        for node in ast.walk(ast.parse(module.read_text()))
        if isinstance(node, ast.Call | ast.JoinedStr | ast.BinOp | ast.ImportFrom)
    ]


def _translates(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in sentences.FUNCTIONS
    )


# Sentences that come from a country's pack; the extraction reads the packs themselves.
FROM_PACKS = {("law/citations.py", "source")}


def test_a_sentence_is_written_down_whole() -> None:
    computed = []
    for module, node in _in_modules():
        if isinstance(node, ast.Call) and _translates(node):
            texts = node.args[:2] if ast.unparse(node.func).startswith("n") else node.args[:1]
            computed += [(module, ast.unparse(each)) for each in texts if not isinstance(each, ast.Constant)]
    assert set(computed) == FROM_PACKS


def test_sentences_are_not_glued() -> None:
    glued = [
        (module, ast.unparse(node))
        for module, node in _in_modules()
        if isinstance(node, ast.JoinedStr) or (isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add))
        if any(_translates(part) for part in ast.walk(node))
    ]
    assert glued == []


def test_gettext_goes_by_a_name_the_extraction_knows() -> None:
    names = {
        (module, alias.asname or alias.name)
        for module, node in _in_modules()
        if isinstance(node, ast.ImportFrom) and node.module == "django.utils.translation"
        for alias in node.names
        if "gettext" in alias.name
    }
    assert {(module, name) for module, name in names if name not in sentences.FUNCTIONS} == set()


def test_what_a_form_or_a_constraint_says_is_translated() -> None:
    said = [
        (module, keyword.value.value)
        for module, node in _in_modules()
        if isinstance(node, ast.Call)
        for keyword in node.keywords
        if keyword.arg in VISIBLE_ARGUMENTS and isinstance(keyword.value, ast.Constant)
    ]
    assert [text for text in said if isinstance(text[1], str) and WORD.search(text[1])] == []


class _Visible(HTMLParser):
    """Collects what a browser would show or read out."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def handle_starttag(self, _tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.texts += [value or "" for name, value in attrs if name in VISIBLE_ATTRIBUTES]


def _outside_translation(template: str) -> str:
    """The template's own text, without its tags and without what stands in `blocktranslate` and `comment`."""
    kept, closing = "", ""
    for token in Lexer(template).tokenize():
        words = token.split_contents() if token.token_type == TokenType.BLOCK else []
        if closing:
            closing = "" if words[:1] == [closing] else closing
        elif words[:1] == ["blocktranslate"] or words[:1] == ["comment"]:
            closing = "end" + words[0]
        elif token.token_type == TokenType.TEXT:
            kept += token.contents
    return kept


def _spoken_in_tags(template: str) -> Iterator[str]:
    """What a tag or filter would show although nobody translates it: `default:"none"`, `with title="Two words"`."""
    for token in Lexer(template).tokenize():
        if token.token_type == TokenType.VAR:
            yield from re.findall(r'\|(?:default|default_if_none|yesno|join):"([^"]*)"', token.contents)
        elif token.token_type == TokenType.BLOCK and token.split_contents()[0] != "translate":
            literals = re.findall(r'(_\()?"([^"]*)"', token.contents)
            yield from (text for translated, text in literals if not translated and " " in text)


def test_a_template_shows_only_what_is_translated() -> None:
    shown = []
    for template in TEMPLATES:
        text = template.read_text()
        parser = _Visible()
        parser.feed(_outside_translation(text))
        shown += [(template.name, each.strip()) for each in (*parser.texts, *_spoken_in_tags(text))]
    assert [each for each in shown if not NAMES.issuperset(WORD.findall(each[1]))] == []


def _avoided(language: str) -> list[str]:
    """What the last column of the glossary names for a language."""
    rows = [line for line in GLOSSARY.read_text().splitlines() if line.startswith("| ")]
    columns = [row.split("|")[-2] for row in rows]
    named = [part.strip() for column in columns for part in column.split("·")]
    lists = [part.removeprefix(f"{language}: ") for part in named if part.startswith(f"{language}: ")]
    return [word for each in lists for word in each.split(", ")]


@pytest.mark.parametrize("language", ["en", "sq", "sr"])
def test_the_pages_keep_to_the_words_of_the_glossary(language: str) -> None:
    catalogue = {"en": "sq", "sr": "sr_Latn"}.get(language, language)
    pairs = _pairs(catalogue)
    # What is filled in has an English name in every language.
    texts = [PLACEHOLDER.sub("", english if language == "en" else own) for english, own in pairs]
    avoided = re.compile(rf"\b({'|'.join(_avoided(language))})\b", re.IGNORECASE)
    assert len(_avoided(language)) > 10
    assert [text for text in texts if avoided.search(text)] == []
