"""What is true of duties whatever happened: random facts, rules and stops."""

from datetime import date, timedelta
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from tests.kernel.duties import UNDER_KOSOVO
from vatra.kernel.duty import Fact, Rule, Stop, duties_from

DAYS = st.dates(date(2023, 11, 1), date(2026, 12, 31))
NAMES = st.sampled_from(["placed", "reviewed", "asked"])
REFS = st.sampled_from(["a:1", "a:2"])
CODES = st.sampled_from(["r1", "r2", "r3"])
LENGTHS = st.none() | st.integers(0, 400)


def ending(day: date, length: int | None) -> date | None:
    """The last day of something that lasts so many days more, or goes on."""
    return None if length is None else day + timedelta(days=length)


FACTS = st.lists(
    st.builds(
        lambda name, day, length, ref: Fact(name, day, ending(day, length), ref), NAMES, DAYS, LENGTHS, REFS
    ),
    max_size=12,
)
STOPS = st.lists(
    st.builds(
        lambda code, ref, day, length: Stop(code, ref, day, ending(day, length)), CODES, REFS, DAYS, LENGTHS
    ),
    max_size=3,
)
RULE = st.builds(
    Rule,
    pack=st.sampled_from(["kosovo", "england"]),
    code=CODES,
    valid_from=st.sampled_from([date(2000, 1, 1), date(2025, 1, 1)]),
    valid_to=st.none() | st.just(date(2025, 12, 31)),
    starts_with=NAMES,
    satisfied_by=NAMES,
    same_ref=st.booleans(),
    amount=st.integers(1, 40),
    unit=st.sampled_from(["days", "working_days", "months"]),
    repeats=st.booleans(),
    ordinal=st.integers(1, 3),
    shown_days_before=st.integers(0, 30),
    escalate_after_days=st.integers(0, 30),
    escalate_to=st.sampled_from(["supervisor", "unit_head"]),
    about_home=st.booleans(),
)
RULES = st.lists(RULE, max_size=4)


@given(FACTS, RULES, STOPS, st.randoms())
def test_the_order_in_which_facts_arrive_does_not_matter(
    facts: list[Fact], rules: list[Rule], stops: list[Stop], chance: Random
) -> None:
    facts = [UNDER_KOSOVO, *facts]
    shuffled = sorted(facts, key=lambda _: chance.random())
    assert set(duties_from(shuffled, rules, stops[::-1])) == set(duties_from(facts, rules, stops))


@given(FACTS, RULES, STOPS)
def test_every_duty_counts_from_a_fact_and_falls_within_its_life(
    facts: list[Fact], rules: list[Rule], stops: list[Stop]
) -> None:
    days = {fact.day for fact in facts}
    for duty in duties_from([UNDER_KOSOVO, *facts], rules, stops):
        assert duty.pack == "kosovo"
        assert duty.basis_on in days
        assert duty.lapses_on is None or duty.due_on <= duty.lapses_on


@given(FACTS, RULE, STOPS)
def test_standing_still_never_brings_a_duty_forward(facts: list[Fact], rule: Rule, stops: list[Stop]) -> None:
    facts = [UNDER_KOSOVO, *facts]
    without = {(duty.ref, duty.basis_on, duty.lapses_on): duty.due_on for duty in duties_from(facts, [rule])}
    for duty in duties_from(facts, [rule], stops):
        assert duty.due_on >= without[duty.ref, duty.basis_on, duty.lapses_on]
