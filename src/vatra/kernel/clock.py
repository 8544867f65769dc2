"""The machine's clock. Everything else is told the time; only this module asks for it."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

LOCAL = ZoneInfo("Europe/Belgrade")


def now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(UTC)  # noqa: TID251


def today() -> date:
    """Today where the children live."""
    return local_day(now())


def midnight(day: date) -> datetime:
    """The first moment of a day in Kosovo."""
    return datetime(day.year, day.month, day.day, tzinfo=LOCAL)


def local_day(moment: datetime) -> date:
    """The day on the calendar in Kosovo at `moment`, which must know its time zone."""
    return moment.astimezone(LOCAL).date()
