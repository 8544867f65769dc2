"""Several returns become one history: each rule of analytics §5 on its own."""

from datetime import date
from functools import partial

import pytest

from tests.exchange.returns import EPISODE, IMPORT_DAY
from vatra.exchange.ssda903 import checking
from vatra.exchange.ssda903.checking import Episode, understood
from vatra.exchange.ssda903.rows import Fates, Row
from vatra.exchange.ssda903.stitching import Observed, stitched
from vatra.exchange.ssda903.tables import Table

Lasting = tuple[str, str, str]


def _episode(year: int, start: str, end: str = "", **cells: str) -> Row:
    raw = EPISODE | {"DECOM": start, "DEC": end, "RNE": "P", "REC": "X1"} | cells
    return Row(Table.EPISODES, f"{year}.csv", int(start[8:]), raw, vintage=date(year, 3, 31))


def _stitched(*rows: Row, latest: int, child_until: int | None = None) -> tuple[list[Episode], Fates]:
    fates = Fates()
    episodes = understood(rows, partial(checking.episode, today=IMPORT_DAY), fates)
    seen = max(row.vintage.year for row in rows) if child_until is None else child_until
    observed = Observed(date(latest, 3, 31), date(seen, 3, 31))
    return stitched(episodes, observed, fates), fates


def _lasting(episodes: list[Episode]) -> list[Lasting]:
    return [(str(each.start), str(each.end or ""), each.rule) for each in episodes]


def test_the_later_return_closes_what_the_earlier_left_open() -> None:
    earlier, later = _episode(2018, "2017-05-10"), _episode(2019, "2017-05-10", "2018-06-01", REC="E4A")

    episodes, fates = _stitched(earlier, later, latest=2019)

    assert _lasting(episodes) == [("2017-05-10", "2018-06-01", "")]
    assert fates.of(earlier)[:2] == ("merged", "superseded")
    assert fates.of(earlier).details == {"file": "2019.csv", "line": 10}


def test_the_same_row_sent_again_is_merged_by_name() -> None:
    earlier, later = (
        _episode(2018, "2017-05-10", "2017-06-01", REC="E8"),
        _episode(2019, "2017-05-10", "2017-06-01", REC="E8"),
    )

    _episodes, fates = _stitched(earlier, later, latest=2019)

    assert fates.of(earlier)[:2] == ("merged", "same_as")


def test_two_different_episodes_of_one_return_on_one_day_need_somebody_to_compare() -> None:
    first, second = (
        _episode(2018, "2017-05-10", "2017-06-01"),
        _episode(2018, "2017-05-10", "2017-07-01", LS="C2"),
    )

    episodes, fates = _stitched(first, second, latest=2018)

    assert _lasting(episodes) == [("2017-05-10", "2017-06-01", "")]
    assert fates.of(second)[:2] == ("set_aside", "two_on_one_day")


def test_an_episode_that_lasted_no_night_gives_way_to_the_one_that_follows_it() -> None:
    none, night = _episode(2018, "2017-05-10", "2017-05-10"), _episode(2018, "2017-05-10", LS="C1")

    episodes, fates = _stitched(none, night, latest=2018)

    assert _lasting(episodes) == [("2017-05-10", "", "")]
    assert fates.of(none)[:2] == ("merged", "no_night")


def test_left_open_and_never_told_again_the_care_ended_with_its_return() -> None:
    episodes, _fates = _stitched(_episode(2018, "2017-05-10"), latest=2020)

    assert _lasting(episodes) == [("2017-05-10", "2018-03-31", "care_ended_unreported")]


def test_a_child_of_whom_the_latest_return_still_speaks_is_still_in_care() -> None:
    episodes, _fates = _stitched(_episode(2018, "2017-05-10"), latest=2020, child_until=2020)

    assert _lasting(episodes) == [("2017-05-10", "", "")]


def test_left_open_before_a_new_time_in_care_it_ended_on_the_day_before_or_in_march() -> None:
    soon = _stitched(_episode(2018, "2017-05-10"), _episode(2018, "2017-08-01", RNE="S"), latest=2018)[0]
    later = _stitched(_episode(2018, "2017-05-10"), _episode(2019, "2018-08-01", RNE="S"), latest=2019)[0]

    assert _lasting(soon)[0] == ("2017-05-10", "2017-07-31", "care_ended_before_new_care")
    assert _lasting(later)[0] == ("2017-05-10", "2018-03-31", "care_ended_before_new_care")


def test_left_open_before_a_move_it_ended_with_the_move() -> None:
    episodes, _fates = _stitched(
        _episode(2018, "2017-05-10"), _episode(2019, "2018-08-01", PL_POST="ZZ1 1ZZ"), latest=2019
    )

    assert _lasting(episodes) == [
        ("2017-05-10", "2018-08-01", "ended_where_next_begins"),
        ("2018-08-01", "", ""),
    ]


def test_left_open_and_told_again_under_another_first_day_it_is_the_same_stay() -> None:
    again, open_one = _episode(2018, "2016-09-23", "2017-05-30", REC="E8"), _episode(2017, "2016-09-27")

    episodes, fates = _stitched(again, open_one, latest=2018)

    assert _lasting(episodes) == [("2016-09-23", "2017-05-30", "")]
    assert fates.of(open_one)[:2] == ("merged", "another_start")


def test_an_open_episode_that_continues_a_like_one_is_not_a_double_of_it() -> None:
    before, after = _episode(2018, "2017-05-10", "2017-08-01"), _episode(2018, "2017-08-01")

    episodes, fates = _stitched(before, after, latest=2019, child_until=2019)

    assert _lasting(episodes) == [("2017-05-10", "2017-08-01", ""), ("2017-08-01", "", "")]
    assert fates.told == {}


def test_left_open_inside_what_a_later_return_tells_it_is_superseded() -> None:
    later, open_one = (
        _episode(2019, "2018-01-25", "2018-05-16", LS="C1", REC="E45"),
        _episode(2018, "2018-03-22", PLACE="U1"),
    )

    episodes, fates = _stitched(later, open_one, latest=2019)

    assert _lasting(episodes) == [("2018-01-25", "2018-05-16", "")]
    assert fates.of(open_one)[:2] == ("merged", "superseded")


def test_two_episodes_never_share_a_night() -> None:
    episodes, _fates = _stitched(
        _episode(2018, "2017-05-10", "2017-09-01"), _episode(2018, "2017-08-01", LS="C2"), latest=2018
    )

    assert _lasting(episodes) == [("2017-05-10", "2017-08-01", "overlapped_next"), ("2017-08-01", "", "")]


def test_a_closed_episode_inside_a_longer_one_of_a_later_return_is_superseded() -> None:
    long, short = (
        _episode(2019, "2017-05-10", "2018-06-01"),
        _episode(2018, "2017-08-01", "2017-09-01", LS="C2"),
    )

    episodes, fates = _stitched(long, short, latest=2019)

    assert _lasting(episodes) == [("2017-05-10", "2018-06-01", "")]
    assert fates.of(short)[:2] == ("merged", "superseded")


@pytest.mark.parametrize(("reason", "end"), [("P", "2017-09-05"), ("S", "2017-09-01")])
def test_days_missing_inside_care_belong_to_the_stay_before_unless_care_began_anew(
    reason: str, end: str
) -> None:
    episodes, _fates = _stitched(
        _episode(2018, "2017-05-10", "2017-09-01"),
        _episode(2018, "2017-09-05", RNE=reason, PL_POST="ZZ1 1ZZ"),
        latest=2018,
    )

    assert str(episodes[0].end) == end
