"""What a service saw after an action, beside the months before and the year before."""

from datetime import date

import pytest

from vatra.advocacy.evaluation.before_after import service_effect
from vatra.kernel.calendar_months import add_months

CALLS = {add_months(date(2025, 1, 1), month): float(10 + month) for month in range(18)}


def test_the_month_of_the_action_counts_as_after_it() -> None:
    found = service_effect(CALLS, action_on=date(2026, 3, 20), months=3)
    assert (found.after.first_month, found.after.last_month) == (date(2026, 3, 1), date(2026, 5, 1))
    assert (found.before.first_month, found.before.last_month) == (date(2025, 12, 1), date(2026, 2, 1))
    assert (found.after.total, found.before.total, found.year_before.total) == (75, 66, 39)


def test_where_a_month_is_missing_nothing_is_compared() -> None:
    found = service_effect(CALLS, action_on=date(2026, 5, 1), months=3)
    assert (found.after.total, found.against_before) == (None, None)


def test_a_ratio_of_two_counts_has_its_exact_range() -> None:
    """20 against 10: twice as many, 0.89 to 4.76, from the exact interval 0.472 to 0.827 of 20 in 30."""
    ratio = service_effect({date(2026, 1, 1): 10, date(2026, 2, 1): 20}, action_on=date(2026, 2, 3), months=1)
    assert ratio.against_before is not None
    assert ratio.against_before.times == 2
    assert (ratio.against_before.low, ratio.against_before.high) == pytest.approx((0.894, 4.786), abs=0.02)
