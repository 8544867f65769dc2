"""A day without home, carer, guardian, plan or next review, as a sentence (R-10)."""

from collections.abc import Iterable

from django.utils.translation import ngettext

from vatra.desk.belonging import Missing, Need
from vatra.kernel.days_in_words import in_words


def warnings_in(missing: Iterable[Missing]) -> list[str]:
    """One sentence for each thing that is missing today, counted in days with today."""
    return [_sentence(each) % {"days": each.days, "since": in_words(each.since)} for each in missing]


def counted_in_words(counted: dict[Need, int]) -> list[str]:
    """All days so far on which something was missing, one sentence each."""
    return [_counted(need, days) % {"days": days} for need, days in counted.items()]


def _sentence(missing: Missing) -> str:
    days = missing.days
    match missing.need:
        case Need.HOME:
            return ngettext(
                "%(days)s day without a home, since %(since)s.",
                "%(days)s days without a home, since %(since)s.",
                days,
            )
        case Need.CARER:
            return ngettext(
                "%(days)s day in a home without a named carer, since %(since)s.",
                "%(days)s days in a home without a named carer, since %(since)s.",
                days,
            )
        case Need.GUARDIAN:
            return ngettext(
                "%(days)s day without a guardian, since %(since)s.",
                "%(days)s days without a guardian, since %(since)s.",
                days,
            )
        case Need.PLAN:
            return ngettext(
                "%(days)s day without a plan, since %(since)s.",
                "%(days)s days without a plan, since %(since)s.",
                days,
            )
        case Need.REVIEW:
            return ngettext(
                "%(days)s day without a next review, since %(since)s.",
                "%(days)s days without a next review, since %(since)s.",
                days,
            )


def _counted(need: Need, days: int) -> str:
    match need:
        case Need.HOME:
            return ngettext("%(days)s day without a home", "%(days)s days without a home", days)
        case Need.CARER:
            return ngettext("%(days)s day without a named carer", "%(days)s days without a named carer", days)
        case Need.GUARDIAN:
            return ngettext("%(days)s day without a guardian", "%(days)s days without a guardian", days)
        case Need.PLAN:
            return ngettext("%(days)s day without a plan", "%(days)s days without a plan", days)
        case Need.REVIEW:
            return ngettext("%(days)s day without a next review", "%(days)s days without a next review", days)
