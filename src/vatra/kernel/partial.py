"""Dates that are only partly known: a month, a year, somebody's estimate."""

import re
from dataclasses import dataclass
from datetime import date

from django.db.models import TextChoices
from django.utils.formats import date_format
from django.utils.translation import gettext as say
from django.utils.translation import gettext_lazy as _

from vatra.kernel.calendar_months import last_day_of_month, whole_years

ESTIMATE_MARGIN_YEARS = 1

_YEAR_FIRST = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d{1,2}|xx|zz))?(?:-(?P<day>\d{1,2}|xx|zz))?", re.IGNORECASE
)
_DAY_FIRST = re.compile(
    r"(?:(?:(?P<day>\d{1,2}|xx|zz)[/.])?(?P<month>\d{1,2}|xx|zz)[/.])?(?P<year>\d{4})", re.IGNORECASE
)
_ESTIMATED = re.compile(r"^(?:~|c\.|ca\.)\s*|\s*~$", re.IGNORECASE)


class Precision(TextChoices):
    """How much of a date is known."""

    EXACT = "exact", _("The exact day")
    MONTH = "month", _("The month")
    YEAR = "year", _("The year")
    ESTIMATED = "estimated", _("An estimate")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day with its precision; an estimate is taken to be right within one calendar year either way."""

    day: date
    precision: Precision = Precision.EXACT

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """Read 2015-03-09, 2015-03, 2015, 09/03/2015, zz/03/2015, 09.03.2015 or ~2015; else ValueError."""
        bare = _ESTIMATED.sub("", text.strip())
        known = _known_parts(bare, text)
        day = date(known["year"], known.get("month", 1), known.get("day", 1))
        if bare != text.strip():
            return cls(day, Precision.ESTIMATED)
        return cls(day, (Precision.YEAR, Precision.MONTH, Precision.EXACT)[len(known) - 1])

    @property
    def earliest(self) -> date:
        """The first day it can have been."""
        match self.precision:
            case Precision.EXACT:
                return self.day
            case Precision.MONTH:
                return self.day.replace(day=1)
            case Precision.YEAR:
                return date(self.day.year, 1, 1)
            case Precision.ESTIMATED:
                return date(max(self.day.year - ESTIMATE_MARGIN_YEARS, 1), 1, 1)

    @property
    def latest(self) -> date:
        """The last day it can have been."""
        match self.precision:
            case Precision.EXACT:
                return self.day
            case Precision.MONTH:
                return last_day_of_month(self.day)
            case Precision.YEAR:
                return date(self.day.year, 12, 31)
            case Precision.ESTIMATED:
                return date(self.day.year + ESTIMATE_MARGIN_YEARS, 12, 31)

    def age_between(self, day: date) -> tuple[int, int]:
        """The lowest and the highest completed age on `day` of somebody born on this date."""
        return max(0, whole_years(self.latest, day)), max(0, whole_years(self.earliest, day))

    def in_words(self) -> str:
        """As a person reads it, in the active language: 9 March 2015, March 2015, 2015, about 2015."""
        match self.precision:
            case Precision.EXACT:
                return date_format(self.day, "DATE_FORMAT")
            case Precision.MONTH:
                return date_format(self.day, "YEAR_MONTH_FORMAT")
            case Precision.YEAR:
                return str(self.day.year)
            case Precision.ESTIMATED:
                return say("about %(year)s") % {"year": self.day.year}


def _known_parts(bare: str, text: str) -> dict[str, int]:
    match = _YEAR_FIRST.fullmatch(bare) or _DAY_FIRST.fullmatch(bare)
    if not match:
        raise ValueError(f"“{text}” is not a date, a month or a year.")
    parts = {name: match[name] for name in ("year", "month", "day")}
    known = {name: int(value) for name, value in parts.items() if value and value.isdigit()}
    if "day" in known and "month" not in known:
        raise ValueError(f"“{text}” has a day but no month.")
    return known
