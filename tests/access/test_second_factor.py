"""The second step of signing in: what lets somebody in, what does not, and what is on record."""

import json

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client

from tests.access.builders import acts_on
from tests.access.second_factors import (
    SECOND_STEP,
    an_app,
    code_of,
    gave_the_password,
    is_in,
    recovery_codes,
    wrong_code,
)
from tests.builders import PASSWORD, a_user
from vatra.access.actions.own import NOBODY
from vatra.kernel.models import Event

pytestmark = pytest.mark.django_db

NO_PASSKEY = json.dumps(
    {
        "id": "AAAA",
        "rawId": "AAAA",
        "type": "public-key",
        "clientExtensionResults": {},
        "response": {"clientDataJSON": "e30", "authenticatorData": "AAAA", "signature": "AAAA"},
    }
)
GARBAGE = ["", "no json", "[]", "{}", '"AAAA"', NO_PASSKEY]


def test_the_password_alone_does_not_let_in_who_has_a_second_factor(client: Client) -> None:
    user = a_user()
    an_app(user)
    answer = client.post("/account/login/", {"login": user.username, "password": PASSWORD})
    assert (answer.status_code, answer.headers["Location"]) == (302, SECOND_STEP)
    assert not is_in(client)
    assert client.get("/my-account/").status_code == 302
    assert acts_on(user) == []


def test_a_code_of_the_app_lets_in(client: Client) -> None:
    user = a_user()
    secret = an_app(user)
    answer = gave_the_password(client, user).post(SECOND_STEP, {"code": code_of(secret)})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/")
    assert is_in(client)
    assert acts_on(user) == ["sign_in"]


def test_a_code_lets_in_once(client: Client) -> None:
    user = a_user()
    code = code_of(an_app(user))
    gave_the_password(client, user).post(SECOND_STEP, {"code": code})
    second = gave_the_password(Client(), user)
    second.post(SECOND_STEP, {"code": code})
    assert not is_in(second)


def test_a_recovery_code_lets_in_once(client: Client) -> None:
    user = a_user()
    an_app(user)
    code = recovery_codes(user)[0]
    gave_the_password(client, user).post(SECOND_STEP, {"code": code})
    second = gave_the_password(Client(), user)
    second.post(SECOND_STEP, {"code": code})
    assert [is_in(client), is_in(second)] == [True, False]


def test_a_wrong_code_is_on_record_without_saying_who_tried(client: Client) -> None:
    user = a_user()
    secret = an_app(user)
    answer = gave_the_password(client, user).post(SECOND_STEP, {"code": wrong_code(secret)})
    event = Event.objects.get(chain=user.key)
    assert "Incorrect code." in answer.text
    assert (event.act, event.user_id, event.facts, event.why) == ("second_factor_failed", None, {}, "")


def test_guessing_codes_is_slowed_down_and_does_not_fill_the_record(client: Client) -> None:
    user = a_user()
    secret = an_app(user)
    gave_the_password(client, user)
    for _attempt in range(7):
        client.post(SECOND_STEP, {"code": wrong_code(secret)})
    answer = client.post(SECOND_STEP, {"code": code_of(secret)})
    assert "Too many failed" in answer.text
    assert not is_in(client)
    assert acts_on(user) == ["second_factor_failed"] * 5


@pytest.mark.parametrize("credential", GARBAGE)
def test_a_passkey_that_is_none_does_not_let_in(client: Client, credential: str) -> None:
    user = a_user()
    an_app(user)
    answer = gave_the_password(client, user).post(SECOND_STEP, {"credential": credential})
    assert (answer.status_code, is_in(client)) == (200, False)


def test_a_passkey_of_somebody_else_is_on_record_as_a_second_factor_that_failed(client: Client) -> None:
    user = a_user()
    an_app(user)
    gave_the_password(client, user).get(SECOND_STEP)
    client.post(SECOND_STEP, {"credential": NO_PASSKEY})
    assert acts_on(user) == ["second_factor_failed"]


@pytest.mark.parametrize("credential", GARBAGE)
def test_a_passkey_nobody_has_signs_nobody_in(client: Client, credential: str) -> None:
    answer = client.post("/account/2fa/webauthn/login/", {"credential": credential})
    assert (answer.status_code, is_in(client)) == (302, False)


def test_a_passkey_nobody_has_is_counted_and_nobodys_record_grows(client: Client) -> None:
    user = a_user()
    client.post("/account/2fa/webauthn/login/", {"credential": NO_PASSKEY})
    event = Event.objects.get(chain=NOBODY)
    assert (event.act, event.subject_id, acts_on(user)) == ("sign_in_failed", "", [])


def test_the_secret_of_an_app_is_unreadable_in_a_stolen_copy() -> None:
    user = a_user()
    secret = an_app(user)
    kept = Authenticator.objects.get(user=user)
    assert secret not in str(kept.data)
    assert kept.wrap().validate_code(code_of(secret))


def test_too_many_attempts_are_answered_in_words(client: Client) -> None:
    client.cookies["language"] = "en"
    tried = {"credential": NO_PASSKEY}
    answers = [client.post("/account/2fa/webauthn/login/", tried) for _attempt in range(31)]
    assert (answers[-1].status_code, "Wait some minutes" in answers[-1].text) == (429, True)
