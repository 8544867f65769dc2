"""A lost second factor: an administrator removes it, and the person is told."""

import pytest
from django.test import Client

from tests.access.builders import a_colleague, acts_on, an_administrator, keeping, machine, unit_of
from tests.access.second_factors import SECOND_STEP, an_app, gave_the_password, is_in, kinds, recovery_codes
from tests.builders import TODAY, a_unit, a_user, signed_in
from vatra.access.actions import remove_second_factor, set_up_second_factor
from vatra.access.models import Appointment, User
from vatra.access.roles import Role
from vatra.kernel.concern import Refused
from vatra.kernel.ledger import Actor
from vatra.kernel.models import Event

pytestmark = pytest.mark.django_db

WHY = "Her telephone fell into the river."


def somebody_with_an_app(administrator: User) -> User:
    colleague = a_colleague(administrator)
    an_app(colleague)
    recovery_codes(colleague)
    return colleague


def removed(user: User, by: Actor) -> User:
    return remove_second_factor(user=user, why=WHY, by=by)


def refused_with(user: User, by: Actor) -> list[str]:
    with pytest.raises(Refused) as refused:
        removed(user, by)
    return [concern.code for concern in refused.value.concerns]


def test_the_password_alone_lets_in_again(client: Client) -> None:
    administrator = an_administrator()
    colleague = somebody_with_an_app(administrator)
    removed(colleague, keeping(administrator))
    assert kinds(colleague) == set()
    assert is_in(gave_the_password(client, colleague))


def test_who_waits_at_the_second_step_starts_again_with_the_password(client: Client) -> None:
    administrator = an_administrator()
    colleague = somebody_with_an_app(administrator)
    assert not is_in(gave_the_password(client, colleague))
    removed(colleague, keeping(administrator))
    led_to = client.get(SECOND_STEP, follow=True).redirect_chain
    assert led_to == [("/account/login/", 302)]
    assert is_in(gave_the_password(client, colleague))


def test_the_removal_is_on_record_with_its_reason() -> None:
    administrator = an_administrator()
    colleague = removed(somebody_with_an_app(administrator), keeping(administrator))
    event = Event.objects.get(chain=colleague.key)
    assert (event.act, event.user_id, event.why) == ("remove_second_factor", administrator.pk, WHY)
    assert event.facts == {"kinds": ["recovery_codes", "totp"]}


def test_other_peoples_second_factors_stay() -> None:
    administrator = an_administrator()
    other = somebody_with_an_app(administrator)
    removed(somebody_with_an_app(administrator), keeping(administrator))
    assert kinds(other) == {"totp", "recovery_codes"}


def test_the_person_is_told_once_at_the_next_sign_in(client: Client) -> None:
    administrator = an_administrator()
    colleague = removed(somebody_with_an_app(administrator), keeping(administrator))
    told = f"{administrator.full_name} removed your second factors: “{WHY}”"
    assert told in gave_the_password(client, colleague).get("/").text
    assert told not in gave_the_password(Client(), colleague).get("/").text


def test_the_account_page_says_it_until_another_is_set_up(client: Client) -> None:
    administrator = an_administrator()
    colleague = removed(somebody_with_an_app(administrator), keeping(administrator))
    signed_in(client, colleague)
    assert WHY in client.get("/my-account/").text
    set_up_second_factor(user=colleague, kind="totp", by=Actor(colleague.pk, "", machine().at))
    assert WHY not in client.get("/my-account/").text


def test_it_is_told_in_the_persons_language(client: Client) -> None:
    administrator = an_administrator()
    colleague = removed(somebody_with_an_app(administrator), keeping(administrator))
    User.objects.filter(pk=colleague.pk).update(language="sr-latn")
    client.post("/account/login/", {"login": colleague.username, "password": "vatra-tests-are-warm"})
    text = client.get("/").text
    assert (WHY in text, "removed your second factors" in text) == (True, False)


def test_at_the_machine_it_is_done_for_the_only_administrator() -> None:
    administrator = an_administrator()
    an_app(administrator)
    removed(administrator, machine())
    assert kinds(administrator) == set()


def test_nobody_removes_their_own_this_way() -> None:
    administrator = an_administrator()
    an_app(administrator)
    assert refused_with(administrator, keeping(administrator)) == ["own-account"]


def test_nobody_removes_those_of_a_stranger() -> None:
    stranger = a_user()
    an_app(stranger)
    assert refused_with(stranger, keeping(an_administrator())) == ["account-not-yours", "account-elsewhere"]
    assert kinds(stranger) == {"totp"}


def test_somebody_who_also_works_elsewhere_is_kept_by_who_keeps_both() -> None:
    above = a_unit()
    administrator = an_administrator(a_unit(parent=above))
    colleague = somebody_with_an_app(administrator)
    Appointment.objects.create(user=colleague, unit=above, role=Role.SUPERVISOR, first_day=TODAY)
    assert refused_with(colleague, keeping(administrator)) == ["account-elsewhere"]
    removed(colleague, keeping(an_administrator(above)))
    assert kinds(colleague) == set()


def test_twice_is_refused_and_recorded_once() -> None:
    administrator = an_administrator()
    colleague = removed(somebody_with_an_app(administrator), keeping(administrator))
    assert refused_with(colleague, keeping(administrator)) == ["no-second-factor"]
    assert acts_on(colleague) == ["remove_second_factor"]


def test_the_page_removes_with_a_reason_and_not_without(client: Client) -> None:
    administrator = an_administrator()
    colleague = somebody_with_an_app(administrator)
    person, page = f"/staff/{colleague.pk}/", f"/staff/{colleague.pk}/second-factor/"
    signed_in(client, administrator)
    assert page in client.get(person).text
    assert client.get(page).status_code == 200
    assert client.post(page, {"why": " "}).status_code == 422
    assert kinds(colleague) == {"totp", "recovery_codes"}
    answer = client.post(page, {"why": WHY}, follow=True)
    assert kinds(colleague) == set()
    assert ("No second factor" in answer.text, page in answer.text) == (True, False)
    assert client.post(page, {"why": WHY, "once": "again"}).status_code == 422


def test_the_page_does_not_touch_ones_own_account(client: Client) -> None:
    administrator = an_administrator()
    an_app(administrator)
    page = f"/staff/{administrator.pk}/second-factor/"
    answer = signed_in(client, administrator).post(page, {"why": WHY})
    assert (answer.status_code, kinds(administrator)) == (422, {"totp"})


def test_a_stranger_finds_nobody_and_a_colleague_may_not(client: Client) -> None:
    administrator = an_administrator()
    colleague = somebody_with_an_app(administrator)
    page = f"/staff/{colleague.pk}/second-factor/"
    insider = a_user(Role.SUPERVISOR, unit_of(administrator))
    assert signed_in(client, an_administrator()).post(page, {"why": WHY}).status_code == 404
    assert signed_in(client, insider).post(page, {"why": WHY}).status_code == 403
    assert kinds(colleague) == {"totp", "recovery_codes"}
