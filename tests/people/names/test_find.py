import pytest
from hypothesis import given
from hypothesis import strategies as st

from vatra.people.names.find import find_probes, score, word_probes
from vatra.people.names.fold import to_latin
from vatra.people.names.tokens import token_keys, word_keys, words_of

PEOPLE = (
    "Arta Krasniqi", "Arta Kastrati", "Besarta Kryeziu", "Đorđe Petrović", "Jovan Petrović", "Xhevat Shala",
    "Aleksandar Ilić", "Milan Ilić", "Fatime Krasniqi", "Mehmet Yılmaz", "Ahmet Yıldız", "Ana Đokić",
)  # fmt: skip


def found(typed: str) -> list[str]:
    """The people a search leads to, best fit first, as the find page asks the database for them."""
    probes = word_probes(typed)
    words = {word for name in PEOPLE for word in words_of(name)}
    keys = set(find_probes(typed, {word for word in words if word_keys(word) & probes}))
    hits = [name for name in PEOPLE if token_keys([name]) & keys]
    return sorted(hits, key=lambda name: -score(typed, [name]))


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("Arta Krasniqi", "Arta Krasniqi"),
        ("krasniqi arta", "Arta Krasniqi"),
        ("Арта Краснићи", "Arta Krasniqi"),
        ("Atra Krasnigi", "Arta Krasniqi"),
        ("arta kra", "Arta Krasniqi"),
        ("dorde petrovic", "Đorđe Petrović"),
        ("Dževat Šala", "Xhevat Shala"),
        ("Aca Ilić", "Aleksandar Ilić"),
        ("Mehmt Yilmas", "Mehmet Yılmaz"),
        ("kryez", "Besarta Kryeziu"),
    ],
)
def test_the_person_meant_comes_first(typed: str, first: str) -> None:
    assert found(typed)[0] == first


def test_a_family_name_alone_finds_everybody_who_bears_it() -> None:
    assert {"Arta Krasniqi", "Fatime Krasniqi"} <= set(found("Krasniqi"))


def test_two_names_that_nobody_bears_together_find_nobody() -> None:
    assert found("Mehmet Petrović") == []


@pytest.mark.parametrize("typed", ["", " ", "...", "—"])
def test_nothing_typed_asks_for_nothing(typed: str) -> None:
    assert (word_probes(typed), find_probes(typed, {"arta"}), score(typed, ["Arta"])) == (set(), [], 0.0)


def test_an_earlier_name_is_found_with_the_present_one() -> None:
    assert set(find_probes("Shala Arta", {"shala", "arta"})) <= token_keys(["Arta Krasniqi", "Arta Shala"])


def test_a_fit_letter_for_letter_is_one_and_no_other_is_better() -> None:
    assert score("arta krasniqi", ["Arta", "Krasniqi"]) == 1.0
    assert 0.9 < score("arta krasniçi", ["Arta", "Krasniqi"]) < 1.0


@given(st.text(alphabet="абвгдђежзијклљмнњопрстћуфхцчџш -"))
def test_both_scripts_are_stored_under_the_same_numbers(cyrillic: str) -> None:
    assert token_keys([cyrillic]) == token_keys([to_latin(cyrillic)])


@given(st.lists(st.text(alphabet="abcçdëgjlrshtxz", min_size=1), max_size=6))
def test_the_order_of_the_words_does_not_matter(words: list[str]) -> None:
    assert token_keys([" ".join(words)]) == token_keys([" ".join(reversed(words))])


@given(st.text(max_size=2000))
def test_a_pasted_page_stays_a_few_numbers_of_four_bytes(text: str) -> None:
    keys = token_keys([text])
    assert len(keys) <= 21
    assert all(0 <= key < 2**31 for key in keys)
