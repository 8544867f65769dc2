"""A child's words stand in one pair of quotation marks, however they were written down."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vatra.decisions.hearing.quoting import MARKS, unquoted


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("I want to stay.", "I want to stay."),
        ("“A ka qen atje?”", "A ka qen atje?"),
        ("„Hoću kući.“", "Hoću kući."),
        ('"T\'i themi edhe Besës."', "T'i themi edhe Besës."),
        ("«Po.»", "Po."),
        ("“Yes,” she said, “but not today.”", "“Yes,” she said, “but not today.”"),
        ("“", "“"),
        ("““", "““"),
        ("", ""),
    ],
)
def test_one_pair_of_marks_around_all_the_words_goes(written: str, said: str) -> None:
    assert unquoted(written) == said


@given(st.text(st.characters(exclude_characters=MARKS), min_size=1).map(str.strip).filter(bool))
def test_words_without_marks_come_back_as_they_were_said(words: str) -> None:
    assert unquoted(words) == unquoted(f"“{words}”") == words
