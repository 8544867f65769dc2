"""Until when a child counts as under three."""

from datetime import date

import pytest

from vatra.homes.rules import is_under_three


@pytest.mark.parametrize(
    ("birth_on", "on", "expected"),
    [
        (date(2023, 1, 31), date(2026, 1, 30), True),
        (date(2023, 1, 31), date(2026, 1, 31), False),
        (date(2024, 2, 29), date(2027, 2, 27), True),
        (date(2024, 2, 29), date(2027, 3, 1), False),
        (None, date(2026, 1, 31), False),
    ],
)
def test_a_child_is_under_three_until_the_third_birthday(
    birth_on: date | None, on: date, expected: bool
) -> None:
    assert is_under_three(birth_on, on) is expected
