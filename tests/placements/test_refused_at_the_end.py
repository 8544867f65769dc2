"""What the database only refuses when a transaction ends is said on the form, and nothing is saved."""

import pytest

from tests.builders import TODAY, a_decision, a_placement, by, worker_of
from vatra.kernel.forms import ActForm
from vatra.placements.actions import place
from vatra.placements.models import Placement


def _two_homes_on_one_day() -> None:
    placement = a_placement()
    (outcome,) = a_decision(placement.file)
    form = ActForm({})
    assert form.is_valid()
    done = form.attempt(
        lambda: place(outcome=outcome, first_day=TODAY, reasons={}, by=by(worker_of(placement.file)))
    )
    assert done is None
    assert "already lives in a home" in form.non_field_errors()[0]
    assert list(Placement.objects.all()) == [placement]


@pytest.mark.django_db(transaction=True)
def test_a_form_that_ends_the_transaction_says_why() -> None:
    _two_homes_on_one_day()


@pytest.mark.django_db
def test_a_form_within_another_transaction_says_why() -> None:
    _two_homes_on_one_day()
