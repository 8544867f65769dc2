"""How old somebody is, in words: days for the newborn, months for the small, a span where the birth is not exact."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vatra.kernel.partial import PartialDate

MONTHS_SAID_UNTIL = 24
WEEKS_SAID_UNTIL = 12
DAYS_SAID_UNTIL = 14


def age_in_words(birth: PartialDate | None, on: date) -> str:
    """ "9 days", "5 weeks", "14 months", "4 years", "3 to 4 years" or "age not known"; never more than is known."""
    if birth is None or birth.earliest > on:
        return _("age not known")
    if birth.earliest == birth.latest:
        return _exact_age(birth.day, on)
    youngest, oldest = birth.age_between(on)
    if youngest != oldest:
        return _("%(youngest)s to %(oldest)s years") % {"youngest": youngest, "oldest": oldest}
    return _years(youngest)


def _exact_age(born: date, on: date) -> str:
    days, months = (on - born).days, _whole_months(born, on)
    if days < DAYS_SAID_UNTIL:
        return ngettext("%(number)s day", "%(number)s days", days) % {"number": days}
    if days < WEEKS_SAID_UNTIL * 7:
        weeks = days // 7
        return ngettext("%(number)s week", "%(number)s weeks", weeks) % {"number": weeks}
    if months < MONTHS_SAID_UNTIL:
        return ngettext("%(number)s month", "%(number)s months", months) % {"number": months}
    return _years(months // 12)


def _years(years: int) -> str:
    return ngettext("%(number)s year", "%(number)s years", years) % {"number": years}


def _whole_months(born: date, on: date) -> int:
    months = (on.year - born.year) * 12 + on.month - born.month
    # Who was born on the 31st, or on 29 February, has lived a month when the day after a shorter month's end comes.
    return months - (on.day < born.day)
