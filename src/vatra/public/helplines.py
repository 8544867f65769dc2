"""The telephone numbers of the help page: those of the country's pack, and our own where one is said."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import get_language, get_language_info
from django.utils.translation import gettext as _

from vatra.advocacy.models import HowToReachUs
from vatra.kernel.jurisdiction import the_law_here
from vatra.law.packs import pack
from vatra.law.packs.tables import Helpline


@dataclass(frozen=True)
class Number:
    """One number as a page shows it; `dialled` is what a telephone is told."""

    name: str
    number: str
    hours: str
    languages: str
    is_free: bool
    is_verified: bool

    @property
    def dialled(self) -> str:
        """The number without its spaces."""
        return "".join(letter for letter in self.number if letter.isdigit() or letter == "+")


def numbers(kind: str, *, on: date) -> list[Number]:
    """The numbers of the pack for people in danger, or for people who need a talk."""
    known = pack(the_law_here()).on(on).helplines
    return [_shown(each) for each in known if each.kind == kind]


def our_number(said: HowToReachUs | None) -> Number | None:
    """The organisation's own number, where somebody has said one."""
    if said is None or not said.phone:
        return None
    hours = str(said.hours)
    return Number(_("Our own number"), said.phone, hours, "", is_free=False, is_verified=True)


def _shown(line: Helpline) -> Number:
    language = get_language() or ""
    hours = line.hours or {}
    return Number(
        name=line.name_in(language),
        number=line.number,
        hours=hours.get(language) or next(iter(hours.values()), ""),  # type: ignore[call-overload]
        languages=", ".join(_named(line.languages)),
        is_free=line.free,
        is_verified=line.verified,
    )


def _named(codes: list[str]) -> Iterator[str]:
    for code in codes:
        yield str(get_language_info(code)["name_translated"])
