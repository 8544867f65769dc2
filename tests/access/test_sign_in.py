"""Signing in: by an account the organisation gave, and never by guessing."""

import pytest
from django.test import Client

from tests.access.builders import acts_on
from tests.builders import PASSWORD, a_user
from vatra.access.actions.own import NOBODY
from vatra.kernel.models import Event

pytestmark = pytest.mark.django_db


def test_somebody_with_an_account_signs_in(client: Client) -> None:
    user = a_user()
    answer = client.post("/account/login/", {"login": user.username, "password": PASSWORD})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/")
    assert client.session["_auth_user_id"] == str(user.pk)


def test_a_wrong_password_keeps_the_name_and_says_so(client: Client) -> None:
    user = a_user()
    client.cookies["language"] = "en"
    answer = client.post("/account/login/", {"login": user.username, "password": "something-else-1"})
    assert user.username in answer.text
    assert "not correct" in answer.text
    assert "_auth_user_id" not in client.session


def test_guessing_is_slowed_down(client: Client) -> None:
    user = a_user()
    client.cookies["language"] = "en"
    for _attempt in range(5):
        client.post("/account/login/", {"login": user.username, "password": "guess-after-guess"})
    answer = client.post("/account/login/", {"login": user.username, "password": PASSWORD})
    assert "Too many failed" in answer.text
    assert "_auth_user_id" not in client.session


def test_nobody_signs_up(client: Client) -> None:
    client.cookies["language"] = "en"
    answer = client.post(
        "/account/signup/", {"username": "eve", "password1": PASSWORD, "password2": PASSWORD}
    )
    assert "_auth_user_id" not in client.session
    assert answer.status_code == 200


def test_a_second_factor_can_be_set_up_from_the_start(client: Client) -> None:
    client.force_login(a_user())
    assert client.get("/account/2fa/").status_code == 200


@pytest.mark.parametrize("language", ["sq", "sr-latn", "en"])
def test_the_sign_in_page_speaks_the_chosen_language(client: Client, language: str) -> None:
    client.cookies["language"] = language
    answer = client.get("/account/login/")
    assert f'<html lang="{language}"' in answer.text
    assert answer.headers["Content-Language"] == language


def test_a_sign_in_is_on_record(client: Client) -> None:
    user = a_user()
    client.post("/account/login/", {"login": user.username, "password": PASSWORD})
    event = Event.objects.get(chain=user.key)
    assert (event.act, event.user_id, event.facts, event.why) == ("sign_in", user.pk, {}, "")


def test_a_failed_sign_in_is_on_record_without_saying_who_tried(client: Client) -> None:
    user = a_user()
    client.post("/account/login/", {"login": user.username, "password": "something-else-1"})
    event = Event.objects.get(chain=user.key)
    assert (event.act, event.user_id, event.facts, event.why) == ("sign_in_failed", None, {}, "")


def test_a_user_name_nobody_has_is_counted_and_not_kept(client: Client) -> None:
    client.post("/account/login/", {"login": "eve", "password": "something-else-1"})
    event = Event.objects.get(chain=NOBODY)
    assert (event.act, event.subject_id, event.facts, event.why) == ("sign_in_failed", "", {}, "")


def test_attempts_beyond_the_limit_do_not_fill_the_record(client: Client) -> None:
    user = a_user()
    for _attempt in range(8):
        client.post("/account/login/", {"login": user.username, "password": "guess-after-guess"})
    assert acts_on(user) == ["sign_in_failed"] * 5
