"""Which return a row came in: the year from 1 April to 31 March that the return speaks of."""

import re
from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from vatra.exchange.ssda903.dates import NotADay, read_day
from vatra.exchange.ssda903.rows import Row

DAYS_OF_THE_YEAR = ("DECOM", "DEC", "REVIEW", "MIS_START", "MIS_END")
EPISODE_DAYS = ("DECOM", "DEC")
_YEAR = re.compile(r"(?<!\d)(19[89]\d|20\d\d)(?!\d)")
# A few days after 31 March are slips; a tenth of them is a year of its own.
_A_TENTH = 10


def end_of_year(day: date) -> date:
    """The 31 March on or after a day."""
    return date(day.year + (day > date(day.year, 3, 31)), 3, 31)


def start_of_year(end: date) -> date:
    """The 1 April with which the return that ends on this day begins."""
    return date(end.year - 1, 4, 1)


def give_vintages(rows: Iterable[Row], today: date) -> None:
    """Write into each row the last day of its return: by its YEAR, its file's name, or its file's latest days."""
    unnamed: dict[str, list[Row]] = defaultdict(list)
    named: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        if year := _named_year(row):
            named[year].append(row)
        else:
            unnamed[row.file].append(row)
    shift = _shift(named)
    for year, of_year in named.items():
        _give(of_year, date(year + shift, 3, 31))
    _give_by_days(unnamed, today)


def _named_year(row: Row) -> int:
    found = _YEAR.search(row.year) or _YEAR.search(row.file)
    return int(found[1]) if found else 0


def _shift(named: dict[int, list[Row]]) -> int:
    """0 when the year named is the one in which returns end, 1 when it is the one in which they start.

    A return to March 2020 can hold no episode that began or ended after March 2020.
    """
    inside = after = 0
    for year, rows in named.items():
        for day in _days(rows, EPISODE_DAYS):
            inside += end_of_year(day).year == year
            after += end_of_year(day).year == year + 1
    return int(after * _A_TENTH >= inside + after)


def _give_by_days(unnamed: dict[str, list[Row]], today: date) -> None:
    """The latest day of a file, or of the whole folder where the file has no days."""
    by_file = {file: _latest(rows, today) for file, rows in unnamed.items()}
    anywhere = max((day for day in by_file.values() if day), default=today)
    for file, rows in unnamed.items():
        _give(rows, end_of_year(by_file[file] or anywhere))


def _latest(rows: list[Row], today: date) -> date | None:
    return max((day for day in _days(rows, DAYS_OF_THE_YEAR) if day <= today), default=None)


def _days(rows: Iterable[Row], columns: Iterable[str]) -> Iterable[date]:
    for row in rows:
        for column in columns:
            if text := row.value(column):
                try:
                    yield read_day(text)
                except NotADay:
                    continue


def _give(rows: Iterable[Row], vintage: date) -> None:
    for row in rows:
        row.vintage = vintage
