"""A new starting password for somebody who forgot theirs."""

import re

import pytest
from django.core import mail
from django.test import Client

from tests.access.builders import a_colleague, acts_on, an_administrator, keeping
from tests.builders import PASSWORD, a_user, signed_in
from vatra.access.actions import reset_password
from vatra.access.models import User
from vatra.kernel.concern import Refused

pytestmark = pytest.mark.django_db


def refused_with(user: User, administrator: User) -> list[str]:
    with pytest.raises(Refused) as refused:
        reset_password(user=user, by=keeping(administrator))
    return [concern.code for concern in refused.value.concerns]


def test_the_old_password_and_every_session_end(client: Client) -> None:
    administrator = an_administrator()
    colleague = a_colleague(administrator)
    signed_in(client, colleague)
    given = reset_password(user=colleague, by=keeping(administrator))
    colleague.refresh_from_db()
    assert (colleague.check_password(PASSWORD), colleague.check_password(given.password)) == (False, True)
    assert colleague.must_change_password
    assert client.get("/my-account/").status_code == 302
    assert acts_on(colleague) == ["reset_password"]


def test_nobody_gives_themselves_a_starting_password() -> None:
    administrator = an_administrator()
    assert refused_with(administrator, administrator) == ["own-account"]


def test_nobody_resets_the_password_of_a_stranger() -> None:
    assert "account-not-yours" in refused_with(a_user(), an_administrator())


def test_the_page_asks_first_and_then_shows_the_password_once(client: Client) -> None:
    administrator = an_administrator()
    colleague = a_colleague(administrator)
    page = f"/staff/{colleague.pk}/password/"
    signed_in(client, administrator)
    assert client.get(page).status_code == 200
    colleague.refresh_from_db()
    assert colleague.check_password(PASSWORD)
    shown = client.post(page).text
    colleague.refresh_from_db()
    (password,) = re.findall(r"(?:[a-z2-9]{4}-){3}[a-z2-9]{4}", shown)
    assert colleague.check_password(password)


def test_the_page_does_not_touch_ones_own_account(client: Client) -> None:
    administrator = an_administrator()
    answer = signed_in(client, administrator).post(f"/staff/{administrator.pk}/password/")
    assert answer.status_code == 422
    assert "This is your own account." in answer.text


def test_who_forgot_the_password_is_sent_to_a_person_and_not_to_a_mailbox(client: Client) -> None:
    colleague = a_colleague(an_administrator())
    User.objects.filter(pk=colleague.pk).update(email="vjosa@example.org")
    client.cookies["language"] = "en"
    assert "Ask the administrator of your organisation" in client.get("/account/password/reset/").text
    client.post("/account/password/reset/", {"email": "vjosa@example.org"})
    assert mail.outbox == []
