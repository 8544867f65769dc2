"""Setting up and giving up one's own second factors."""

import re

import pytest
from django.test import Client
from pytest_django import DjangoCaptureOnCommitCallbacks

from tests.access.builders import acts_on
from tests.access.second_factors import an_app, code_of, gave_the_password, is_in, kinds, recovery_codes
from tests.builders import PASSWORD, a_user
from vatra.access.models import User
from vatra.kernel.models import Event

pytestmark = pytest.mark.django_db

SET_UP = "/account/2fa/totp/activate/"
GIVE_UP = "/account/2fa/totp/deactivate/"
CODES = "/account/2fa/recovery-codes/"


def showed_who_they_are(client: Client, user: User) -> Client:
    """Signed in, and gave the password once more: the library asks for it before a change."""
    gave_the_password(client, user)
    client.post("/account/reauthenticate/", {"password": PASSWORD})
    return client


def set_up(client: Client) -> str:
    shown = client.get(SET_UP).text
    secret = str(re.findall(r"<strong[^>]*>([A-Z2-7]{32})</strong>", shown)[0])
    answer = client.post(SET_UP, {"code": code_of(secret)})
    assert (answer.status_code, answer.headers["Location"]) == (302, CODES)
    return secret


@pytest.mark.parametrize("page", [SET_UP, "/account/2fa/webauthn/add/"])
def test_an_open_session_is_not_enough_to_add_one(client: Client, page: str) -> None:
    answer = gave_the_password(client, a_user()).get(page)
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/account/reauthenticate/")


def test_an_app_is_set_up_and_asked_for_at_the_next_sign_in(client: Client) -> None:
    user = a_user()
    set_up(showed_who_they_are(client, user))
    assert kinds(user) == {"totp", "recovery_codes"}
    assert not is_in(gave_the_password(Client(), user))


def test_setting_one_up_and_giving_it_up_are_on_record(
    client: Client, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    user = a_user()
    showed_who_they_are(client, user)
    with django_capture_on_commit_callbacks(execute=True):
        set_up(client)
    client.post("/account/reauthenticate/", {"password": PASSWORD})
    client.post(GIVE_UP)
    assert kinds(user) == set()
    events = Event.objects.filter(chain=user.key).order_by("position")
    assert [(event.act, event.user_id, event.facts) for event in events] == [
        ("sign_in", user.pk, {}),
        ("set_up_second_factor", user.pk, {"kind": "totp"}),
        ("give_up_second_factor", user.pk, {"kind": "totp"}),
    ]


def test_recovery_codes_are_shown_once(client: Client) -> None:
    user = a_user()
    set_up(showed_who_they_are(client, user))
    shown = [re.findall(r"\b\d{8}\b", client.get(CODES).text) for _time in range(2)]
    assert [len(codes) for codes in shown] == [10, 0]
    assert client.get(CODES + "download/").status_code == 403


def test_new_recovery_codes_take_the_place_of_the_old(
    client: Client, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    user = a_user()
    an_app(user)
    old = recovery_codes(user)
    client.force_login(user)
    client.post("/account/reauthenticate/", {"password": PASSWORD})
    with django_capture_on_commit_callbacks(execute=True):
        client.post(CODES + "generate/")
    new = re.findall(r"\b\d{8}\b", client.get(CODES).text)
    assert (len(new), set(new) & set(old)) == (10, set())
    assert acts_on(user) == ["renew_recovery_codes"]


def test_a_wrong_password_at_an_open_session_is_on_record(client: Client) -> None:
    user = a_user()
    gave_the_password(client, user).post("/account/reauthenticate/", {"password": "something-else-1"})
    assert acts_on(user) == ["sign_in", "sign_in_failed"]
