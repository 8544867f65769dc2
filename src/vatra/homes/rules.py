"""What holds for every home. Pure: facts in, answers out."""

from datetime import date

from vatra.kernel.calendar_months import whole_years

FAMILY_AGE = 3
"""Children younger than this live in a family (UN Guidelines §22, R-13); in completed years."""


def is_under_three(birth_on: date | None, on: date) -> bool:
    """Whether the child is under three on a day; a child of unknown age is not taken to be."""
    return birth_on is not None and whole_years(birth_on, on) < FAMILY_AGE
