"""Days as returns write them: 31/01/2018, 2018-01-31, sometimes with a time of midnight behind."""

import re
from datetime import date

EARLIEST_YEAR, LATEST_YEAR = 1900, 2100

_TIME = re.compile(r"[T ]0{1,2}:00(:00(\.0+)?)?$")
_DAY_FIRST = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})[\-/](\d{1,2})[\-/](\d{1,2})")


class NotADay(ValueError):  # noqa: N818 - what was found, said in the words of the rule
    """The text is no day; `code` says in which way."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def read_day(text: str) -> date:
    """The exact day, or NotADay with `date_unreadable` or, as for 31/02, `no_such_day`."""
    bare = _TIME.sub("", text.strip())
    if found := _DAY_FIRST.fullmatch(bare):
        day, month, year = map(int, found.groups())
    elif found := _YEAR_FIRST.fullmatch(bare):
        year, month, day = map(int, found.groups())
    else:
        raise NotADay("date_unreadable")
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        raise NotADay("date_unreadable")
    try:
        return date(year, month, day)
    except ValueError as error:
        raise NotADay("no_such_day") from error
