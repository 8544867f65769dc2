"""How far a goal has come."""

from datetime import date
from decimal import Decimal

import pytest

from vatra.advocacy.goals.progress import Reading, Standing, progress_on

DUE = date(2026, 12, 31)


def progress(*values: int, baseline: int = 10, target: int = 40, on: date = date(2026, 6, 1)) -> Standing:
    readings = [Reading(date(2026, month, 1), Decimal(value)) for month, value in enumerate(values, start=1)]
    return progress_on(
        on, baseline=Decimal(baseline), target=Decimal(target), due_on=DUE, readings=readings
    ).standing


@pytest.mark.parametrize(
    ("values", "standing"),
    [
        ((), Standing.NOT_READ),
        ((10,), Standing.NO_NEARER),
        ((8,), Standing.NO_NEARER),
        ((11,), Standing.NEARER),
        ((40,), Standing.REACHED),
        ((50, 39), Standing.NEARER),
    ],
)
def test_the_last_reading_says_how_far_it_is(values: tuple[int, ...], standing: Standing) -> None:
    assert progress(*values) == standing


def test_a_goal_may_be_to_have_less() -> None:
    assert progress(8, baseline=14, target=6) == Standing.NEARER
    assert progress(6, baseline=14, target=6) == Standing.REACHED
    assert progress(15, baseline=14, target=6) == Standing.NO_NEARER


def test_a_reading_counts_from_its_day() -> None:
    assert progress(11, 40, on=date(2026, 1, 31)) == Standing.NEARER
    assert progress(11, 40, on=date(2026, 2, 1)) == Standing.REACHED


def test_a_goal_is_late_the_day_after_unless_it_is_reached() -> None:
    given = {"baseline": Decimal(10), "target": Decimal(40), "due_on": DUE}
    assert not progress_on(DUE, readings=[], **given).is_late  # type: ignore[arg-type]
    assert progress_on(date(2027, 1, 1), readings=[], **given).is_late  # type: ignore[arg-type]
    reached = [Reading(DUE, Decimal(41))]
    assert not progress_on(date(2027, 1, 1), readings=reached, **given).is_late  # type: ignore[arg-type]
