from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from vatra.kernel.duty import DutyRow, Fact, Rule, duties_from

PLACED = Fact("placed", date(2025, 8, 31), None, "placement:3")


def rule(code: str = "review", **given_values: object) -> Rule:
    quiet: dict[str, object] = {
        "starts_with": "placed",
        "satisfied_by": "reviewed",
        "same_ref": False,
        "amount": 6,
        "unit": "months",
        "repeats": True,
        "ordinal": 1,
        "shown_days_before": 14,
        "escalate_after_days": 7,
    }
    return Rule(code, **(quiet | given_values))  # type: ignore[arg-type]


def reviewed(day: date, ref: str = "review:1") -> Fact:
    return Fact("reviewed", day, None, ref)


def due(facts: list[Fact], *rules: Rule) -> list[date]:
    return [duty.due_on for duty in duties_from(facts, rules)]


def test_a_duty_is_due_so_many_months_after_what_starts_it() -> None:
    assert duties_from([PLACED], [rule()]) == [
        DutyRow(
            rule="review",
            ref="placement:3",
            basis_on=date(2025, 8, 31),
            due_on=date(2026, 2, 28),
            shown_first_on=date(2026, 2, 14),
            escalates_on=date(2026, 3, 7),
            lapses_on=None,
        )
    ]


def test_days_are_counted_as_days() -> None:
    assert due([PLACED], rule(amount=30, unit="days")) == [date(2025, 9, 30)]


def test_a_duty_can_fall_before_the_day_it_counts_from() -> None:
    grows_up = Fact("turns_18", date(2026, 9, 1), None, "child:1")
    assert due([grows_up], rule(starts_with="turns_18", amount=-6, repeats=False)) == [date(2026, 3, 1)]


def test_a_repeating_duty_counts_again_from_the_latest_time_it_was_met() -> None:
    facts = [reviewed(date(2026, 1, 10)), PLACED, reviewed(date(2025, 11, 1))]
    assert due(facts, rule()) == [date(2026, 7, 10)]


def test_what_was_done_before_the_start_does_not_count() -> None:
    assert due([PLACED, reviewed(date(2025, 8, 30))], rule()) == [date(2026, 2, 28)]
    assert due([PLACED, reviewed(date(2025, 8, 31))], rule(repeats=False)) == []


def test_a_duty_met_once_is_settled() -> None:
    assert due([PLACED], rule(repeats=False)) == [date(2026, 2, 28)]
    assert due([PLACED, reviewed(date(2025, 9, 15))], rule(repeats=False)) == []


def test_each_follow_up_settles_the_next_one_still_open() -> None:
    home = Fact("returned", date(2025, 1, 31), None, "placement:3")
    ladder = [
        rule(f"follow_up_{months}", starts_with="returned", satisfied_by="visited", amount=months)
        for months in (1, 3, 6, 12)
    ]
    ladder = [
        Rule(**{name: getattr(each, name) for name in Rule.__slots__} | {"repeats": False, "ordinal": place})
        for place, each in enumerate(ladder, 1)
    ]
    assert due([home], *ladder) == [
        date(2025, 2, 28),
        date(2025, 4, 30),
        date(2025, 7, 31),
        date(2026, 1, 31),
    ]
    visits = [
        Fact("visited", date(2025, 2, 20), None, "visit:1"),
        Fact("visited", date(2025, 5, 2), None, "visit:2"),
    ]
    assert due([home, *visits], *ladder) == [date(2025, 7, 31), date(2026, 1, 31)]


def test_an_answer_settles_only_the_message_it_answers() -> None:
    messages = [Fact("asked", date(2026, 3, day), None, f"message:{day}") for day in (2, 3)]
    answer = Fact("answered", date(2026, 3, 4), None, "message:3")
    answers = rule(
        starts_with="asked", satisfied_by="answered", same_ref=True, repeats=False, amount=5, unit="days"
    )
    assert [duty.ref for duty in duties_from([*messages, answer], [answers])] == ["message:2"]


def test_nothing_falls_due_after_the_stay_has_ended() -> None:
    ended = PLACED._replace(ends=date(2026, 2, 27))
    assert due([ended], rule()) == []


def test_a_duty_missed_before_the_end_says_when_it_lapses() -> None:
    ended = PLACED._replace(ends=date(2026, 2, 28))
    assert [duty.lapses_on for duty in duties_from([ended], [rule()])] == [date(2026, 2, 28)]


def test_a_fact_told_twice_is_one_duty() -> None:
    assert len(duties_from([PLACED, PLACED], [rule()])) == 1


DAYS = st.dates(date(2024, 1, 1), date(2026, 12, 31))
NAMES = st.sampled_from(["placed", "reviewed", "asked"])
FACTS = st.lists(
    st.builds(
        lambda name, day, length, ref: Fact(
            name, day, None if length is None else day + timedelta(days=length), ref
        ),
        NAMES,
        DAYS,
        st.none() | st.integers(0, 400),
        st.sampled_from(["a:1", "a:2"]),
    ),
    max_size=12,
)
RULES = st.lists(
    st.builds(
        Rule,
        code=st.sampled_from(["r1", "r2", "r3"]),
        starts_with=NAMES,
        satisfied_by=NAMES,
        same_ref=st.booleans(),
        amount=st.integers(1, 40),
        unit=st.sampled_from(["days", "months"]),
        repeats=st.booleans(),
        ordinal=st.integers(1, 3),
        shown_days_before=st.integers(0, 30),
        escalate_after_days=st.integers(0, 30),
    ),
    max_size=4,
)


@given(FACTS, RULES, st.randoms())
def test_the_order_in_which_facts_arrive_does_not_matter(
    facts: list[Fact], rules: list[Rule], chance: object
) -> None:
    shuffled = sorted(facts, key=lambda _: chance.random())  # type: ignore[attr-defined]
    assert set(duties_from(shuffled, rules)) == set(duties_from(facts, rules))


@given(FACTS, RULES)
def test_every_duty_counts_from_a_fact_and_falls_within_its_life(
    facts: list[Fact], rules: list[Rule]
) -> None:
    days = {fact.day for fact in facts}
    for duty in duties_from(facts, rules):
        assert duty.basis_on in days
        assert duty.lapses_on is None or duty.due_on <= duty.lapses_on
