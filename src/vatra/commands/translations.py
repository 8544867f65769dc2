"""The translated sentences (.po): brought up to date with the code, compiled to what Django reads (.mo)."""

import argparse
from pathlib import Path
from typing import Any

import polib

from vatra.commands import report

LOCALE = Path(__file__).parents[1] / "locale"
# How a language counts, and with how many forms, as gettext writes it down.
PLURALS = {
    "sq": (2, "n != 1"),
    "sr_Latn": (
        3,
        "n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2",
    ),
}

# What a catalogue knows a sentence by: its context, its singular, its plural; "" where there is none.
Key = tuple[str, str, str]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--extract", action="store_true", help="first take over the sentences of the code")
    parser.add_argument("--json", action="store_true", help="print one JSON document")


def run(options: argparse.Namespace) -> int:
    if options.extract:
        # Only where Vatra is developed: the tool that reads sentences out of code is not part of it.
        from vatra.commands import sentences  # noqa: PLC0415

        take_over(sentences.found())
    compile_all()
    languages = {path.parts[-3]: _counts(path) for path in _catalogues()}
    if options.json:
        report.print_document({"languages": languages})
    for language, counts in {} if options.json else languages.items():
        report.paper.print(f"{language}: {counts['translated']} of {counts['sentences']} sentences")
    return 0


def take_over(keys: list[Key]) -> None:
    """Every catalogue holds exactly these sentences, in this order; what was translated stays translated."""
    for language in PLURALS:
        path = LOCALE / language / "LC_MESSAGES" / "django.po"
        known = {key_of(entry): entry for entry in read(path)} if path.exists() else {}
        catalogue = _new_catalogue(language)
        catalogue.extend(known.get(key) or _untranslated(key, language) for key in keys)
        path.parent.mkdir(parents=True, exist_ok=True)
        catalogue.save(str(path))


def compile_all() -> None:
    """Compiles every catalogue that changed since it was compiled last."""
    for source in _catalogues():
        target = source.with_suffix(".mo")
        if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
            # A second process compiling at the same time never sees half a catalogue.
            draft = target.with_suffix(".mo.new")
            read(source).save_as_mofile(str(draft))
            draft.replace(target)


def read(path: Path) -> Any:
    """A catalogue of a library that brings no types; a sentence stands on one line."""
    return polib.pofile(str(path), wrapwidth=0)  # type: ignore[no-untyped-call]


def key_of(entry: Any) -> Key:
    return entry.msgctxt or "", entry.msgid, entry.msgid_plural


def _catalogues() -> list[Path]:
    return sorted(LOCALE.glob("*/LC_MESSAGES/*.po"))


def _new_catalogue(language: str) -> Any:
    forms, rule = PLURALS[language]
    catalogue = polib.POFile(wrapwidth=0)  # type: ignore[no-untyped-call]
    catalogue.metadata = {
        "Project-Id-Version": "Vatra",
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": f"nplurals={forms}; plural=({rule});",
    }
    return catalogue


def _untranslated(key: Key, language: str) -> Any:
    context, singular, plural = key
    entry = polib.POEntry(msgctxt=context or None, msgid=singular, msgid_plural=plural)  # type: ignore[no-untyped-call]
    if plural:
        entry.msgstr_plural = dict.fromkeys(range(PLURALS[language][0]), "")
    return entry


def _counts(path: Path) -> dict[str, int]:
    catalogue = read(path)
    return {
        "sentences": len(catalogue) - len(catalogue.obsolete_entries()),
        "translated": len(catalogue.translated_entries()),
        "uncertain": len(catalogue.fuzzy_entries()),
    }
