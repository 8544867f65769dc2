import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vatra.people.names.collation import sort_key
from vatra.people.names.fold import to_latin

ALPHABETS = {
    "Albanian": "a b c ç d dh e ë f g gj h i j k l ll m n nj o p q r rr s sh t th u v x xh y z zh",
    "Serbian": "a b c č ć d dž đ e f g h i j k l lj m n nj o p r s š t u v z ž",
    "Turkish": "a b c ç d e f g ğ h ı i j k l m n o ö p r s ş t u ü v y z",
}


@pytest.mark.parametrize("language", ALPHABETS)
def test_each_language_keeps_its_own_alphabet(language: str) -> None:
    in_order = [f"{letter.title()}akova" for letter in ALPHABETS[language].split()]
    shuffled = random.Random(7).sample(in_order, len(in_order))
    assert sorted(shuffled, key=sort_key) == in_order


def test_a_mixed_list_has_one_order() -> None:
    in_order = [
        "Cvetković",
        "Çelaj",
        "Čolić",
        "Ćosić",
        "Dragaš",
        "Dhora",
        "Džafer",
        "Đorđe",
        "Shala",
        "Xani",
        "Xhemal",
    ]
    shuffled = random.Random(7).sample(in_order, len(in_order))
    assert sorted(shuffled, key=sort_key) == in_order


def test_a_shorter_family_name_comes_first_whatever_the_given_name() -> None:
    assert sort_key("Ali", "Zana") < sort_key("Ali Beg", "Ana") < sort_key("Alia", "Ana")


@given(st.text(alphabet="абвгдђежзијклљмнњопрстћуфхцчџш -"))
def test_both_scripts_sort_alike(cyrillic: str) -> None:
    assert sort_key(cyrillic) == sort_key(to_latin(cyrillic))
