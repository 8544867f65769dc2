"""Letters drip: whatever happens, an office gets no more in any sixty minutes than was agreed."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from vatra.advocacy.letters.drip import AN_HOUR, in_this_round, room

START = datetime(2026, 3, 16, 8, tzinfo=UTC)
# When a round comes, how many letters arrived before it, and whether its worker is killed after the first note.
ROUNDS = st.lists(
    st.tuples(st.integers(0, 1800), st.integers(0, 40), st.booleans()), min_size=1, max_size=120
)


def _offered(rounds: list[tuple[int, int, bool]], per_hour: int) -> list[datetime]:
    """When letters were offered, over rounds at any distance from each other."""
    now, waiting = START, 0
    offered: list[datetime] = []
    for seconds, arrived, killed in rounds:
        now += timedelta(seconds=seconds)
        waiting += arrived
        going = min(waiting, in_this_round(offered, at=now, per_hour=per_hour))
        for _each in range(1 if killed and going else going):
            assert room(offered, at=now, per_hour=per_hour) > 0
            offered.append(now)
            waiting -= 1
    return offered


@given(ROUNDS, st.integers(1, 60))
def test_no_sixty_minutes_hold_more_than_the_cap(rounds: list[tuple[int, int, bool]], per_hour: int) -> None:
    offered = _offered(rounds, per_hour)
    for beginning in offered:
        assert sum(beginning <= moment < beginning + AN_HOUR for moment in offered) <= per_hour


@given(st.integers(1, 600))
def test_a_round_every_minute_uses_the_whole_hour_and_spreads_it(per_hour: int) -> None:
    offered = _offered([(60, per_hour, False)] * 60, per_hour)
    assert len(offered) == per_hour
    busiest = max(offered.count(moment) for moment in set(offered))
    assert busiest <= max(1, per_hour // 30 + 1)
