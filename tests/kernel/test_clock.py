from datetime import UTC, date, datetime

import time_machine

from vatra.kernel import clock

HALF_PAST_ELEVEN_AT_NIGHT_IN_LONDON = datetime(2026, 1, 31, 23, 30, tzinfo=UTC)


def test_now_is_the_moment_in_utc() -> None:
    with time_machine.travel(HALF_PAST_ELEVEN_AT_NIGHT_IN_LONDON, tick=False):
        assert clock.now() == HALF_PAST_ELEVEN_AT_NIGHT_IN_LONDON
        assert clock.now().tzinfo is UTC


def test_today_is_the_day_in_kosovo_where_midnight_has_passed() -> None:
    with time_machine.travel(HALF_PAST_ELEVEN_AT_NIGHT_IN_LONDON, tick=False):
        assert clock.today() == date(2026, 2, 1)


def test_in_summer_the_day_begins_two_hours_before_utc() -> None:
    assert clock.local_day(datetime(2026, 7, 1, 21, 59, tzinfo=UTC)) == date(2026, 7, 1)
    assert clock.local_day(datetime(2026, 7, 1, 22, 0, tzinfo=UTC)) == date(2026, 7, 2)
