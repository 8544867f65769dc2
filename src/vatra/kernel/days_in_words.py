"""A day, a moment or a date known in part, as a sentence shows it in the reader's language."""

from datetime import date, datetime

from django.utils.formats import date_format
from django.utils.timezone import localtime

from vatra.kernel.partial import PartialDate, Precision

KNOWN_LENGTH = {
    Precision.YEAR: len("2019"),
    Precision.ESTIMATED: len("2019"),
    Precision.MONTH: len("2019-03"),
}


def in_words(when: date | datetime | PartialDate) -> str:
    """ "27 March 2019", "27 March 2019, 14:05", "March 2019", "2019" or "about 2019"."""
    if isinstance(when, PartialDate):
        return when.in_words()
    if isinstance(when, datetime):
        return date_format(localtime(when), "DATETIME_FORMAT")
    return date_format(when, "DATE_FORMAT")


def machine_readable(when: date | datetime | PartialDate) -> str:
    """The same for a `<time>` element: only as much as is known."""
    if isinstance(when, PartialDate):
        return when.day.isoformat()[: KNOWN_LENGTH.get(when.precision)]
    return when.isoformat()
