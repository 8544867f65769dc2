"""Finds the sentences that need translating in the code, without GNU gettext on the machine."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import allauth
from babel.messages.extract import extract
from django.utils.translation.template import templatize

from vatra.commands.translations import Key
from vatra.law.packs import codes, pack
from vatra.law.packs.ages import SIGNING_AGE
from vatra.law.path.words import CONSENT_AGE

SOURCE = Path(__file__).parents[1]
SIGN_IN = Path(allauth.__file__).parent
# What the sign-in pages say is theirs, and they know no Albanian.
SIGN_IN_PAGES = (
    *("account/adapter.py", "account/fields.py", "account/forms.py"),
    *("templates/account/account_inactive.html", "templates/account/log*.html"),
    *("templates/account/password_change.html", "templates/account/password_set.html"),
    *("templates/account/*reauthenticate.html", "mfa/**/*.py"),
    *("templates/account/messages/logged_*.txt", "templates/account/messages/password_*.txt"),
    *("templates/mfa/**/*.html", "templates/mfa/messages/*.txt"),
)
FUNCTIONS = {
    **dict.fromkeys(("_", "say", "gettext", "gettext_lazy")),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), (1, 2)),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), ((1, "c"), 2)),
    **dict.fromkeys(("npgettext", "npgettext_lazy"), ((1, "c"), 2, 3)),
}
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# Django writes them with capitals in Albanian, and in Serbian without the case a date needs ("27. marta").
DJANGOS = (
    *(("", word, "") for word in MONTHS + DAYS),
    *(("alt. month", month, "") for month in MONTHS),
)


def found() -> list[Key]:
    """Every sentence of the code and of the sign-in pages, in the order of the alphabet."""
    keys = set(DJANGOS)
    for path in (*SOURCE.rglob("*.py"), *templates(), *_sign_in()):
        read = in_python if path.suffix == ".py" else in_template
        keys |= set(read(path.read_text()))
    keys |= {("", citation, "") for citation in _citations()}
    return sorted(keys, key=lambda key: (key[1], key[0], key[2]))


def templates() -> list[Path]:
    return sorted(path for path in SOURCE.glob("*/templates/**/*") if path.is_file())


def _citations() -> set[str]:
    """What the values of a country's pack rest on that a page cites: clocks, periods of the legal path, ages."""
    packs = [pack(code) for code in codes()]
    return {
        *(clock.source for each in packs for clock in each.clocks),
        *(event.source for each in packs for event in each.path if event.within_days),
        *(age.source for each in packs for age in each.ages if age.code in {CONSENT_AGE, SIGNING_AGE}),
    }


def _sign_in() -> list[Path]:
    found = {path for pattern in SIGN_IN_PAGES for path in SIGN_IN.glob(pattern)}
    return sorted(path for path in found if "tests" not in path.parts)


def in_template(text: str) -> Iterator[Key]:
    # What is left of the tags starts anywhere on its line; Python minds.
    return in_python("\n".join(line.strip() for line in templatize(text).splitlines()))


def in_python(text: str) -> Iterator[Key]:
    for _line, words, _comments, context in extract("python", BytesIO(text.encode()), FUNCTIONS):
        singular, plural = words if isinstance(words, tuple) else (words, "")
        yield context or "", singular, plural
