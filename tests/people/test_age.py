"""How old somebody is, in words, and never more exactly than is known."""

from datetime import date

import pytest

from vatra.kernel.partial import PartialDate, Precision
from vatra.people.age import age_in_words


@pytest.mark.parametrize(
    ("born", "on", "words"),
    [
        (date(2026, 3, 16), date(2026, 3, 16), "0 days"),
        (date(2026, 3, 15), date(2026, 3, 16), "1 day"),
        (date(2026, 3, 2), date(2026, 3, 16), "2 weeks"),
        (date(2025, 12, 22), date(2026, 3, 16), "2 months"),
        (date(2025, 1, 31), date(2025, 4, 30), "2 months"),
        (date(2024, 3, 17), date(2026, 3, 16), "23 months"),
        (date(2024, 3, 16), date(2026, 3, 16), "2 years"),
        (date(2020, 2, 29), date(2026, 2, 28), "5 years"),
        (date(2020, 2, 29), date(2026, 3, 1), "6 years"),
    ],
)
def test_the_age_of_somebody_whose_day_of_birth_is_known(born: date, on: date, words: str) -> None:
    assert age_in_words(PartialDate(born), on) == words


@pytest.mark.parametrize(
    ("precision", "words"),
    [
        (Precision.MONTH, "7 years"),
        (Precision.YEAR, "7 to 8 years"),
        (Precision.ESTIMATED, "6 to 9 years"),
    ],
)
def test_a_birth_known_in_part_gives_a_span(precision: Precision, words: str) -> None:
    assert age_in_words(PartialDate(date(2018, 6, 1), precision), date(2026, 3, 16)) == words


def test_nobody_is_told_an_age_that_nobody_knows() -> None:
    assert age_in_words(None, date(2026, 3, 16)) == "age not known"
    assert age_in_words(PartialDate(date(2027, 1, 1)), date(2026, 3, 16)) == "age not known"
