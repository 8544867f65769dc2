"""From what is on record to what is due: the clocks of Kosovo's pack on real files."""

from datetime import UTC, date, datetime, timedelta

import pytest

from tests.builders import (
    LONG_AGO,
    TODAY,
    WENT_ON,
    a_child,
    a_decision,
    a_file,
    a_hearing,
    a_home,
    a_placement,
    a_question,
    a_supervisor,
    an_option,
    at,
    by,
    worker_of,
)
from vatra.casework.actions import make_plan
from vatra.casework.models import File, Review
from vatra.decisions.actions import issue
from vatra.homes.actions import agree_capacity, close_home
from vatra.homes.words import FormOfCare
from vatra.kernel.duty import ClockFact, Duty, recompute, recompute_all
from vatra.kernel.ledger import Actor
from vatra.law.actions import appoint_guardian, end_guardianship, set_legal_status
from vatra.law.facts import FactName
from vatra.law.models import LegalStatus
from vatra.law.packs import codes, pack
from vatra.placements.actions import end_placement
from vatra.placements.models import Placement

pytestmark = pytest.mark.django_db

SINCE = date(2025, 10, 6)
NOBODY = Actor(None, "", at())


def due(rule: str, file: File | None = None) -> list[date]:
    """When this is due, for one file or for all."""
    duties = Duty.objects.filter(rule=rule)
    return sorted((duties.filter(chain=file.key) if file else duties).values_list("due_on", flat=True))


def told(file: File, fact: str) -> list[tuple[date, date | None]]:
    """The days of a fact of this file."""
    return sorted(ClockFact.objects.filter(chain=file.key, fact=fact).values_list("day", "ends"))


def test_every_fact_a_clock_knows_by_name_is_in_the_view() -> None:
    named = {
        fact
        for code in codes()
        for clock in pack(code).clocks
        for fact in (clock.starts_with, clock.satisfied_by)
    }
    assert named <= set(FactName)


def test_a_gap_between_two_guardians_is_due_from_its_first_day_until_it_is_filled() -> None:
    file = a_placement().file
    actor = by(worker_of(file))
    end_guardianship(guardianship=file.guardianships.get(), on=date(2026, 3, 1), why="Died.", by=actor)
    assert told(file, "without_guardian") == [(date(2026, 3, 2), None)]
    assert due("guardian", file) == [date(2026, 3, 2)]
    assert Duty.objects.get(rule="guardian").escalate_to == "unit_head"
    appoint_guardian(file=file, kind="body", body="Centre", from_day=date(2026, 3, 9), by=actor)
    assert told(file, "without_guardian") == [(date(2026, 3, 2), date(2026, 3, 8))]
    assert due("guardian", file) == []


def test_a_child_at_home_needs_no_guardian_of_ours() -> None:
    file = a_file(guardian=False)
    assert told(file, "without_guardian") == []


def test_an_order_is_seen_to_four_weeks_before_it_ends() -> None:
    file = a_placement().file
    actor = by(worker_of(file))
    status = set_legal_status(file=file, kind="interim_order", ordered_by="Court", from_day=SINCE, by=actor)
    LegalStatus.objects.filter(pk=status.pk).update(last_day=date(2026, 4, 30))
    recompute([file.key], on=TODAY)
    assert due("order_expires", file) == [date(2026, 4, 2)]
    set_legal_status(file=file, kind="care_order", ordered_by="Court", from_day=date(2026, 5, 1), by=actor)
    assert due("order_expires", file) == []


def test_a_young_person_in_care_at_fifteen_has_a_plan_for_leaving_care_three_months_later() -> None:
    file = a_placement(a_file(a_child(birth=date(2010, 12, 1)))).file
    assert told(file, "in_care_aged_15") == [(date(2025, 12, 1), None)]
    assert due("leaving_care_plan", file) == [date(2026, 3, 1)]
    make_plan(
        file=file, aim="own_life", other_aim="", child_view="", family_view="", from_day=TODAY, review_on=date(2026, 6, 1),
        goals=[], by=by(worker_of(file)),
    )  # fmt: skip
    assert due("leaving_care_plan", file) == []


def test_who_comes_into_care_after_fifteen_has_three_months_from_then() -> None:
    file = a_placement(a_file(a_child(birth=date(2010, 1, 1)))).file
    assert due("leaving_care_plan", file) == [date(2026, 1, 6)]


def grown_up(reason: str) -> Placement:
    """A stay of a young person of seventeen that ended for this reason."""
    placement = a_placement(a_file(a_child(birth=date(2008, 6, 1))))
    worker = by(worker_of(placement.file))
    return end_placement(placement=placement, last_day=date(2026, 3, 1), reason=reason, why="", by=worker)


def test_who_left_care_grown_up_is_followed_up_every_three_months_until_an_age() -> None:
    file = grown_up("independent").file
    assert told(file, "left_care_until_26") == [(date(2026, 3, 1), date(2034, 5, 31))]
    assert due("after_care", file) == [date(2026, 6, 1)]
    assert told(file, "left_care_until_21") == [(date(2026, 3, 1), date(2029, 5, 31))]


def test_who_returned_to_the_family_has_the_follow_up_of_a_return_and_no_other() -> None:
    file = grown_up("returned_home").file
    assert told(file, "left_care_until_26") == []
    assert due("after_return_1", file) == [date(2026, 4, 1)]


def test_the_exception_for_a_child_under_three_is_due_on_its_last_day_and_ends_at_three() -> None:
    placement = a_placement(a_file(a_child(birth=date(2023, 5, 1))))
    Placement.objects.filter(pk=placement.pk).update(
        form="residential", young_child_exception="with_siblings", exception_until=date(2026, 4, 1)
    )
    recompute([placement.file.key], on=TODAY)
    duty = Duty.objects.get(rule="under_three")
    assert (duty.due_on, duty.lapses_on, duty.escalate_to) == (
        date(2026, 4, 1),
        date(2026, 4, 30),
        "safeguarding",
    )


def test_the_approval_of_a_home_is_looked_at_again_after_a_year() -> None:
    home = a_home()
    agree_capacity(home=home, children=3, from_day=date(2025, 5, 5), by=NOBODY)
    assert list(Duty.objects.filter(chain=home.key).values_list("rule", "due_on")) == [
        ("carer_approval", date(2026, 5, 5))
    ]
    close_home(home=home, last_day=date(2026, 3, 1), why="Moved away.", by=NOBODY)
    assert due("carer_approval") == []


def test_a_hospital_is_not_approved_by_us() -> None:
    a_home(form=FormOfCare.HOSPITAL)
    assert due("carer_approval") == []


def test_an_emergency_decision_asks_for_a_full_one() -> None:
    file = a_file()
    a_decision(file, kind="emergency", on=date(2026, 3, 14))
    assert due("full_decision", file) == [date(2026, 3, 17)]


def under_england(file: File) -> File:
    """The same file under another law, as an import would open it."""
    File.objects.filter(pk=file.pk).update(jurisdiction="england")
    recompute([file.key], on=TODAY)
    return file


def a_review(file: File, on: date) -> None:
    Review.objects.create(
        file=file, held_on=on, participation="PN1", child_words="Good.", led_by=worker_of(file)
    )
    recompute([file.key], on=TODAY)


def test_england_asks_for_a_first_a_second_and_then_half_yearly_reviews() -> None:
    file = under_england(a_placement().file)
    assert (due("first_review", file), due("second_review", file)) == ([date(2025, 11, 3)], [])
    a_review(file, date(2025, 10, 30))
    assert (due("first_review", file), due("second_review", file)) == ([], [date(2026, 1, 30)])
    a_review(file, date(2026, 1, 20))
    assert (due("second_review", file), due("review", file)) == ([], [date(2026, 7, 20)])


def test_a_file_under_england_has_no_duty_of_kosovo() -> None:
    file = under_england(a_placement().file)
    end_guardianship(guardianship=file.guardianships.get(), on=SINCE, why="None.", by=by(worker_of(file)))
    assert set(Duty.objects.filter(chain=file.key).values_list("pack", flat=True)) == {"england"}
    assert due("guardian", file) == []


@pytest.mark.parametrize(
    ("at_in_utc", "day"),
    [
        # The nights in which the clocks of Kosovo go forward and back, and the last of February in a leap year.
        (datetime(2026, 3, 28, 22, 50, tzinfo=UTC), date(2026, 3, 28)),
        (datetime(2026, 3, 28, 23, 10, tzinfo=UTC), date(2026, 3, 29)),
        (datetime(2025, 10, 25, 21, 50, tzinfo=UTC), date(2025, 10, 25)),
        (datetime(2025, 10, 25, 22, 10, tzinfo=UTC), date(2025, 10, 26)),
        (datetime(2024, 2, 28, 23, 10, tzinfo=UTC), date(2024, 2, 29)),
    ],
)
def test_a_decision_is_of_the_day_it_is_in_kosovo(at_in_utc: datetime, day: date) -> None:
    file = a_file(on=date(2024, 1, 2))
    question = a_question(file, on=day)
    an_option(question, FormOfCare.BIRTH_FAMILY)
    chosen = an_option(question, FormOfCare.KINSHIP, a_home())
    a_hearing(question)
    issue(
        question=question,
        chosen={file.pk: chosen},
        legal_basis="Family Law 2004/32",
        reasons="The grandmother knows the child.",
        effective_on=day,
        review_on=day + timedelta(days=90),
        overrides=WENT_ON,
        by=Actor(a_supervisor(file.unit).pk, "supervisor", at_in_utc),
    )
    assert told(file, "child_to_tell") == [(day, None)]
    assert due("child_told", file) == [day + timedelta(days=7)]


def test_everything_that_was_recorded_step_by_step_is_what_computing_anew_gives() -> None:
    grown_up("independent")
    a_placement(a_file(a_child(birth=date(2024, 2, 29))))
    agree_capacity(home=a_home(), children=2, from_day=LONG_AGO.replace(year=2021), by=NOBODY)
    before = set(Duty.objects.values_list())
    recompute_all(TODAY)
    assert set(Duty.objects.values_list()) == before
