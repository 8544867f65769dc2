"""How alike two texts are: copies are found, whatever was done to hide them, and own words are left alone."""

from hypothesis import given
from hypothesis import strategies as st

from tests.advocacy.actions import OWN_WORDS, SUGGESTED
from vatra.advocacy.letters.likeness import fingerprint, is_alike, most_alike, runs_of, words_in

WORDS = st.lists(st.text("abcdefghij", min_size=1, max_size=4), min_size=3, max_size=120).map(" ".join)


def _alike(text: str, *others: str) -> bool:
    return is_alike(fingerprint(text), [fingerprint(other) for other in others])


def _share_in_common(one: str, other: str) -> float:
    first, second = runs_of(one), runs_of(other)
    return len(first & second) / len(first | second)


def test_the_suggested_text_sent_back_is_a_copy() -> None:
    assert _alike(SUGGESTED, SUGGESTED)


def test_capitals_accents_and_signs_do_not_make_it_ones_own() -> None:
    assert _alike(SUGGESTED.upper().replace(".", " !!! ").replace("A", "Á"), SUGGESTED)


def test_a_sentence_before_and_a_sentence_after_do_not_either() -> None:
    assert _alike(f"Good day to you. {SUGGESTED} Thank you very much.", SUGGESTED)


def test_one_word_exchanged_here_and_there_does_not_either() -> None:
    assert _alike(SUGGESTED.replace("Minister", "Sir").replace("never", "not"), SUGGESTED)


def test_letters_in_own_words_are_not_copies_of_each_other_nor_of_the_suggested_text() -> None:
    for number, text in enumerate(OWN_WORDS):
        assert not _alike(text, SUGGESTED, *OWN_WORDS[:number])


def test_nothing_is_like_nothing() -> None:
    assert most_alike(fingerprint(SUGGESTED), []) == 0.0


@given(WORDS, WORDS)
def test_the_estimate_stays_near_the_share_of_runs_in_common(one: str, other: str) -> None:
    estimate = most_alike(fingerprint(one), [fingerprint(other)])
    # Six standard errors.
    assert abs(estimate - _share_in_common(one, other)) <= 6 * 0.5 / 128**0.5


@given(WORDS)
def test_a_text_is_wholly_like_itself_and_its_fingerprint_fits_a_column(text: str) -> None:
    numbers = fingerprint(text)
    assert most_alike(numbers, [numbers]) == 1.0
    assert all(0 <= number < 2**63 for number in numbers)


def test_words_are_read_without_accents() -> None:
    assert words_in("Fëmijët, ŽIVOT – dom!") == ["femijet", "zivot", "dom"]
