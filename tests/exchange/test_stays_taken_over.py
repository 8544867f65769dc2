"""A stay rests on a decision of ours, or on a row of an import about this very child: the database keeps to it."""

import pytest
from django.db import IntegrityError, connection

from tests.builders import TODAY, a_file, a_home, a_placement, a_stay_taken_over
from vatra.exchange.models import ImportRow
from vatra.kernel.constraints import refusal_sentence
from vatra.placements.models import Placement

pytestmark = pytest.mark.django_db

REFUSED = "undocumented_stay_without_import"


def test_a_stay_that_an_import_told_of_needs_no_decision() -> None:
    stay = a_stay_taken_over(a_file(), a_home(), since=TODAY)
    connection.check_constraints()
    assert (stay.outcome_id, Placement.objects.get().pk) == (None, stay.pk)


@pytest.mark.parametrize("named", [{}, {"rows": []}, {"rows": [["e.csv", 3]]}, {"rows": [["f.csv", 2]]}])
def test_a_stay_that_names_no_row_of_an_import_is_refused_with_a_sentence(named: dict[str, object]) -> None:
    told = a_stay_taken_over(a_file(), a_home(), since=TODAY)
    Placement.objects.filter(pk=told.pk).update(source_codes=named)
    with pytest.raises(IntegrityError, match=REFUSED) as refused:
        connection.check_constraints()
    assert str(refusal_sentence(refused.value)).startswith("Only a stay that an import told of")


def test_a_row_about_another_child_is_no_ground_for_a_stay() -> None:
    told = a_stay_taken_over(a_file(), a_home(), since=TODAY)
    Placement.objects.create(
        file=a_file(),
        home=told.home,
        form=told.form,
        first_day=TODAY,
        undocumented=told.undocumented,
        source_codes=told.source_codes,
    )
    with pytest.raises(IntegrityError, match=REFUSED):
        connection.check_constraints()


def test_a_row_that_was_set_aside_is_no_ground_for_a_stay() -> None:
    told = a_stay_taken_over(a_file(), a_home(), since=TODAY)
    ImportRow.objects.update(fate="set_aside", code="not_understood")
    with pytest.raises(IntegrityError, match=REFUSED):
        connection.check_constraints()
    assert told.undocumented


def test_a_stay_by_decision_cannot_be_turned_into_an_undocumented_one() -> None:
    stay = a_placement()
    Placement.objects.filter(pk=stay.pk).update(outcome=None, undocumented="SSDA903 e.csv:2")
    with pytest.raises(IntegrityError, match=REFUSED):
        connection.check_constraints()


def test_ending_a_stay_that_was_taken_over_asks_for_nothing_more() -> None:
    told = a_stay_taken_over(a_file(), a_home(), since=TODAY)
    connection.check_constraints()
    ImportRow.objects.update(child_file=None)
    Placement.objects.filter(pk=told.pk).update(last_day=TODAY, end_reason="home_closed")
    connection.check_constraints()
    assert Placement.objects.get().last_day == TODAY
