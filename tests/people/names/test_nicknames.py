import pytest

from vatra.people.names.fold import fold
from vatra.people.names.nicknames import SHORT_NAMES, other_names


@pytest.mark.parametrize(
    ("one", "other"), [("Aca", "aleksandar"), ("Александар", "aca"), ("Ибро", "ibrahim")]
)
def test_a_short_name_and_its_full_name_lead_to_each_other(one: str, other: str) -> None:
    assert other in other_names(one)


def test_most_names_have_no_other() -> None:
    assert other_names("Krasniqi") == frozenset()


def test_every_pair_is_listed_once_with_its_language() -> None:
    pairs = [(language, fold(short), fold(full)) for language, short, fulls in SHORT_NAMES for full in fulls]
    assert len(pairs) == len(set(pairs))
    assert {language for language, _, _ in pairs} == {"sq", "sr", "bs", "tr"}
    assert all(short != full for _, short, full in pairs)
