"""Signing on the public site: one page, no account, the same answer for everybody, and nothing a mail filter could press."""

import re
from typing import Any

import pytest
from altcha import Challenge, Payload, solve_challenge
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.advocacy.signing import (
    WORDS,
    a_sheet,
    a_signature,
    by_officer,
    confirmed,
    tally,
)
from tests.builders import TODAY, at
from vatra.advocacy.actions import change_text, pass_names
from vatra.advocacy.models import Consent, Signature, Signer, SigningSheet
from vatra.advocacy.signing.age import AgeRule
from vatra.advocacy.signing.links import new_link
from vatra.advocacy.signing.proof import challenge
from vatra.advocacy.signing.words import HeldFor, LinkPurpose, Purpose
from vatra.kernel.in_languages import Wording
from vatra.public.views import signing as page

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]


def address(sheet: SigningSheet, language: str = "en") -> str:
    return f"/{language}/sign/{sheet.action.slug}/"


def solved(sheet: SigningSheet) -> str:
    """What a browser with scripts sends along."""
    asked = Challenge.from_dict(challenge(sheet.pk, counter=5))
    solution = solve_challenge(asked)
    assert solution is not None
    return Payload(asked, solution).to_base64()


def sign_on(client: Client, sheet: SigningSheet, *, language: str = "en", **fields: Any) -> HttpResponse:
    """Fill in the form as an honest person does, and send it."""
    quiet = {
        "name": "Arta Krasniqi",
        "email": "arta@example.org",
        "of_age": "on",
        "deliver": "on",
        "version": "1",
    }
    quiet |= {"municipality": "", "website": ""} | fields
    if "proof" not in fields:
        quiet["proof"] = solved(sheet)
    filled = {name: value for name, value in quiet.items() if value is not None}
    return client.post(address(sheet, language), filled)  # type: ignore[return-value]


def errors_on(answer: HttpResponse) -> str:
    return " ".join(re.findall(r"summary__list\">(.*?)</ul>", answer.content.decode(), re.DOTALL))


def test_the_page_shows_the_text_the_consents_and_the_counter_and_keeps_no_cookie(client: Client) -> None:
    sheet = a_sheet(goal=10)
    confirmed(sheet)
    a_signature(sheet)
    answer = client.get(address(sheet))
    page = answer.content.decode()
    assert WORDS["en"] in page
    assert "to: the Assembly of Kosovo. My e-mail address is not delivered." in page
    assert re.search(r"<strong[^>]*>1</strong>", page)
    assert not answer.cookies
    assert answer.headers["Cache-Control"].startswith("public")


@pytest.mark.parametrize(("language", "kept"), [("sq", "sq"), ("sr", "sr-latn"), ("en", "en")])
def test_who_signs_is_kept_with_consents_and_language_and_led_on(
    client: Client, language: str, kept: str
) -> None:
    sheet = a_sheet()
    answer = sign_on(client, sheet, language=language, municipality="prizren", mail="on", show_name="on")
    assert (answer.status_code, answer.headers["Location"]) == (302, f"{address(sheet, language)}sent/")
    signature = Signature.objects.get()
    assert (signature.language, signature.municipality, signature.held_for) == (kept, "prizren", "")
    assert set(Consent.objects.values_list("text__purpose", flat=True)) == {"deliver", "mail", "show_name"}
    assert client.get(answer.headers["Location"]).status_code == 200


def test_a_new_and_a_known_address_get_the_same_answer_for_the_same_questions(client: Client) -> None:
    sheet = a_sheet()
    told = []
    for _time in range(3):
        proof = solved(sheet)
        with CaptureQueriesContext(connection) as asked:
            answer = sign_on(client, sheet, proof=proof)
        # The salt of the day is read once, and what is open once in a second.
        once = "networksalt", "action.slug"
        statements = [
            each for each in asked.captured_queries if not any(part in each["sql"] for part in once)
        ]
        told.append((answer.status_code, dict(answer.headers), answer.content, len(statements)))
    assert told[0] == told[1] == told[2]
    assert Signer.objects.count() == 1


def test_nothing_on_the_page_after_sending_tells_whether_the_address_is_known(client: Client) -> None:
    sheet = a_sheet()
    sent = f"{address(sheet)}sent/"
    before = client.get(sent).content
    sign_on(client, sheet)
    assert client.get(sent).content == before


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"name": "=1+1"}, "A name begins with a letter."),
        ({"name": "\tArta"}, "A name begins with a letter."),
        ({"name": "www.spam.example"}, "A name holds no internet address."),
        ({"name": ""}, "Not answered yet: “Your name”"),
        ({"email": "nobody"}, "e-mail"),
        ({"deliver": None}, "Without this your signature cannot be delivered"),
        ({"municipality": "atlantis"}, "atlantis"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(
    client: Client, fields: dict[str, Any], sentence: str
) -> None:
    answer = sign_on(client, a_sheet(), **({"email": "typed@example.org"} | fields))
    assert answer.status_code == 422
    assert sentence in errors_on(answer)
    assert "typed@example.org" in answer.content.decode() or "email" in fields
    assert not Signature.objects.exists()


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"proof": ""}, HeldFor.NO_PROOF),
        ({"proof": "made up"}, HeldFor.NO_PROOF),
        ({"website": "https://spam.example"}, HeldFor.HONEYPOT),
        ({"of_age": None}, HeldFor.AGE_NOT_SAID),
    ],
)
def test_what_looks_strange_gets_the_same_answer_and_waits_for_a_look(
    client: Client, fields: dict[str, Any], reason: HeldFor
) -> None:
    sheet = a_sheet()
    answer = sign_on(client, sheet, **fields)
    assert (answer.status_code, answer.headers["Location"]) == (302, f"{address(sheet)}sent/")
    signature = Signature.objects.get()
    assert (signature.held_for, signature.mails.count()) == (reason, 0)


def test_a_sheet_that_asks_for_no_calculation_takes_every_browser(client: Client) -> None:
    sheet = a_sheet(asks_proof=False)
    sign_on(client, sheet, proof="")
    assert Signature.objects.get().held_for == ""
    assert "sign.js" not in client.get(address(sheet)).content.decode()


def test_an_age_that_nobody_verified_is_marked_and_one_that_is_verified_refuses(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = a_sheet()
    assert "Unverified" in client.get(address(sheet)).content.decode()
    monkeypatch.setattr(page, "age_rule", lambda _law, on: AgeRule(16, "A law", is_verified=True))
    answer = sign_on(client, sheet, of_age=None)
    assert (answer.status_code, Signature.objects.count()) == (422, 0)
    assert "does not sign in public here" in errors_on(answer)


def test_who_read_another_text_reads_the_new_one_first(client: Client) -> None:
    sheet = a_sheet()
    words = Wording(WORDS | {"en": "Entirely other words."})
    text = sheet.texts.get()
    change_text(sheet=sheet, words=words, deliver_to=text.deliver_to, why="New", by=by_officer())
    answer = sign_on(client, sheet)
    page = answer.content.decode()
    assert (answer.status_code, Signature.objects.count()) == (422, 0)
    assert "The text has been changed since you opened this page" in page
    assert "Entirely other words." in page
    assert 'name="version" value="2"' in page


@pytest.mark.parametrize(
    "fields",
    [{"last_day": TODAY.replace(day=15)}, {"first_day": TODAY.replace(day=17)}],
    ids=["over", "not yet"],
)
def test_what_is_not_open_today_cannot_be_signed(client: Client, fields: dict[str, Any]) -> None:
    sheet = a_sheet(**fields)
    assert sign_on(client, sheet).status_code == 422
    assert "<form" not in client.get(address(sheet)).content.decode()
    assert not Signature.objects.exists()


def test_what_is_not_shown_is_not_found(client: Client) -> None:
    sheet = a_sheet(shown_from=None)
    assert client.get(address(sheet)).status_code == 404
    assert sign_on(client, sheet).status_code == 404
    assert client.get("/en/sign/nothing/").status_code == 404


def test_only_names_that_somebody_looked_at_are_shown_and_only_in_part(client: Client) -> None:
    sheet = a_sheet()
    agreeing = confirmed(sheet, name="Arta Krasniqi", purposes=tuple(Purpose))
    confirmed(sheet, name="Besa Hoxha", purposes=tuple(Purpose))
    confirmed(sheet, name="Cen Gashi")
    pass_names(signatures=[agreeing], by=by_officer())
    page = client.get(address(sheet)).content.decode()
    assert "Arta K." in page
    assert not [name for name in ("Krasniqi", "Besa", "Cen", "@example") if name in page]


def test_a_mail_filter_that_opens_every_link_confirms_nothing(client: Client) -> None:
    sheet = a_sheet()
    link = f"{address(sheet)}confirm/{new_link(a_signature(sheet), LinkPurpose.CONFIRM)}/"
    answers = [client.get(link), client.head(link), client.options(link), client.get(f"{link}?was=me")]
    assert [answer.status_code for answer in answers] == [200] * 4
    assert {answer.headers["Cache-Control"] for answer in answers} == {"no-store"}
    assert (tally(sheet), Signature.objects.get().state) == (0, "waiting")


def test_the_button_confirms_once_and_the_link_then_leads_nowhere(client: Client) -> None:
    sheet = a_sheet()
    link = f"{address(sheet)}confirm/{new_link(a_signature(sheet), LinkPurpose.CONFIRM)}/"
    answer = client.post(link, {"was": "me"})
    assert (answer.status_code, answer.headers["Location"]) == (302, f"{address(sheet)}confirmed/")
    assert tally(sheet) == 1
    assert "1</strong>" in client.get(f"{address(sheet)}confirmed/").content.decode()
    assert [client.get(link).status_code, client.post(link, {"was": "me"}).status_code] == [404, 404]
    assert tally(sheet) == 1


def test_that_was_not_me_erases_the_address(client: Client) -> None:
    sheet = a_sheet()
    link = f"{address(sheet)}confirm/{new_link(a_signature(sheet), LinkPurpose.CONFIRM)}/"
    answer = client.post(link, {"was": "somebody-else"})
    assert answer.headers["Location"] == f"{address(sheet)}erased/"
    assert (Signer.objects.count(), Signature.objects.get().state) == (0, "rejected")
    assert client.get(answer.headers["Location"]).status_code == 200


def test_a_word_that_nobody_was_sent_leads_nowhere(client: Client) -> None:
    sheet = a_sheet()
    for part in ("confirm", "own"):
        answer = client.get(f"{address(sheet)}{part}/made-up-word/")
        assert (answer.status_code, "leads nowhere" in answer.content.decode()) == (404, True)


def test_on_ones_own_page_everything_is_taken_back_by_buttons(client: Client) -> None:
    sheet = a_sheet()
    signature = confirmed(sheet, purposes=tuple(Purpose))
    link = f"{address(sheet)}own/{new_link(signature, LinkPurpose.OWN)}/"
    assert "Write to me no more" in client.get(link).content.decode()
    assert client.post(link, {"what": "mail"}).headers["Location"] == link
    page = client.get(link).content.decode()
    assert ("Write to me no more" in page, "Show my name no more" in page) == (False, True)
    assert client.post(link, {"what": "deliver"}).status_code == 404
    client.post(link, {"what": "signature"})
    assert (tally(sheet), client.get(link).status_code) == (0, 404)


def test_who_signs_again_with_more_consents_is_told_where_to_give_them_and_gives_none(client: Client) -> None:
    sheet = a_sheet()
    signature = confirmed(sheet, name="Arta Krasniqi", email="arta@example.org")
    mails = signature.mails.count()
    answer = sign_on(client, sheet, mail="on", show_name="on")
    assert "Here nobody can agree in your name" in client.get(answer.headers["Location"]).content.decode()
    assert list(signature.consents.values_list("text__purpose", flat=True)) == [Purpose.DELIVER]
    assert signature.mails.count() == mails


def test_on_ones_own_page_one_agrees_to_more_by_buttons_and_no_mail_filter_does(client: Client) -> None:
    sheet = a_sheet()
    signature = confirmed(sheet)
    link = f"{address(sheet, 'sq')}own/{new_link(signature, LinkPurpose.OWN)}/"
    shown = client.get(f"{link}?agree=mail").content.decode()
    assert re.findall(r'name="agree" value="(\w+)"', shown) == ["mail", "show_name"]
    assert client.post(link, {"agree": "mail"}).headers["Location"] == link
    assert client.post(link, {"agree": "mail"}).status_code == 302
    given = signature.consents.get(text__purpose=Purpose.MAIL)
    assert (given.language, given.given_at, given.withdrawn_at) == ("sq", at(), None)
    assert re.findall(r'name="agree" value="(\w+)"', client.get(link).content.decode()) == ["show_name"]
    assert client.post(link, {"agree": "everything"}).status_code == 404


def test_the_challenge_is_fresh_each_time_and_kept_by_nobody(client: Client) -> None:
    sheet = a_sheet()
    one, other = (client.get(f"{address(sheet)}proof/") for _time in range(2))
    assert one.json()["parameters"]["nonce"] != other.json()["parameters"]["nonce"]
    assert one.headers["Cache-Control"] == "no-store"
    assert client.get("/en/sign/nothing/proof/").status_code == 404


def test_what_can_be_signed_is_listed(client: Client) -> None:
    sheet = a_sheet()
    a_sheet(last_day=TODAY.replace(day=15))
    page = client.get("/en/sign/").content.decode()
    assert re.findall(r"href=\"(/en/sign/[\w-]+/)\"", page) == [address(sheet)]


@pytest.mark.parametrize("names", [1, 12])
def test_the_page_asks_little_of_the_database_however_many_sign(client: Client, names: int) -> None:
    sheet = a_sheet(goal=5)
    signed = [
        confirmed(sheet, name=f"Person {'abcdefghijkl'[each]}x", purposes=tuple(Purpose))
        for each in range(names)
    ]
    pass_names(signatures=signed, by=by_officer())
    with CaptureQueriesContext(connection) as asked:
        answer = client.get(address(sheet))
    # The links that stand on every page are one of them.
    assert len(asked) <= 6
    assert len(answer.content) < 100_000
