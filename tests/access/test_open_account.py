"""Opening an account: a starting password, shown once."""

import re

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from tests.access.builders import acts_on, an_administrator, keeping, unit_of
from tests.builders import TODAY, a_unit, a_user, signed_in
from vatra.access.actions import open_account
from vatra.access.models import User
from vatra.access.starting_password import Given
from vatra.kernel.models import Event, RowHistory

pytestmark = pytest.mark.django_db

PASSWORD = re.compile(r"(?:[a-z2-9]{4}-){3}[a-z2-9]{4}")


def opened(username: str = "vjosa.kelmendi", email: str = "") -> Given:
    return open_account(
        username=username,
        full_name="Vjosa Kelmendi",
        language="sq",
        email=email,
        by=keeping(an_administrator()),
    )


def test_a_new_account_has_a_password_that_must_be_changed_and_is_on_record() -> None:
    given = opened()
    assert PASSWORD.fullmatch(given.password)
    assert given.user.check_password(given.password)
    assert (given.user.must_change_password, given.user.is_active) == (True, True)
    assert acts_on(given.user) == ["open_account"]


def test_a_new_account_is_nothing_and_nowhere_yet() -> None:
    assert not opened().user.appointments.exists()


def test_two_starting_passwords_differ() -> None:
    assert opened("one").password != opened("two").password


def test_neither_ledger_nor_history_holds_the_password_or_the_name() -> None:
    given = opened()
    event = Event.objects.get(chain=given.user.key)
    history = RowHistory.objects.filter(table_name="access_user", row_id=str(given.user.pk))
    assert history.exists()
    assert not [row for row in history if "password" in (row.after or {})]
    assert (event.facts, event.why) == ({}, "")


@pytest.mark.parametrize("username", ["vjosa.kelmendi", "Vjosa.Kelmendi"])
def test_a_user_name_is_given_once_whatever_its_capitals(username: str) -> None:
    opened()
    with pytest.raises(ValidationError, match="Somebody already has this user name"):
        opened(username)


@pytest.mark.parametrize("username", ["", "two words", "x" * 61])
def test_a_user_name_can_be_typed(username: str) -> None:
    with pytest.raises(ValidationError):
        opened(username)


def test_an_e_mail_address_that_is_none_is_refused() -> None:
    with pytest.raises(ValidationError, match="valid email"):
        opened(email="vjosa")


def written(administrator: User, **others: object) -> dict[str, object]:
    return {
        "full_name": "Vjosa Kelmendi",
        "username": "vjosa.kelmendi",
        "language": "sq",
        "role": "social_worker",
        "unit": unit_of(administrator).pk,
        "first_day": TODAY.isoformat(),
        **others,
    }


def test_the_page_opens_the_account_with_an_appointment_and_shows_the_password_once(client: Client) -> None:
    administrator = an_administrator()
    signed_in(client, administrator)
    answer = client.post("/staff/new/", written(administrator))
    user = User.objects.get(username="vjosa.kelmendi")
    (password,) = PASSWORD.findall(answer.text)
    assert user.check_password(password)
    assert acts_on(user) == ["open_account", "appoint"]
    assert unit_of(user) == unit_of(administrator)
    assert "no-store" in answer.headers["Cache-Control"]
    assert password not in client.get(f"/staff/{user.pk}/").text


def test_the_form_sent_twice_opens_one_account(client: Client) -> None:
    administrator = an_administrator()
    signed_in(client, administrator).post("/staff/new/", written(administrator))
    again = client.post("/staff/new/", written(administrator))
    assert (again.status_code, User.objects.filter(full_name="Vjosa Kelmendi").count()) == (422, 1)
    assert "Somebody already has this user name" in again.text


def test_an_account_whose_appointment_is_refused_is_not_opened(client: Client) -> None:
    administrator = an_administrator()
    answer = signed_in(client, administrator).post(
        "/staff/new/", written(administrator, first_day="1999-01-01")
    )
    assert answer.status_code == 422
    assert "This unit is not open on that day." in answer.text
    assert "Vjosa Kelmendi" in answer.text
    assert not User.objects.filter(username="vjosa.kelmendi").exists()


def test_nobody_opens_an_account_in_a_strange_unit(client: Client) -> None:
    administrator, elsewhere = an_administrator(), a_unit()
    answer = signed_in(client, administrator).post("/staff/new/", written(administrator, unit=elsewhere.pk))
    assert answer.status_code == 422
    assert not User.objects.filter(username="vjosa.kelmendi").exists()


def test_a_social_worker_opens_no_accounts(client: Client) -> None:
    worker = a_user()
    assert signed_in(client, worker).post("/staff/new/", written(worker)).status_code == 403
    assert not User.objects.filter(username="vjosa.kelmendi").exists()
