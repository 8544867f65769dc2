"""Where a list goes on, as an address carries it: by the last row seen, never by a count of rows."""

import re
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

# As many digits as a row number has at most.
_NUMBER = re.compile(r"[0-9]{1,18}")


class After(NamedTuple):
    """The last row of the page before, in a list in the order of days and, on one day, of row numbers."""

    day: date
    number: int

    @property
    def in_address(self) -> dict[str, str | int]:
        """How an address says where the list goes on."""
        return {"day": self.day.isoformat(), "after": self.number}


def after_in(address: Mapping[str, str]) -> After | None:
    """Where the list goes on, as the address says; None for its beginning, and for anything else."""
    day, number = day_in(address.get("day", "")), number_in(address.get("after", ""))
    return None if day is None or number is None else After(day, number)


def number_in(text: str) -> int | None:
    """The row number in an address; None for anything else."""
    return int(text) if _NUMBER.fullmatch(text) else None


def day_in(text: str) -> date | None:
    """The day in an address; None for anything else."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
