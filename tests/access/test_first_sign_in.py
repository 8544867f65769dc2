"""The first sign-in: one's own password before anything else opens."""

import pytest
from django.test import Client

from tests.access.builders import a_colleague, acts_on, an_administrator, keeping
from tests.builders import signed_in
from vatra.access.actions import reset_password
from vatra.access.models import User
from vatra.access.starting_password import Given

pytestmark = pytest.mark.django_db

CHANGE = "/account/password/change/"
OWN = "the-stove-is-warm-today"


def somebody_new() -> Given:
    administrator = an_administrator()
    return reset_password(user=a_colleague(administrator), by=keeping(administrator))


def in_for_the_first_time(client: Client, given: Given) -> Client:
    client.cookies["language"] = "en"
    client.post("/account/login/", {"login": given.user.username, "password": given.password})
    return client


def changed(client: Client, given: Given, to: str) -> User:
    client.post(CHANGE, {"oldpassword": given.password, "password1": to, "password2": to})
    return User.objects.get(pk=given.user.pk)


@pytest.mark.parametrize("page", ["/", "/my-account/", "/find/", "/account/2fa/", "/account/email/"])
def test_every_page_leads_to_the_change_of_the_password(client: Client, page: str) -> None:
    in_for_the_first_time(client, somebody_new())
    answer = client.get(page)
    assert (answer.status_code, answer.headers["Location"]) == (302, CHANGE)


def test_nothing_can_be_sent_before_either(client: Client) -> None:
    given = somebody_new()
    in_for_the_first_time(client, given)
    assert client.post("/my-account/", {"language": "sr-latn"}).headers["Location"] == CHANGE
    given.user.refresh_from_db()
    assert given.user.language == "en"


def test_the_page_says_why_and_the_way_out_stays_open(client: Client) -> None:
    in_for_the_first_time(client, somebody_new())
    assert "Choose a password of your own" in client.get(CHANGE).text
    client.post("/account/logout/")
    assert "_auth_user_id" not in client.session


def test_with_a_password_of_ones_own_everything_opens(client: Client) -> None:
    given = somebody_new()
    in_for_the_first_time(client, given)
    user = changed(client, given, OWN)
    assert (user.must_change_password, user.check_password(OWN)) == (False, True)
    assert client.get("/my-account/").status_code == 200
    assert acts_on(user) == ["reset_password", "sign_in", "change_password"]


def test_the_starting_password_is_not_ones_own(client: Client) -> None:
    given = somebody_new()
    in_for_the_first_time(client, given)
    answer = client.post(
        CHANGE, {"oldpassword": given.password, "password1": given.password, "password2": given.password}
    )
    assert "This is the password you were given. Choose another." in answer.text
    assert client.get("/my-account/").headers["Location"] == CHANGE


def test_a_weak_password_does_not_open_anything(client: Client) -> None:
    given = somebody_new()
    in_for_the_first_time(client, given)
    assert changed(client, given, "short").must_change_password
    assert changed(client, given, "123456789012").must_change_password


def test_who_chose_a_password_is_not_asked_again(client: Client) -> None:
    assert signed_in(client, an_administrator()).get("/my-account/").status_code == 200
