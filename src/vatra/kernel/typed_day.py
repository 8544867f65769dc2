"""Reading a day as people type it: three boxes, figures or month names, in any of the three languages."""

import re
import unicodedata
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.utils.formats import date_format
from django.utils.translation import gettext as _

EARLIEST_YEAR, LATEST_YEAR = 1900, 2100

MONTH_STEMS = (
    ("jan", "јан"),
    ("shk", "feb", "феб"),
    ("mar", "мар"),
    ("pri", "apr", "апр"),
    ("maj", "may", "мај"),
    ("qer", "jun", "јун"),
    ("kor", "jul", "јул"),
    ("gus", "aug", "avg", "авг"),
    ("sht", "sep", "сеп"),
    ("tet", "oct", "okt", "окт"),
    ("nen", "nov", "нов"),
    ("dhj", "dec", "дец"),
)
MONTHS = {stem: number for number, stems in enumerate(MONTH_STEMS, start=1) for stem in stems}

DAY_FIRST = re.compile(r"(\d{1,2})[.\-/ ]+(\w+)[.\-/ ]+(\d{4})[. ]*")
YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")


@dataclass(frozen=True)
class TypedDay:
    """What stands in the three boxes, without spaces around it; a whole date in the first is spread out."""

    day: str = ""
    month: str = ""
    year: str = ""

    @classmethod
    def of(cls, day: str, month: str, year: str) -> "TypedDay":
        """The boxes as sent by the browser."""
        day, month, year = (part.strip() for part in (day, month, year))
        if day and not month and not year:
            return cls._spread(day)
        return cls(day, month, year)

    @classmethod
    def _spread(cls, text: str) -> "TypedDay":
        if found := DAY_FIRST.fullmatch(text):
            return cls(*found.groups())
        if found := YEAR_FIRST.fullmatch(text):
            return cls(found[3], found[2], found[1])
        return cls(day=text)

    @property
    def is_empty(self) -> bool:
        """Nothing was typed."""
        return not (self.day or self.month or self.year)

    @property
    def missing(self) -> str:
        """The empty boxes by first letter, in their order: "d", "m", "y", "dm"…"""
        parts = (self.day, self.month, self.year)
        return "".join(letter for letter, part in zip("dmy", parts, strict=True) if not part)


def read_day(typed: TypedDay) -> date:
    """The day that was typed, or a ValidationError whose sentence says what to change."""
    if typed.missing:
        raise ValidationError(_what_is_missing(typed.missing), code="incomplete")
    return _existing_day(_read_day_number(typed.day), read_month(typed.month), read_year(typed.year))


def read_month(text: str) -> int:
    """1 to 12, from a figure or from the first letters of a month's name."""
    if text.isdecimal():
        number = int(text)
        if not 1 <= number <= 12:
            raise ValidationError(
                _("There is no month %(month)s: write 1 to 12.") % {"month": text}, code="month"
            )
        return number
    if number := MONTHS.get(_folded(text)[:3], 0):
        return number
    raise ValidationError(
        _("“%(typed)s” is not a month: write 1 to 12, or the month's name.") % {"typed": text}, code="month"
    )


def read_year(text: str) -> int:
    """Four figures; two would leave the century to a guess."""
    text = text.rstrip(".")
    if not re.fullmatch(r"\d{4}", text):
        raise ValidationError(_("Write the year with four figures, such as 2019."), code="year")
    if not EARLIEST_YEAR <= int(text) <= LATEST_YEAR:
        raise ValidationError(
            _("The year %(year)s is outside %(first)s to %(last)s.")
            % {"year": text, "first": EARLIEST_YEAR, "last": LATEST_YEAR},
            code="year",
        )
    return int(text)


def _read_day_number(text: str) -> int:
    if text.rstrip(".").isdecimal():
        return int(text.rstrip("."))
    raise ValidationError(_("“%(typed)s” is not a day: write 1 to 31.") % {"typed": text}, code="day")


def _existing_day(day: int, month: int, year: int) -> date:
    length = monthrange(year, month)[1]
    if 1 <= day <= length:
        return date(year, month, day)
    raise ValidationError(
        _("Day %(day)s of %(month)s does not exist: that month has %(length)s days.")
        % {"day": day, "month": date_format(date(year, month, 1), "F Y"), "length": length},
        code="no_such_day",
    )


def _what_is_missing(missing: str) -> str:
    return {
        "d": _("Write the day as well."),
        "m": _("Write the month as well."),
        "y": _("Write the year as well."),
        "dm": _("Write the day and the month as well."),
        "dy": _("Write the day and the year as well."),
        "my": _("Write the month and the year as well."),
        "dmy": _("Write a date, such as 27 3 2019."),
    }[missing]


def _folded(word: str) -> str:
    """Small letters without accents, so that "Nëntor" and "NENTOR" are one month."""
    decomposed = unicodedata.normalize("NFD", word.casefold())
    # The Cyrillic ј has no accent to lose; й, which has one, opens no month's name.
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
