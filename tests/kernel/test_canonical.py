import json
from datetime import date, datetime
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vatra.kernel.ledger.canonical import LARGEST_INTEGER, canonical, facts_text, plain

CODES = st.text("abcXYZ019_.:/+-ëçšđж", max_size=20)
SINGLE = (
    st.none()
    | st.booleans()
    | CODES
    | st.integers(-LARGEST_INTEGER, LARGEST_INTEGER)
    | st.dates()
    | st.uuids()
)
KEYS = st.from_regex(r"[a-z][a-z0-9_]{0,8}", fullmatch=True)
VALUES = st.recursive(
    SINGLE,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=6,
)
FACTS = st.dictionaries(KEYS, VALUES, max_size=5)


@settings(max_examples=40)
@given(FACTS)
def test_canonical_json_says_the_same_as_the_facts(facts: dict[str, object]) -> None:
    assert json.loads(canonical(plain(facts))) == plain(facts)


@settings(max_examples=40)
@given(FACTS)
def test_canonical_text_is_what_the_json_encoder_writes(facts: dict[str, object]) -> None:
    written = json.dumps(plain(facts), sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert canonical(plain(facts)) == written.encode()
    assert facts_text(facts) == written


def test_equal_facts_of_different_types_are_written_each_in_its_own_way() -> None:
    facts: list[dict[str, object]] = [
        {"a": 1},
        {"a": True},
        {"a": [1]},
        {"a": [True]},
        {"a": (1,)},
        {"a": (True,)},
    ]
    assert [facts_text(each) for each in facts] == [
        '{"a":1}',
        '{"a":true}',
        '{"a":[1]}',
        '{"a":[true]}',
        '{"a":[1]}',
        '{"a":[true]}',
    ]


@settings(max_examples=40)
@given(FACTS)
def test_the_order_in_which_facts_were_given_does_not_matter(facts: dict[str, object]) -> None:
    turned = dict(reversed(facts.items()))
    assert canonical(plain(turned)) == canonical(plain(facts))


@settings(max_examples=40)
@given(FACTS, FACTS)
def test_different_facts_have_different_bytes(one: dict[str, object], other: dict[str, object]) -> None:
    same = json.dumps(plain(one), sort_keys=True) == json.dumps(plain(other), sort_keys=True)
    assert (canonical(plain(one)) == canonical(plain(other))) == same


def test_keys_are_sorted_and_nothing_is_spaced_or_escaped() -> None:
    facts = {"b": [True, None, -1], "a": {"z": "ë", "y": date(2026, 3, 2)}, "c": UUID(int=1)}
    assert canonical(plain(facts)).decode() == (
        '{"a":{"y":"2026-03-02","z":"ë"},"b":[true,null,-1],"c":"00000000-0000-0000-0000-000000000001"}'
    )


def test_control_characters_are_written_as_rfc_8785_writes_them() -> None:
    text = '€$\x0f\nA\'B"\\\\"/'
    assert canonical({"string": text}) == b'{"string":"\xe2\x82\xac$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}'


@pytest.mark.parametrize(
    "value",
    [
        1.5,
        float("nan"),
        2**53,
        -(2**53),
        b"bytes",
        "two words",
        "line\nbreak",
        "a" * 101,
        {1, 2},
        datetime(2026, 3, 2),
    ],
)
def test_what_is_not_a_code_an_id_or_a_day_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match="codes, whole numbers, ids and days"):
        plain({"value": value})


@pytest.mark.parametrize("name", ["", "Upper", "two words", "ë", "1st"])
def test_the_name_of_a_fact_is_a_plain_word(name: str) -> None:
    with pytest.raises(ValueError, match="lower-case word"):
        plain({name: 1})
