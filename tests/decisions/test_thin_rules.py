"""The rules that find thin reasons, on whatever somebody may write."""

from pathlib import Path

from hypothesis import assume, given
from hypothesis import strategies as st

from vatra.decisions.quality.thin import Cell, Thin, Voice, Written, fingerprint, key_of, thin_reasons
from vatra.decisions.quality.thin_words import because, names_of_factors
from vatra.decisions.words import Factor, Leaning, ThinKind

LETTERS = "abcçdëghjlmnpšđžćabcдђж"
FACTORS = tuple(factor.value for factor in Factor)
WORDS = st.lists(st.text(LETTERS, min_size=1, max_size=8), min_size=4, max_size=12)
BETWEEN = st.sampled_from([" ", "  ", "\n", ", ", " – ", "… ", "! "])
LEANINGS = st.sampled_from([leaning.value for leaning in Leaning])


def kinds(found: list[Thin]) -> set[str]:
    return {thin.kind.value for thin in found}


def about(found: list[Thin], kind: ThinKind) -> object:
    return next((thin.about for thin in found if thin.kind == kind), None)


def an_option_of(sentences: list[str], leanings: list[str], option: int = 1) -> list[Cell]:
    return [
        Cell(option, factor, leaning, sentence)
        for factor, sentence, leaning in zip(FACTORS, sentences, leanings, strict=False)
    ]


def different(number: int) -> str:
    return f"what {number} says here is its own"


@given(words=WORDS, between=BETWEEN, shout=st.booleans())
def test_case_spaces_and_punctuation_do_not_hide_a_copy(words: list[str], between: str, shout: bool) -> None:
    text = between.join(words)
    other = f"  {' '.join(words)}."
    assert fingerprint(text.upper() if shout else text) == fingerprint(other)
    assert key_of(text) == key_of(other) != ""


@given(one=WORDS, other=WORDS)
def test_different_words_are_no_copy(one: list[str], other: list[str]) -> None:
    assume(one != other)
    assert (fingerprint(" ".join(one)) == fingerprint(" ".join(other))) is False


@given(
    words=WORDS,
    places=st.lists(st.tuples(st.integers(1, 4), st.sampled_from(FACTORS)), unique=True, min_size=2),
)
def test_one_sentence_in_several_places_is_found_with_all_its_places(
    words: list[str], places: list[tuple[int, str]]
) -> None:
    cells = [Cell(option, factor, "for", " ".join(words)) for option, factor in places]
    cells.append(Cell(5, "health", "against", different(0)))
    found = about(thin_reasons(Written(9, cells)), ThinKind.COPIED_SENTENCE)
    assert found == {"factors": list(dict.fromkeys(factor for _, factor in places)), "cells": [len(places)]}


@given(leanings=st.lists(LEANINGS, min_size=9, max_size=9))
def test_an_option_is_one_sided_only_when_everything_speaks_for_it(leanings: list[str]) -> None:
    cells = an_option_of([different(number) for number in range(9)], leanings)
    found = thin_reasons(Written(9, cells))
    assert (ThinKind.ONE_SIDED in kinds(found)) is (set(leanings) == {"for"})
    assert (ThinKind.MOSTLY_UNKNOWN in kinds(found)) is (leanings.count("unknown") > 4)
    assert ThinKind.COPIED_SENTENCE not in kinds(found)


@given(factors=st.integers(1, 8))
def test_an_option_that_is_still_being_weighed_is_not_one_sided(factors: int) -> None:
    cells = an_option_of([different(number) for number in range(factors)], ["for"] * factors)
    assert ThinKind.ONE_SIDED not in kinds(thin_reasons(Written(9, cells)))


@given(words=st.lists(st.text(LETTERS, min_size=1, max_size=8), min_size=1, max_size=8))
def test_fewer_than_four_words_are_almost_nothing(words: list[str]) -> None:
    found = thin_reasons(Written(9, [Cell(1, "health", "for", " ".join(words))]))
    assert (ThinKind.NEAR_EMPTY in kinds(found)) is (len(words) < 4)


def test_the_name_of_the_factor_alone_says_nothing_in_any_language() -> None:
    cell = Cell(1, "identity", "for", "IDENTITY – language, culture, faith.")
    assert kinds(thin_reasons(Written(9, [cell]))) == set()
    assert kinds(thin_reasons(Written(9, [cell], names=names_of_factors()))) == {"near_empty"}


@given(words=WORDS, others=st.lists(WORDS, max_size=4))
def test_copied_reasons_name_the_decisions_they_stand_in(words: list[str], others: list[list[str]]) -> None:
    known = {f"2026/{number:05d}": " ".join(other) for number, other in enumerate(others)}
    known["2025/00007"] = " ".join(words).upper() + " !"
    same = sorted(
        number for number, text in known.items() if fingerprint(text) == fingerprint(" ".join(words))
    )
    found = thin_reasons(Written(9, reasons=" ".join(words), others=known))
    assert about(found, ThinKind.COPIED_REASONS) == {"decisions": same}


@given(words=st.lists(WORDS, min_size=1, max_size=4), taken_up=st.lists(WORDS, min_size=1, max_size=4))
def test_the_same_words_for_siblings_are_found_on_either_side(
    words: list[list[str]], taken_up: list[list[str]]
) -> None:
    voices = [Voice(" ".join(said), " ".join(became)) for said, became in zip(words, taken_up, strict=False)]
    same = [
        side
        for side, texts in (
            ("words", [voice.words for voice in voices]),
            ("taken_up", [voice.taken_up for voice in voices]),
        )
        if len({fingerprint(text) for text in texts}) < len(texts)
    ]
    assert about(thin_reasons(Written(9, voices=voices)), ThinKind.SAME_FOR_SIBLINGS) == (
        {"same": same} if same else None
    )


def test_children_who_were_not_heard_have_no_words_in_common() -> None:
    assert thin_reasons(Written(9, voices=[Voice("", ""), Voice("", "")])) == []


@given(
    cells=st.lists(
        st.builds(Cell, st.integers(1, 3), st.sampled_from(FACTORS), LEANINGS, st.text(max_size=40))
    ),
    voices=st.lists(st.builds(Voice, st.text(max_size=20), st.text(max_size=20)), max_size=3),
    reasons=st.text(max_size=40),
)
def test_whatever_was_written_each_rule_answers_at_most_once_and_in_a_sentence(
    cells: list[Cell], voices: list[Voice], reasons: str
) -> None:
    found = thin_reasons(Written(9, cells, voices, reasons, {"2025/00001": reasons}, names_of_factors()))
    assert len(kinds(found)) == len(found)
    assert all(
        "%(" not in (sentence := because(thin.kind, thin.about)) and sentence.endswith(".") for thin in found
    )


def test_the_book_lists_every_rule() -> None:
    section = (Path(__file__).parents[2] / "docs" / "quality.md").read_text().split("## Thin reasons\n")[1]
    listed = [
        line.split("|")[1].strip() for line in section.split("\n## ")[0].splitlines() if line[:2] == "| "
    ]
    assert listed[1:] == [kind.value for kind in ThinKind]
