"""A child comes to live in the home a decision names."""

from datetime import date

import pytest
from django.db import IntegrityError, connection

from tests.builders import TODAY, a_decision, a_file, a_home, a_placement, by, worker_of
from vatra.kernel.concern import Refused
from vatra.kernel.constraints import refusal_sentence
from vatra.kernel.duty.models import Duty
from vatra.kernel.ledger import Event
from vatra.placements.actions import place
from vatra.placements.models import Placement

pytestmark = pytest.mark.django_db


def test_a_child_is_placed_from_the_day_the_decision_takes_effect() -> None:
    file, home = a_file(), a_home()
    (outcome,) = a_decision(file, home=home)
    placement = place(outcome=outcome, first_day=TODAY, reasons={}, by=by(worker_of(file)))
    assert (placement.home, placement.first_day, placement.last_day) == (home, TODAY, None)
    event = Event.objects.filter(chain=file.key).latest("position")
    assert (event.act, event.on, event.subject_id) == ("place", TODAY, str(placement.pk))


def test_placing_starts_the_clock_of_the_review() -> None:
    placement = a_placement(on=date(2025, 11, 30))
    review = Duty.objects.get(chain=placement.file.key, rule="review")
    assert review.due_on == date(2026, 2, 28)


def test_a_stay_cannot_begin_before_the_decision_takes_effect() -> None:
    file = a_file()
    (outcome,) = a_decision(file)
    with pytest.raises(IntegrityError, match="refused"):
        place(outcome=outcome, first_day=date(2026, 3, 15), reasons={}, by=by(worker_of(file)))


def test_a_child_cannot_live_in_two_homes_on_one_day() -> None:
    placement = a_placement()
    (outcome,) = a_decision(placement.file)
    with pytest.raises(IntegrityError) as refused:
        place(outcome=outcome, first_day=TODAY, reasons={}, by=by(worker_of(placement.file)))
        connection.check_constraints()
    assert "already lives in a home" in str(refusal_sentence(refused.value))


def test_the_database_itself_refuses_two_homes_on_one_day() -> None:
    placement = a_placement()
    (outcome,) = a_decision(placement.file)
    with pytest.raises(IntegrityError, match="placement_overlaps"):
        Placement.objects.create(
            file=placement.file, home=outcome.home, form="kinship", first_day=TODAY, outcome=outcome
        )
        connection.check_constraints()


def test_a_placement_cannot_rest_on_another_childs_decision() -> None:
    mine, others = a_file(), a_file()
    (outcome,) = a_decision(others)
    with pytest.raises(IntegrityError, match="placement_rests_on_another_childs_decision"):
        Placement.objects.create(
            file=mine, home=outcome.home, form=outcome.form, first_day=TODAY, outcome=outcome
        )
        connection.check_constraints()


def test_a_placement_without_any_decision_is_refused_by_the_database() -> None:
    with pytest.raises(IntegrityError, match="placement_without_issued_decision"):
        Placement.objects.create(file=a_file(), home=a_home(), form="kinship", first_day=TODAY)


def test_a_child_without_guardian_is_placed_only_with_a_written_reason() -> None:
    file = a_file(guardian=False)
    (outcome,) = a_decision(file)
    with pytest.raises(Refused) as refused:
        place(outcome=outcome, first_day=TODAY, reasons={}, by=by(worker_of(file)))
    assert [concern.code for concern in refused.value.concerns] == ["R-10"]
    place(outcome=outcome, first_day=TODAY, reasons={"R-10": "Asked for on Friday."}, by=by(worker_of(file)))
    assert Event.objects.filter(chain=file.key).latest("position").why == "Asked for on Friday."
