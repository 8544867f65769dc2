from datetime import date

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from vatra.kernel.partial import PartialDate, Precision


@pytest.mark.parametrize(
    ("text", "day", "precision"),
    [
        ("2015-03-09", date(2015, 3, 9), Precision.EXACT),
        ("09/03/2015", date(2015, 3, 9), Precision.EXACT),
        ("9.3.2015", date(2015, 3, 9), Precision.EXACT),
        (" 2016-02-29 ", date(2016, 2, 29), Precision.EXACT),
        ("zz/03/2015", date(2015, 3, 1), Precision.MONTH),
        ("ZZ/03/2015", date(2015, 3, 1), Precision.MONTH),
        ("2015-03", date(2015, 3, 1), Precision.MONTH),
        ("2015-03-xx", date(2015, 3, 1), Precision.MONTH),
        ("03/2015", date(2015, 3, 1), Precision.MONTH),
        ("2015", date(2015, 1, 1), Precision.YEAR),
        ("zz/zz/2015", date(2015, 1, 1), Precision.YEAR),
        ("~2015", date(2015, 1, 1), Precision.ESTIMATED),
        ("c. 2015", date(2015, 1, 1), Precision.ESTIMATED),
        ("2015-03~", date(2015, 3, 1), Precision.ESTIMATED),
    ],
)
def test_what_is_known_of_a_date_is_read(text: str, day: date, precision: Precision) -> None:
    assert PartialDate.parse(text) == PartialDate(day, precision)


@pytest.mark.parametrize(
    "text", ["", "31/02/2015", "2015-13", "29/02/2015", "09/zz/2015", "soon", "15", "2015-3-"]
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        PartialDate.parse(text)


@pytest.mark.parametrize(
    ("known", "earliest", "latest"),
    [
        ("2015-03-09", date(2015, 3, 9), date(2015, 3, 9)),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29)),
        ("2015", date(2015, 1, 1), date(2015, 12, 31)),
        ("~2015", date(2014, 1, 1), date(2016, 12, 31)),
    ],
)
def test_a_partial_date_knows_its_bounds(known: str, earliest: date, latest: date) -> None:
    date_known = PartialDate.parse(known)
    assert (date_known.earliest, date_known.latest) == (earliest, latest)


def test_an_age_is_given_with_its_bounds() -> None:
    in_march = date(2018, 3, 9)
    assert PartialDate.parse("2015-03-09").age_between(in_march) == (3, 3)
    assert PartialDate.parse("2015-03-10").age_between(in_march) == (2, 2)
    assert PartialDate.parse("2015-03").age_between(in_march) == (2, 3)
    assert PartialDate.parse("2015").age_between(in_march) == (2, 3)
    assert PartialDate.parse("~2015").age_between(in_march) == (1, 4)


def test_nobody_is_younger_than_nought() -> None:
    assert PartialDate.parse("2015").age_between(date(2015, 1, 1)) == (0, 0)


@given(st.dates(date(1950, 1, 1), date(2050, 12, 31)), st.sampled_from(Precision))
def test_the_day_itself_lies_within_the_bounds(day: date, precision: Precision) -> None:
    partial = PartialDate(day, precision)
    assert partial.earliest <= day <= partial.latest


@pytest.mark.parametrize(
    ("known", "words"),
    [
        ("2015-03-09", "9 March 2015"),
        ("2015-03", "March 2015"),
        ("2015", "2015"),
        ("~2015", "about 2015"),
    ],
)
def test_a_partial_date_is_shown_in_words(known: str, words: str) -> None:
    with translation.override("en"):
        assert PartialDate.parse(known).in_words() == words
