"""A clock that stands still: its days are added, and meanwhile nothing is late."""

from collections.abc import Sequence
from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction

from tests.kernel.builders import a_file
from tests.kernel.duties import PLACED, duties_of, reviewed, rule
from vatra.kernel.duty import ClockStop, Duty, DutyRow, Fact, Rule, Stop

STOOD_STILL = Stop("review", "placement:3", date(2025, 10, 1), date(2025, 10, 10))
STANDS_STILL = STOOD_STILL._replace(last_day=None)
HALF_YEARLY = rule()


FIVE_WORKING_DAYS = rule(amount=5, unit="working_days", repeats=False)


def duty_with(*stops: Stop, since: Sequence[Fact] = (), of: Rule = HALF_YEARLY) -> DutyRow:
    """The one duty of a placement whose clock was stopped, and of what happened since."""
    (duty,) = duties_of([PLACED, *since], of, stops=stops)
    return duty


def test_ten_days_of_standing_still_are_ten_days_more() -> None:
    assert duty_with().due_on == date(2026, 2, 28)
    assert duty_with(STOOD_STILL).due_on == date(2026, 3, 10)
    assert duty_with(STOOD_STILL).escalates_on == date(2026, 3, 17)
    assert duty_with(STOOD_STILL).shown_first_on == date(2026, 2, 24)


def test_days_before_the_clock_began_to_count_add_nothing() -> None:
    assert duty_with(STOOD_STILL._replace(first_day=date(2025, 8, 20))).due_on == date(2026, 4, 10)
    assert duty_with(STOOD_STILL, since=[reviewed(date(2025, 11, 1))]).due_on == date(2026, 5, 1)


def test_of_a_stop_only_the_days_since_the_last_review_count() -> None:
    assert duty_with(STOOD_STILL, since=[reviewed(date(2025, 10, 8))]).due_on == date(2026, 4, 11)


def test_only_the_clock_that_was_stopped_stands_still() -> None:
    assert duty_with(STOOD_STILL._replace(ref="placement:4")).due_on == date(2026, 2, 28)
    assert duty_with(STOOD_STILL._replace(rule="visit")).due_on == date(2026, 2, 28)


def test_several_stops_add_up() -> None:
    again = Stop("review", "placement:3", date(2025, 12, 1), date(2025, 12, 1))
    assert duty_with(STOOD_STILL, again).due_on == date(2026, 3, 11)


def test_working_days_lost_are_given_back_as_working_days() -> None:
    assert duty_with(of=FIVE_WORKING_DAYS).due_on == date(2025, 9, 5)
    over_a_weekend = Stop("review", "placement:3", date(2025, 9, 5), date(2025, 9, 8))
    assert duty_with(over_a_weekend, of=FIVE_WORKING_DAYS).due_on == date(2025, 9, 9)


def test_a_clock_that_stands_still_says_since_when_and_keeps_its_day() -> None:
    duty = duty_with(STANDS_STILL)
    assert (duty.stopped_since, duty.due_on) == (date(2025, 10, 1), date(2026, 2, 28))


def test_what_is_met_meanwhile_is_met() -> None:
    once = rule(repeats=False)
    assert duties_of([PLACED, reviewed(date(2025, 10, 5))], once, stops=[STANDS_STILL]) == []


@pytest.mark.django_db
def test_what_stands_still_is_never_late_and_nobody_above_sees_it() -> None:
    Duty.objects.create(chain=a_file(), **duty_with(STANDS_STILL)._asdict())
    long_after = date(2027, 1, 1)
    assert Duty.objects.overdue_on(long_after).count() == 0
    assert Duty.objects.to_escalate_on(long_after).count() == 0
    assert not Duty.objects.get().is_overdue_on(long_after)
    assert Duty.objects.stopped().count() == Duty.objects.shown_on(long_after).count() == 1


def a_stop(**given: object) -> ClockStop:
    """A stop of a review's clock since the first of October."""
    quiet = {
        "chain": a_file(),
        "rule": "review",
        "first_day": date(2025, 10, 1),
        "why_stopped": "In hospital.",
    }
    return ClockStop.objects.create(**(quiet | given))


@pytest.mark.django_db
@pytest.mark.parametrize(
    "given",
    [
        {"why_stopped": ""},
        {"last_day": date(2025, 10, 5)},
        {"last_day": date(2025, 10, 5), "why_resumed": ""},
        {"why_resumed": "She is home."},
        {"last_day": date(2025, 9, 30), "why_resumed": "She is home."},
    ],
)
def test_a_clock_does_not_stop_or_go_on_without_a_day_and_a_reason(given: dict[str, object]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        a_stop(**given)


@pytest.mark.django_db
def test_one_clock_does_not_stand_still_twice_on_a_day() -> None:
    first = a_stop()
    with pytest.raises(IntegrityError, match="clock_stopped_twice"), transaction.atomic():
        a_stop(chain=first.chain, first_day=date(2025, 12, 1))
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
