"""Mails to me: where to, how often, or none."""

from pathlib import Path

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from tests.access.builders import acts_on
from tests.builders import a_user, signed_in
from tests.desk.counting import MOST_BYTES, MOST_QUERIES, cost
from tests.desk.many import a_child_living_in
from vatra.access.roles import Role
from vatra.kernel.models import Event

pytestmark = pytest.mark.django_db
HERE = "/my-account/mails/"
NOT_SENT = "No mail server has been named to this Vatra"


@pytest.mark.parametrize("role", list(Role))
def test_everybody_may_choose(client: Client, role: Role) -> None:
    answer = signed_in(client, a_user(role)).get(HERE)
    assert answer.status_code == 200
    assert f'href="{HERE}"' in client.get("/my-account/").text


def test_the_choice_is_kept_and_the_record_does_not_hold_the_address(client: Client) -> None:
    user = a_user()
    answer = signed_in(client, user).post(HERE, {"email": "arta@example.org", "digest": "weekly"})
    assert answer.headers["Location"] == "/my-account/"
    user.refresh_from_db()
    assert (user.email, user.digest) == ("arta@example.org", "weekly")
    assert acts_on(user) == ["choose_mails"]
    assert Event.objects.get(chain=user.key).facts == {"digest": "weekly"}


@pytest.mark.parametrize("wrong", [{"digest": "hourly"}, {"email": "nowhere"}])
def test_what_cannot_be_is_refused(client: Client, wrong: dict[str, str]) -> None:
    user = a_user()
    form = {"email": "arta@example.org", "digest": "none"} | wrong
    assert signed_in(client, user).post(HERE, form).status_code == 422
    user.refresh_from_db()
    assert (user.email, user.digest) == ("", "daily")


def test_the_page_says_when_no_mail_can_be_sent(client: Client, settings: Settings) -> None:
    assert NOT_SENT in signed_in(client, a_user()).get(HERE).text
    settings.EMAIL_HOST = "mail.example.org"
    assert NOT_SENT not in client.get(HERE).text


def test_a_demonstration_says_in_which_folder_its_mails_are(client: Client, settings: Settings) -> None:
    assert "This is a demonstration" not in signed_in(client, a_user()).get(HERE).text
    settings.MAIL_FOLDER = Path("/somewhere/mails")
    page = client.get(HERE).text
    assert "They are written into the folder /somewhere/mails of this machine" in page
    assert NOT_SENT not in page


def test_it_costs_the_same_with_one_child_and_with_many(client: Client) -> None:
    worker = a_user()
    signed_in(client, worker)
    cost(client, HERE)
    a_child_living_in(worker=worker)
    queries, size = cost(client, HERE)
    assert (queries <= MOST_QUERIES, size < MOST_BYTES) == (True, True)
    for _child in range(3):
        a_child_living_in(worker=worker)
    assert cost(client, HERE)[0] == queries
