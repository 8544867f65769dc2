"""Where a list goes on, as an address carries it: the number of the last row seen, never a count of rows."""

import re

# As many digits as a row number has at most.
_NUMBER = re.compile(r"[0-9]{1,18}")


def number_in(text: str) -> int | None:
    """The row number in an address; None for anything else."""
    return int(text) if _NUMBER.fullmatch(text) else None
