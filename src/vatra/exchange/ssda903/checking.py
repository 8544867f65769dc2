"""From rows to typed records: what cannot be understood is set aside with its reason."""

from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from vatra.exchange.ssda903.dates import NotADay, read_day
from vatra.exchange.ssda903.rows import Fates, Row
from vatra.exchange.ssda903.tables import BIRTH, CHILD, SEX
from vatra.exchange.ssda903.words.child import (
    CAUSE_OF_NEED,
    PROVIDERS,
    REASONS_FOR_NEW_EPISODE,
    REVIEW_CODES,
    SEX_OF_CODE,
)
from vatra.exchange.ssda903.words.endings import END_OF_CHANGE, KNOWN_RECS
from vatra.exchange.ssda903.words.law import STATUS_OF_LS
from vatra.exchange.ssda903.words.place import AWAY_WHEN_MISSING, FORM_OF_PLACE
from vatra.kernel.partial import PartialDate

LONGEST_NUMBER = 40

EPISODE_CODES: Mapping[str, Container[str]] = {
    "RNE": REASONS_FOR_NEW_EPISODE,
    "LS": STATUS_OF_LS,
    "CIN": CAUSE_OF_NEED,
    "PLACE": FORM_OF_PLACE,
    "PLACE_PROVIDER": PROVIDERS,
    "REC": KNOWN_RECS,
    "REASON_PLACE_CHANGE": END_OF_CHANGE,
}


class Flaw(Exception):  # noqa: N818 - the row has a flaw; the program has none
    """Why a row cannot be understood."""

    def __init__(self, code: str, **details: object) -> None:
        super().__init__(code)
        self.code = code
        self.details = details


@dataclass(frozen=True, eq=False, slots=True)
class Episode:
    """A stretch of care with one legal status and one placement, from DECOM to DEC; `rule` if it was repaired."""

    row: Row
    start: date
    end: date | None
    goes_on: bool
    rule: str = ""

    @property
    def vintage(self) -> date:
        """The last day of the return it came in."""
        return self.row.vintage


@dataclass(frozen=True, eq=False, slots=True)
class Away:
    """The child was missing, or away without agreement, on these days."""

    row: Row
    first_day: date
    last_day: date | None


@dataclass(frozen=True, eq=False, slots=True)
class Dated:
    """A row about one day."""

    row: Row
    day: date


R = TypeVar("R")


def understood(rows: Iterable[Row], read: Callable[[Row], R], fates: Fates) -> list[R]:
    """The records of the rows that can be understood; the others are set aside."""
    records = []
    for row in rows:
        try:
            records.append(read(row))
        except Flaw as flaw:
            fates.set_aside(row, flaw.code, **flaw.details)
    return records


def check_whom(row: Row, today: date) -> Row:
    """A row that can be read at all and says which child it is about."""
    if row.flaw:
        code, _, column = row.flaw.partition(":")
        raise Flaw(code, **({"column": column} if column else {}))
    if not row.value(CHILD):
        raise Flaw("child_missing")
    if len(row.value(CHILD)) > LONGEST_NUMBER:
        raise Flaw("child_number_too_long")
    birth_of(row, today)
    return row


def birth_of(row: Row, today: date) -> PartialDate | None:
    """The date of birth a row gives, which may be partly known."""
    return partial(row, BIRTH, today)


def partial(row: Row, column: str, today: date) -> PartialDate | None:
    """A date that may be known in part, as zz/03/2015; None where the cell is empty."""
    text = row.value(column)
    if not text:
        return None
    try:
        found = PartialDate(read_day(text))
    except NotADay as not_a_day:
        try:
            found = PartialDate.parse(text)
        except ValueError as error:
            raise Flaw(not_a_day.code, column=column, value=text) from error
    if found.day > today:
        raise Flaw("day_in_future", column=column, value=text)
    return found


def day(row: Row, column: str, today: date | None) -> date | None:
    """The exact day in a cell, no later than today where that is given; None where it is empty."""
    text = row.value(column)
    if not text:
        return None
    try:
        found = read_day(text)
    except NotADay as error:
        raise Flaw(error.code, column=column, value=text) from error
    if today and found > today:
        raise Flaw("day_in_future", column=column, value=text)
    return found


def needed_day(row: Row, column: str, today: date | None) -> date:
    """The same where the cell must not be empty."""
    found = day(row, column, today)
    if found is None:
        raise Flaw("value_missing", column=column)
    return found


def check_code(row: Row, column: str, known: Container[str], *, needed: bool = False) -> str:
    """A code the rules of the return know."""
    code = row.code(column)
    if not code and needed:
        raise Flaw("value_missing", column=column)
    if code and code not in known:
        raise Flaw("code_unknown", column=column, value=code)
    return code


def check_sex(row: Row) -> Row:
    """A header row's sex."""
    check_code(row, SEX, SEX_OF_CODE)
    return row


def episode(row: Row, today: date) -> Episode:
    """The episode of a row."""
    for column, known in EPISODE_CODES.items():
        check_code(row, column, known, needed=column in ("LS", "PLACE"))
    start, end = needed_day(row, "DECOM", today), day(row, "DEC", today)
    _check_order(start, end)
    return Episode(row, start, end, goes_on=row.code("REC") == "X1")


def away(row: Row, today: date) -> Away:
    """The days away of a row."""
    check_code(row, "MISSING", AWAY_WHEN_MISSING, needed=True)
    start, end = needed_day(row, "MIS_START", today), day(row, "MIS_END", today)
    _check_order(start, end)
    return Away(row, start, end)


def review(row: Row, today: date) -> Dated:
    """The review of a row."""
    check_code(row, "REVIEW_CODE", REVIEW_CODES, needed=True)
    # A day after the whole return is told as such, whatever the day is today.
    return Dated(row, needed_day(row, "REVIEW", None if row.vintage < today else today))


def unaccompanied(row: Row, opened_on: date) -> Row:
    """A row on the status of a child who came alone; its end may lie in the future, not before the first day."""
    ended = day(row, "DUC", None)
    if ended and ended < opened_on:
        raise Flaw("status_ended_before_care", day=ended)
    return row


def _check_order(start: date, end: date | None) -> None:
    if end is not None and end < start:
        raise Flaw("ends_before_it_starts", start=start.isoformat(), end=end.isoformat())
