"""On every day in care a home, a named carer, a guardian and a next review (R-10)."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from vatra.desk.belonging import DaysWithout, Missing, Need, Stay, Ties, days_in_care, days_without, in_care
from vatra.kernel.period import Period

FIRST = date(2024, 2, 1)
ALWAYS = Period(FIRST)


def day(number: int) -> date:
    """So many days after the first of February of a leap year."""
    return FIRST + timedelta(days=number)


def a_stay(first: int, last: int | None, *, form: str = "kinship", end: str | None = None) -> Stay:
    """A stay by the numbers of its days."""
    return Stay(Period(day(first), None if last is None else day(last)), form, end)


def whole(ties: Ties) -> DaysWithout:
    return days_without(ties, Period(date.min, day(400)))


def test_a_child_who_has_everything_lacks_nothing() -> None:
    ties = Ties([a_stay(0, None)], [ALWAYS], [ALWAYS], [ALWAYS], [ALWAYS])
    assert whole(ties).missing_on(day(100)) == []
    assert whole(ties).counted(day(400)) == {}


def test_a_day_between_two_homes_is_counted() -> None:
    ties = Ties([a_stay(0, 27, end="carer_asked"), a_stay(30, None)], [ALWAYS], [ALWAYS], [ALWAYS], [ALWAYS])
    assert whole(ties).gaps[Need.HOME] == [Period(date(2024, 2, 29), date(2024, 3, 1))]
    assert whole(ties).counted(day(400)) == {Need.HOME: 2}


def test_days_without_a_guardian_are_counted_until_there_is_one() -> None:
    ties = Ties([a_stay(0, None)], [ALWAYS], [Period(day(0), day(9)), Period(day(20))], [ALWAYS], [ALWAYS])
    assert whole(ties).missing_on(day(12)) == [Missing(Need.GUARDIAN, day(10), 3)]
    assert whole(ties).missing_on(day(20)) == []
    assert whole(ties).counted(day(400)) == {Need.GUARDIAN: 10}


def test_a_child_at_home_with_the_family_is_not_in_care() -> None:
    assert in_care(Ties([a_stay(0, None, form="birth_family")])) == []
    assert whole(Ties([])).counted(day(400)) == {}


def test_care_ends_with_a_return_and_begins_again_with_the_next_stay() -> None:
    ties = Ties([a_stay(0, 9, end="returned_home"), a_stay(50, None)])
    assert in_care(ties) == [Period(day(0), day(9)), Period(day(50))]


def test_living_with_the_birth_family_again_ends_care_the_day_before() -> None:
    ties = Ties([a_stay(0, 9, end="moved_as_planned"), a_stay(12, None, form="birth_family")])
    assert in_care(ties) == [Period(day(0), day(11))]


def test_a_stay_that_ended_without_leading_anywhere_leaves_the_child_in_care_without_a_home() -> None:
    ties = Ties([a_stay(0, 9, end="home_closed")], [ALWAYS], [ALWAYS], [ALWAYS], [ALWAYS])
    assert whole(ties).missing_on(day(14)) == [Missing(Need.HOME, day(10), 5)]


def test_nothing_is_asked_for_after_the_file_is_closed() -> None:
    ties = Ties([a_stay(0, None)], closed_on=day(5))
    assert whole(ties).counted(day(400)) == {Need.CARER: 6, Need.GUARDIAN: 6, Need.PLAN: 6, Need.REVIEW: 6}


def test_a_file_closed_before_the_stay_began_has_no_days_in_care() -> None:
    assert in_care(Ties([a_stay(8, None)], closed_on=day(5))) == []


def test_a_home_whose_carer_left_is_a_home_without_a_named_carer() -> None:
    ties = Ties([a_stay(0, None)], [Period(day(0), day(9))], [ALWAYS], [ALWAYS], [ALWAYS])
    assert whole(ties).missing_on(day(10)) == [Missing(Need.CARER, day(10), 1)]


def test_days_after_the_day_of_the_question_are_not_counted() -> None:
    ties = Ties([a_stay(0, None)], [ALWAYS], [], [ALWAYS], [ALWAYS])
    without = days_without(ties, Period(date.min, day(3)))
    assert without.counted(day(3)) == {Need.GUARDIAN: 4}


numbers = st.integers(min_value=0, max_value=60)
periods = st.tuples(numbers, numbers).map(lambda pair: Period(day(min(pair)), day(max(pair))))
stays = st.lists(
    st.builds(
        Stay,
        periods,
        st.sampled_from(["kinship", "foster_long", "birth_family"]),
        st.sampled_from(["moved_as_planned", "returned_home", "carer_asked"]),
    ),
    max_size=5,
)


@given(stays, st.lists(periods, max_size=4), st.lists(periods, max_size=4), st.none() | numbers.map(day))
def test_every_day_in_care_has_each_need_met_or_counted_and_never_both(
    lived: list[Stay], carers: list[Period], others: list[Period], closed_on: date | None
) -> None:
    ties = Ties(lived, carers, others, others, others, closed_on)
    without, care = days_without(ties, Period(day(0), day(60))), in_care(ties)
    for number in range(61):
        today = day(number)
        is_in_care = any(period.contains(today) for period in care)
        lacking = {missing.need for missing in without.missing_on(today)}
        has_home = any(stay.period.contains(today) for stay in lived)
        assert (Need.HOME in lacking) == (is_in_care and not has_home)
        assert (Need.GUARDIAN in lacking) == (is_in_care and not any(each.contains(today) for each in others))
        assert (Need.CARER in lacking) <= (is_in_care and has_home)


@given(stays, st.lists(periods, max_size=4))
def test_no_more_days_are_counted_than_there_are_days_in_care(
    lived: list[Stay], guardians: list[Period]
) -> None:
    ties, within = Ties(lived, guardians=guardians), Period(day(0), day(60))
    care = days_in_care(ties, within, day(60))
    assert all(days <= care for days in days_without(ties, within).counted(day(60)).values())


@given(stays, st.lists(periods, max_size=3), st.integers(min_value=1, max_value=59))
def test_counting_in_two_parts_gives_the_same_as_counting_at_once(
    lived: list[Stay], guardians: list[Period], cut: int
) -> None:
    ties, last = Ties(lived, guardians=guardians), day(60)
    parts = [
        days_without(ties, Period(day(0), day(cut - 1))).counted(last).get(Need.GUARDIAN, 0),
        days_without(ties, Period(day(cut), last)).counted(last).get(Need.GUARDIAN, 0),
    ]
    assert sum(parts) == days_without(ties, Period(day(0), last)).counted(last).get(Need.GUARDIAN, 0)
