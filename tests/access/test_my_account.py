"""My account: how I sign in, and in which language I am answered."""

import pytest
from django.test import Client

from tests.access.builders import acts_on
from tests.builders import PASSWORD, a_user, signed_in
from vatra.access.roles import Role

pytestmark = pytest.mark.django_db

SIGN_IN = "/account/login/"


@pytest.mark.parametrize("role", list(Role))
def test_everybody_has_one(client: Client, role: Role) -> None:
    user = a_user(role)
    answer = signed_in(client, user).get("/my-account/")
    assert answer.status_code == 200
    assert [link in answer.text for link in ("/account/password/change/", "/account/2fa/")] == [True, True]


def test_the_chosen_language_is_kept_on_record_and_spoken_at_once(client: Client) -> None:
    user = a_user()
    answer = signed_in(client, user).post("/my-account/", {"language": "sr-latn"}, follow=True)
    user.refresh_from_db()
    assert user.language == "sr-latn"
    assert '<html lang="sr-latn"' in answer.text
    assert acts_on(user) == ["choose_language"]


def test_a_language_vatra_does_not_speak_is_refused(client: Client) -> None:
    user = a_user()
    assert signed_in(client, user).post("/my-account/", {"language": "fr"}).status_code == 422
    user.refresh_from_db()
    assert user.language == "en"


def test_signing_in_speaks_the_persons_language(client: Client) -> None:
    user = a_user(language="sr-latn")
    client.post(SIGN_IN, {"login": user.username, "password": PASSWORD})
    assert '<html lang="sr-latn"' in client.get("/my-account/").text


def test_a_language_chosen_on_the_sign_in_page_stays(client: Client) -> None:
    user = a_user(language="sr-latn")
    client.cookies["language"] = "en"
    client.post(SIGN_IN, {"login": user.username, "password": PASSWORD})
    assert '<html lang="en"' in client.get("/my-account/").text


def test_who_signs_out_leaves_no_language_behind_for_the_next_person(client: Client) -> None:
    first, second = a_user(language="en"), a_user(language="sr-latn")
    client.post(SIGN_IN, {"login": first.username, "password": PASSWORD})
    client.post("/account/logout/")
    client.post(SIGN_IN, {"login": second.username, "password": PASSWORD})
    assert '<html lang="sr-latn"' in client.get("/my-account/").text


def test_changing_the_password_is_on_record_and_keeps_this_session(client: Client) -> None:
    user = a_user()
    own = "the-stove-is-warm-today"
    answer = signed_in(client, user).post(
        "/account/password/change/", {"oldpassword": PASSWORD, "password1": own, "password2": own}
    )
    assert answer.headers["Location"] == "/my-account/"
    assert client.get("/my-account/").status_code == 200
    assert acts_on(user) == ["change_password"]
