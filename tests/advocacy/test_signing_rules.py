"""The rules of signing that need no database: addresses, names, proofs, networks, ages."""

from base64 import b64encode
from datetime import date, timedelta

import pytest
import time_machine
from altcha import Challenge, Payload, Solution, solve_challenge
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import TODAY, at
from vatra.advocacy.signing import proof
from vatra.advocacy.signing.age import age_rule
from vatra.advocacy.signing.identity import address_digest, person_digest
from vatra.advocacy.signing.names import as_one_person, shown
from vatra.kernel.mailbox import canonical, domain_of
from vatra.kernel.spreadsheet import harmless
from vatra.people.names.typed import what_is_wrong

LOCAL = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9._+-]{0,20}", fullmatch=True)
TAG = st.from_regex(r"[a-z0-9]{1,8}", fullmatch=True)
DOMAIN = st.sampled_from(
    ["gmail.com", "googlemail.com", "outlook.com", "icloud.com", "example.org", "mail.rks"]
)
ADDRESS = st.builds("{}@{}".format, LOCAL, DOMAIN)


@given(ADDRESS)
def test_the_canonical_address_of_a_canonical_address_is_itself(address: str) -> None:
    assert canonical(canonical(address)) == canonical(address)


@given(ADDRESS)
def test_large_and_small_letters_are_the_same_mailbox_everywhere(address: str) -> None:
    assert canonical(address.upper()) == canonical(address.lower())


@given(st.from_regex(r"[a-z0-9]{1,20}", fullmatch=True), TAG, st.data())
def test_dots_and_tags_do_not_matter_where_the_provider_says_so(
    name: str, tag: str, data: st.DataObject
) -> None:
    cut = data.draw(st.integers(0, len(name)))
    dotted = f"{name[:cut]}.{name[cut:]}".strip(".")
    assert canonical(f"{dotted}+{tag}@googlemail.com") == f"{name}@gmail.com"
    assert canonical(f"{name}+{tag}@outlook.com") == f"{name}@outlook.com"


@given(st.from_regex(r"[a-z0-9]{1,9}\.[a-z0-9]{1,9}", fullmatch=True), TAG)
def test_elsewhere_every_sign_is_somebody_else(name: str, tag: str) -> None:
    assert canonical(f"{name}@outlook.com") != canonical(f"{name.replace('.', '')}@outlook.com")
    spellings = {canonical(each) for each in (f"{name}@example.org", f"{name}+{tag}@example.org")}
    assert len(spellings) == 2


@pytest.mark.parametrize(
    ("typed", "one"),
    [
        (" Arta@Example.ORG ", "arta@example.org"),
        ("arta@Ёлка.example", "arta@xn--80atc1g.example"),
        ("+@gmail.com", "+@gmail.com"),
        ("+all.tag@gmail.com", "+alltag@gmail.com"),
        ("arta.@me.com", "arta.@icloud.com"),
        ("arta+x@protonmail.com", "arta@proton.me"),
        ("no address", "no address"),
    ],
)
def test_one_mailbox_has_one_spelling(typed: str, one: str) -> None:
    assert canonical(typed) == one


def test_the_domain_is_what_the_network_calls_it() -> None:
    assert domain_of("Arta@Bücher.Example.") == "xn--bcher-kva.example"


@given(ADDRESS, ADDRESS)
def test_two_mailboxes_have_two_digests_and_neither_tells_the_address(one: str, other: str) -> None:
    assert (address_digest(one) == address_digest(other)) == (canonical(one) == canonical(other))
    assert one.encode() not in address_digest(one)


def test_two_people_of_one_mailbox_are_two() -> None:
    assert person_digest("k@example.org", "Arta Krasniqi") != person_digest("k@example.org", "Besa Krasniqi")


@pytest.mark.parametrize(
    "spelling", ["arta krasniqi", "Krasniqi Arta", "ARTA  KRASNIQI", "Arta-Krasniqi", "Артa Красниqи"]
)
def test_spellings_of_one_name_are_one_person(spelling: str) -> None:
    assert as_one_person(spelling) == as_one_person("Arta Krasniqi")


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        *((f"{sign}Arta Krasniqi", "begins with a letter") for sign in "=+-@\t\r"),
        ("=HYPERLINK(1)", "begins with a letter"),
        ("Buy at https://spam.example", "no internet address"),
        ("www.spam.example now", "no internet address"),
        ("Visit spam-site.com", "no internet address"),
        ("Visit SPAM.XYZ/x", "no internet address"),
        ("1234", "in letters"),
        ("?", "in letters"),
    ],
)
def test_what_is_no_name_is_refused_with_a_sentence(name: str, sentence: str) -> None:
    assert sentence in str(what_is_wrong(name))


@pytest.mark.parametrize(
    "name", ["Arta Krasniqi", "Đorđe Jovanović", "M. Ali", "Dr.Besa Hoxha", "Ana-Marija O’Neil", "Ли Bo"]
)
def test_names_of_people_may_stand(name: str) -> None:
    assert what_is_wrong(name) == ""


@given(st.text(max_size=30))
def test_no_cell_is_taken_for_a_formula(text: str) -> None:
    assert not harmless(text).startswith(("=", "+", "-", "@", "\t", "\r"))


def test_a_name_is_shown_by_the_given_name_and_a_letter() -> None:
    assert [shown(name) for name in ("Arta Krasniqi", "Ana Maria Petrović", "Cher")] == [
        "Arta K.",
        "Ana P.",
        "Cher",
    ]


def test_a_proof_is_good_for_its_sheet_and_for_half_an_hour() -> None:
    with time_machine.travel(at(), tick=False):
        answer = _solved(7)
        number = proof.number_of(answer, sheet=7)
        assert len(number) == 32
        assert proof.number_of(answer, sheet=8) == ""
    with time_machine.travel(at() + proof.GOOD_FOR + timedelta(minutes=1), tick=False):
        assert proof.number_of(answer, sheet=7) == ""


@pytest.mark.parametrize(
    "answer", ["", "x", "{}", b64encode(b"{}").decode(), b64encode(b'{"challenge":1}').decode(), "é"]
)
def test_what_is_no_proof_is_none_and_no_error(answer: str) -> None:
    assert proof.number_of(answer, sheet=7) == ""


def test_a_wrong_answer_is_no_proof() -> None:
    with time_machine.travel(at(), tick=False):
        asked = Challenge.from_dict(proof.challenge(7, counter=3))
        wrong = Payload(asked, Solution(4, "00" * 32)).to_base64()
        assert proof.number_of(wrong, sheet=7) == ""


def test_the_age_comes_from_the_pack_and_refuses_nobody_until_it_is_verified() -> None:
    rule = age_rule("kosovo", on=TODAY)
    assert rule is not None
    assert (rule.years, rule.is_verified, rule.refuses) == (16, False, False)
    assert "confirmed by counsel" in rule.source
    assert age_rule("kosovo", on=date(2001, 1, 1)) is None


def _solved(sheet: int) -> str:
    asked = Challenge.from_dict(proof.challenge(sheet, counter=11))
    solution = solve_challenge(asked)
    assert solution is not None
    return Payload(asked, solution).to_base64()
