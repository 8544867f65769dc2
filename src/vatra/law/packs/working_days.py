"""The working calendar of a pack, written out day by day."""

from calendar import isleap
from collections.abc import Iterator
from datetime import date, timedelta

from vatra.kernel.working_days import WorkingDays
from vatra.law.packs.pack import Pack
from vatra.law.packs.tables import Holiday, WorkingWeek

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
# Far enough back for records that are taken over, and ahead for every order that runs today.
YEARS = range(1990, 2061)


def calendar_of(pack: Pack) -> WorkingDays:
    """The weekdays of the pack's newest week, and the holidays of all years as they are or were kept."""
    week = max(pack.working_weeks, key=lambda each: each.valid_from)
    worked = frozenset(WEEKDAYS.index(day) for day in week.days)
    return WorkingDays(worked, frozenset(_kept(pack, week, worked)))


def _kept(pack: Pack, week: WorkingWeek, worked: frozenset[int]) -> set[date]:
    days = sorted(day for holiday in pack.holidays for day in days_of(holiday))
    kept: set[date] = set()
    for day in days:
        kept.add(_moved(day, kept | set(days), worked) if week.moves else day)
    return kept


def _moved(day: date, taken: set[date], worked: frozenset[int]) -> date:
    """A holiday on a free weekday is kept on the next day that is worked on and no holiday itself."""
    if day.weekday() in worked:
        return day
    while day.weekday() not in worked or day in taken:
        day += timedelta(days=1)
    return day


def days_of(holiday: Holiday) -> Iterator[date]:
    """Every day on which a holiday falls, as long as it is kept."""
    for day in holiday.days or (_falls(holiday, year) for year in YEARS):
        if day and holiday.holds_on(day):
            yield day


def _falls(holiday: Holiday, year: int) -> date | None:
    if holiday.every:
        return _on(year, holiday.every)
    if holiday.monday_from:
        first = _on(year, holiday.monday_from)
        return first + timedelta(days=-first.weekday() % 7) if first else None
    if holiday.easter is not None:
        return easter(year) + timedelta(days=holiday.easter)
    return orthodox_easter(year) + timedelta(days=holiday.orthodox_easter or 0)


def _on(year: int, day_of_year: str) -> date | None:
    month, day = map(int, day_of_year.split("-"))
    return None if (month, day) == (2, 29) and not isleap(year) else date(year, month, day)


def easter(year: int) -> date:
    """Easter Sunday of the Western churches (Meeus, Astronomical Algorithms, chapter 8)."""
    golden, (century, in_century) = year % 19, divmod(year, 100)
    leap_centuries, rest = divmod(century, 4)
    moon = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap_centuries - moon + 15) % 30
    leap_years, of_four = divmod(in_century, 4)
    weekday = (32 + 2 * rest + 2 * leap_years - epact - of_four) % 7
    correction = (golden + 11 * epact + 22 * weekday) // 451
    month, day0 = divmod(epact + weekday - 7 * correction + 114, 31)
    return date(year, month, day0 + 1)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the Orthodox churches, from the Julian calendar (Meeus, chapter 8); until the year 2099."""
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day0 = divmod(moon + weekday + 114, 31)
    return date(year, month, day0 + 1) + timedelta(days=13)
