"""Suspending an account: out at once, and back only with a new password."""

import pytest
from django.test import Client

from tests.access.builders import a_colleague, acts_on, an_administrator, keeping
from tests.builders import PASSWORD, TODAY, a_unit, a_user, signed_in
from vatra.access.actions import resume_account, suspend_account
from vatra.access.models import Appointment, User
from vatra.access.roles import Role
from vatra.kernel.concern import Refused
from vatra.kernel.models import Event

pytestmark = pytest.mark.django_db


def suspended(user: User, administrator: User) -> User:
    return suspend_account(user=user, why="The laptop was stolen.", by=keeping(administrator))


def refused_with(user: User, administrator: User) -> list[str]:
    with pytest.raises(Refused) as refused:
        suspended(user, administrator)
    return [concern.code for concern in refused.value.concerns]


def test_a_suspended_person_is_out_at_once_on_every_device(client: Client) -> None:
    administrator = an_administrator()
    colleague = a_colleague(administrator)
    devices = [signed_in(Client(), colleague), signed_in(client, colleague)]
    assert [device.get("/my-account/").status_code for device in devices] == [200, 200]
    suspended(colleague, administrator)
    assert [device.get("/my-account/").status_code for device in devices] == [302, 302]


def test_a_suspended_person_cannot_sign_in(client: Client) -> None:
    administrator = an_administrator()
    colleague = a_colleague(administrator)
    suspended(colleague, administrator)
    client.post("/account/login/", {"login": colleague.username, "password": PASSWORD})
    assert "_auth_user_id" not in client.session


def test_a_suspension_is_on_record_with_its_reason() -> None:
    administrator = an_administrator()
    colleague = a_colleague(administrator)
    suspended(colleague, administrator)
    event = Event.objects.get(chain=colleague.key)
    assert (event.act, event.why) == ("suspend_account", "The laptop was stolen.")


def test_an_old_session_stays_dead_when_the_account_is_opened_again(client: Client) -> None:
    administrator = an_administrator()
    colleague = a_colleague(administrator)
    signed_in(client, colleague)
    suspended(colleague, administrator)
    given = resume_account(user=colleague, by=keeping(administrator))
    assert client.get("/my-account/").status_code == 302
    client.post("/account/login/", {"login": colleague.username, "password": given.password})
    assert client.session["_auth_user_id"] == str(colleague.pk)
    assert acts_on(colleague)[:2] == ["suspend_account", "resume_account"]


def test_nobody_suspends_their_own_account() -> None:
    administrator = an_administrator()
    assert refused_with(administrator, administrator) == ["own-account"]


def test_nobody_suspends_a_stranger() -> None:
    assert refused_with(a_user(), an_administrator()) == ["account-not-yours", "account-elsewhere"]


def test_somebody_who_also_works_elsewhere_is_kept_by_who_keeps_both() -> None:
    above = a_unit()
    administrator = an_administrator(a_unit(parent=above))
    colleague = a_colleague(administrator)
    Appointment.objects.create(user=colleague, unit=above, role=Role.SUPERVISOR, first_day=TODAY)
    assert refused_with(colleague, administrator) == ["account-elsewhere"]
    assert not suspended(colleague, an_administrator(above)).is_active


def test_the_page_suspends_with_a_reason_and_then_offers_the_way_back(client: Client) -> None:
    administrator = an_administrator()
    colleague = a_colleague(administrator)
    page = f"/staff/{colleague.pk}/suspend/"
    signed_in(client, administrator)
    assert client.post(page, {"why": ""}).status_code == 422
    answer = client.post(page, {"why": "The laptop was stolen."}, follow=True)
    colleague.refresh_from_db()
    assert not colleague.is_active
    assert f"/staff/{colleague.pk}/resume/" in answer.text
    resumed = client.post(f"/staff/{colleague.pk}/resume/")
    assert "This is the only time the password is shown." in resumed.text


@pytest.mark.parametrize("act", ["suspend", "resume", "password"])
def test_a_stranger_finds_nobody_and_a_social_worker_may_not(client: Client, act: str) -> None:
    colleague = a_colleague(an_administrator())
    page = f"/staff/{colleague.pk}/{act}/"
    assert signed_in(client, an_administrator()).post(page, {"why": "Curious."}).status_code == 404
    assert signed_in(client, a_user()).post(page, {"why": "Curious."}).status_code == 403
    colleague.refresh_from_db()
    assert (colleague.is_active, colleague.check_password(PASSWORD)) == (True, True)
