import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.people.names.shared_data import LINKAGE, needs_linkage_data
from tests.people.names.spelling_habits import OF_ALBANIAN, OF_SERBIAN, OF_TURKISH, variants
from vatra.people.names.fold import fold
from vatra.people.names.skeleton import skeleton

LISTS = {
    "albanianMaleFirstNames": OF_ALBANIAN,
    "albanianFemaleFirstNames": OF_ALBANIAN,
    "albanianLastNames": OF_ALBANIAN,
    "serbianMaleFirstNames": OF_SERBIAN,
    "serbianFemaleFirstNames": OF_SERBIAN,
    "serbianLastNames": OF_SERBIAN,
    "croatianLastNames": OF_SERBIAN,
    "turkishMaleFirstNames": OF_TURKISH,
    "turkishFemaleFirstNames": OF_TURKISH,
    "turkishLastNames": OF_TURKISH,
}


@pytest.mark.parametrize(
    "spellings",
    [
        "Đorđe Djordje Dorde Ђорђе Gjorgje",
        "Xhevat Dževat Dzevat Ђеват Gjevat Giovat",
        "Qemal Ćemal Kemal Kjemal",
        "Shala Šala Шала Schala Sala",
        "Çelaj Čelaj Celaj Tschelaj Chelaj",
        "Aleksandar Alexander Александар Aleksandër",
        "Hoxha Hodža Hodza Хоџа Hodja",
        "Muhamet Muhamed Muhammed Muamet",
        "Krasniqi Krasnići Krasnici Краснићи Krasnichi",
    ],
)
def test_spellings_of_one_name_share_a_skeleton(spellings: str) -> None:
    assert len({skeleton(spelling) for spelling in spellings.split()}) == 1


@pytest.mark.parametrize(("one", "other"), [("Milan", "Dragan"), ("Arta", "Teuta"), ("Gashi", "Shala")])
def test_different_names_keep_different_skeletons(one: str, other: str) -> None:
    assert skeleton(one) != skeleton(other)


def test_a_name_of_vowels_has_a_skeleton_and_no_name_has_none() -> None:
    assert (skeleton("Ea"), skeleton(" - ")) == ("A", "")


@given(st.text())
def test_the_skeleton_of_a_fold_is_the_skeleton(text: str) -> None:
    assert skeleton(fold(text)) == skeleton(text)


@needs_linkage_data
def test_94_of_100_variant_spellings_share_the_skeleton() -> None:
    names = json.loads((LINKAGE / "balkan_names_mit.json").read_text(encoding="utf-8"))["faker_cxx"]
    pairs = [
        (name, variant)
        for listed, habits in LISTS.items()
        for name in names[listed]
        for variant in variants(name, habits)
    ]
    same = sum(skeleton(name) == skeleton(variant) for name, variant in pairs)
    assert len(pairs) > 2000
    assert same / len(pairs) >= 0.94
