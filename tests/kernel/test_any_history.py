"""Full recompute gives exactly the rows that each act has left, over histories that nobody would think of."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.kernel.builders import a_rule, plain_sql
from tests.kernel.telling import a_table_of_facts, happened
from vatra.kernel.duty import ClockRule, ClockStop, Duty, DutyRow, WorkingCalendar, recompute, recompute_all
from vatra.kernel.ledger import Actor

pytestmark = pytest.mark.django_db

EVERYTHING = ("chain", *DutyRow._fields)


@pytest.fixture(autouse=True)
def _facts_to_write(db: None) -> None:
    a_table_of_facts()


FILES = [UUID(int=number) for number in range(3)]
RULES = ("half_yearly", "first_review", "in_working_days")
# Leap days, ends of months, and the nights in which the clocks of Kosovo go forward and back.
AWKWARD = [
    date(2024, 2, 28),
    date(2024, 2, 29),
    date(2025, 2, 28),
    date(2025, 8, 31),
    date(2025, 12, 31),
    date(2025, 10, 26),
    date(2026, 3, 29),
]
DAYS = st.sampled_from(AWKWARD) | st.dates(date(2024, 1, 1), date(2026, 6, 30))
# Ten minutes before and after midnight in Kosovo, winter and summer, told in UTC.
NEAR_MIDNIGHT = st.sampled_from([(-1, 21, 50), (-1, 22, 10), (-1, 22, 50), (-1, 23, 10), (0, 9, 0)])


def moment(day: date, near: tuple[int, int, int]) -> datetime:
    """A moment on or shortly before a day."""
    before, hour, minute = near
    day += timedelta(days=before)
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=UTC)


HAPPENINGS = st.lists(
    st.tuples(
        st.sampled_from(["placed", "reviewed", "correct", "stop", "go_on"]),
        st.sampled_from(FILES),
        st.builds(moment, DAYS, NEAR_MIDNIGHT),
        st.none() | st.integers(0, 300),
        st.sampled_from(["", "placement:3"]),
    ),
    max_size=14,
)
Happening = tuple[str, UUID, datetime, int | None, str]
LONG_AGO = ("placed", FILES[0], datetime(2024, 2, 28, 23, 10, tzinfo=UTC), None, "")


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example([LONG_AGO, ("stop", FILES[0], datetime(2026, 3, 28, 23, 10, tzinfo=UTC), None, "")])
@given(HAPPENINGS)
def test_recomputing_everything_gives_what_each_act_has_given(happenings: list[Happening]) -> None:
    _an_empty_record()
    last = date(2026, 7, 1)
    for what, file, at, length, ref in happenings:
        # An act may be told of any day, also of one long before what was told last.
        DOES[what](file, at, length, ref)
        recompute([file], on=last)
    step_by_step = rows()
    recompute_all(on=last)
    assert rows() == step_by_step
    Duty.objects.all().delete()
    recompute_all(on=last)
    assert rows() == step_by_step


@given(DAYS, NEAR_MIDNIGHT)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_an_act_and_the_database_agree_on_the_day_of_a_moment(day: date, near: tuple[int, int, int]) -> None:
    at = moment(day, near)
    assert plain_sql(THE_DAY_OF, at) == [(Actor(7, "social_worker", at).today,)]


# As the view of facts takes the day of a decision from the moment it was issued.
THE_DAY_OF = "SELECT (%s::timestamptz AT TIME ZONE 'Europe/Belgrade')::date"


def rows() -> list[tuple[object, ...]]:
    """Every duty with everything it says, without the number of its row."""
    return sorted(Duty.objects.values_list(*EVERYTHING), key=repr)


def _an_empty_record() -> None:
    plain_sql("DELETE FROM law_clock_fact")
    for model in (Duty, ClockStop, ClockRule, WorkingCalendar):
        model.objects.all().delete()
    a_rule(valid_to=date(2025, 12, 31))
    a_rule(valid_from=date(2026, 1, 1), amount=3)
    a_rule("first_review", amount=28, unit="days", repeats=False, about_home=True)
    a_rule("in_working_days", amount=20, unit="working_days", repeats=False, ordinal=2)
    WorkingCalendar.objects.create(pack="kosovo", week=[0, 1, 2, 3, 4], holidays=[date(2026, 4, 9)])


def _happen(fact: str) -> Callable[[UUID, datetime, int | None, str], None]:
    def happen(file: UUID, at: datetime, length: int | None, ref: str) -> None:
        ((day,),) = plain_sql(THE_DAY_OF, at)
        lasts = length is not None and fact == "placed"
        happened(file, fact, day, day + timedelta(days=length or 0) if lasts else None, ref)

    return happen


def _correct(file: UUID, at: datetime, length: int | None, ref: str) -> None:
    """The latest fact of the file was wrong and is taken back."""
    plain_sql(
        "DELETE FROM law_clock_fact WHERE ctid = (SELECT ctid FROM law_clock_fact"
        " WHERE chain = %s AND fact <> 'jurisdiction' ORDER BY day DESC, fact, ref LIMIT 1)",
        file,
    )


def _stop(file: UUID, at: datetime, length: int | None, ref: str) -> None:
    first = Actor(7, "social_worker", at).today
    last = None if length is None else first + timedelta(days=length)
    for rule in RULES:
        of_clock = ClockStop.objects.filter(chain=file, rule=rule, ref=ref)
        if not of_clock.exists():
            why = {"why_stopped": "In hospital.", "why_resumed": last and "Home again."}
            ClockStop.objects.create(chain=file, rule=rule, ref=ref, first_day=first, last_day=last, **why)


def _go_on(file: UUID, at: datetime, length: int | None, ref: str) -> None:
    day = Actor(7, "social_worker", at).today
    ClockStop.objects.filter(chain=file, ref=ref, last_day__isnull=True, first_day__lte=day).update(
        last_day=day, why_resumed="Home again."
    )


DOES: dict[str, Callable[[UUID, datetime, int | None, str], None]] = {
    "placed": _happen("placed"),
    "reviewed": _happen("reviewed"),
    "correct": _correct,
    "stop": _stop,
    "go_on": _go_on,
}
