"""Letters drip: an office is never sent more in any hour than was agreed, and they come in no order."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from math import ceil

AN_HOUR = timedelta(hours=1)
ROUNDS_IN_AN_HOUR = 60
# Faster than an even pace, so that a quiet quarter of an hour can be made up for; slower than all at once.
PACE = 2


def in_the_hour_before(offered: Iterable[datetime], *, at: datetime) -> int:
    """How many mails were offered in the sixty minutes that end now."""
    return sum(at - AN_HOUR < moment <= at for moment in offered)


def room(offered: Iterable[datetime], *, at: datetime, per_hour: int) -> int:
    """How many more mails may be offered now."""
    return max(0, per_hour - in_the_hour_before(offered, at=at))


def in_this_round(offered: Iterable[datetime], *, at: datetime, per_hour: int) -> int:
    """How many mails go in the round that begins now; a round comes every minute."""
    return min(room(offered, at=at, per_hour=per_hour), ceil(PACE * per_hour / ROUNDS_IN_AN_HOUR))
