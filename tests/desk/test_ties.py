"""The dated facts belonging is counted from, as they stand in the tables."""

from datetime import date, timedelta

import pytest

from tests.builders import LONG_AGO, TODAY, a_file, a_home, a_person, a_placement, at, by, worker_of
from vatra.casework.actions import hold_review
from vatra.desk.ties import ties_of
from vatra.homes.actions import name_carer
from vatra.kernel.ledger import Actor
from vatra.kernel.period import Period

pytestmark = pytest.mark.django_db

BEGAN = date(2025, 10, 6)


def test_a_carer_counts_only_for_the_days_of_the_stay() -> None:
    home = a_home()
    home.carers.update(last_day=date(2025, 12, 31))
    nobody = Actor(None, "", at())
    name_carer(home=home, person=a_person(), first_day=date(2026, 2, 1), by=nobody)
    gone = name_carer(home=home, person=a_person(), first_day=LONG_AGO, by=nobody)
    gone.last_day = BEGAN - timedelta(days=1)
    gone.save()
    file = a_placement(home=home, on=BEGAN).file
    carers = ties_of([file])[file.pk].carers
    assert sorted(carers, key=lambda period: period.first_day) == [
        Period(BEGAN, date(2025, 12, 31)),
        Period(date(2026, 2, 1)),
    ]


def test_a_next_review_is_set_by_the_decision_and_then_by_each_review_that_stands() -> None:
    file = a_placement(on=BEGAN).file
    worker = worker_of(file)

    def a_review(next_on: date, corrects: object = None) -> object:
        return hold_review(
            file=file,
            held_on=TODAY,
            participation="PN4",
            child_words="",
            why_without="did_not_want",
            conclusion="-",
            next_on=next_on,
            reasons={"R-33-interval": "The judge has set the day."},
            by=by(worker),
            corrects=corrects,  # type: ignore[arg-type]
        )

    wrong = a_review(date(2026, 12, 1))
    a_review(date(2026, 6, 1), corrects=wrong)
    assert set(ties_of([file])[file.pk].reviews) == {
        Period(BEGAN, BEGAN + timedelta(days=90)),
        Period(TODAY, date(2026, 6, 1)),
    }


def test_files_do_not_lend_each_other_their_facts() -> None:
    placed, waiting = a_placement().file, a_file(guardian=False)
    ties = ties_of([placed, waiting])
    assert len(ties[placed.pk].stays) == 1
    assert (ties[waiting.pk].stays, ties[waiting.pk].guardians) == ((), ())
