"""Causes, and what was tried so that the family stays together."""

from datetime import date

import pytest
from django.test import Client

from tests.builders import a_file, a_unit, a_user, by, signed_in, worker_of
from vatra.access.roles import Role
from vatra.casework.actions import name_cause
from vatra.casework.models import Cause, File, Support
from vatra.kernel.models import Event

pytestmark = pytest.mark.django_db

SUPPORT = {
    "kind": "cash",
    "given_by": "Centre for Social Work",
    "first_day": "2026-01-12",
    "result": "helped",
}


def last_act(file: File) -> Event:
    """What was done last in the file."""
    return Event.objects.filter(chain=file.key, reading=False).latest("position")


def a_cause(file: File) -> Cause:
    """A cause that holds since autumn."""
    return name_cause(file=file, kind="housing", since=date(2025, 10, 1), by=by(worker_of(file)))


def test_support_is_written_down_with_what_came_of_it(client: Client) -> None:
    file = a_file()
    signed_in(client, worker_of(file)).post(f"/files/{file.reference}/support/new/", SUPPORT)
    support = Support.objects.get()
    assert (support.kind, support.given_by, support.last_day, support.result) == (
        "cash",
        "Centre for Social Work",
        None,
        "helped",
    )
    assert (last_act(file).act, last_act(file).on) == ("record_support", date(2026, 1, 12))


def test_support_whose_result_is_not_known_yet_has_none(client: Client) -> None:
    file = a_file()
    signed_in(client, worker_of(file)).post(
        f"/files/{file.reference}/support/new/", {**SUPPORT, "result": ""}
    )
    assert Support.objects.get().result is None


def test_support_that_ends_before_it_starts_is_refused(client: Client) -> None:
    file = a_file()
    inverted = {**SUPPORT, "last_day": "2026-01-11"}
    answer = signed_in(client, worker_of(file)).post(f"/files/{file.reference}/support/new/", inverted)
    assert answer.status_code == 422
    assert "The last day cannot be before the first day." in answer.content.decode()
    assert Support.objects.count() == 0


def test_a_cause_is_named_since_a_day(client: Client) -> None:
    file = a_file()
    sent = {"kind": "parent_ill", "since": "2024-02-29"}
    signed_in(client, worker_of(file)).post(f"/files/{file.reference}/causes/new/", sent)
    assert list(Cause.objects.values_list("kind", "first_day", "last_day")) == [
        ("parent_ill", date(2024, 2, 29), None)
    ]
    assert last_act(file).act == "name_cause"


def test_a_cause_is_not_named_twice_for_the_same_days(client: Client) -> None:
    file = a_file()
    a_cause(file)
    sent = {"kind": "housing", "since": "2026-01-01"}
    answer = signed_in(client, worker_of(file)).post(f"/files/{file.reference}/causes/new/", sent)
    assert answer.status_code == 422
    assert "This cause is already named for these days." in answer.content.decode()
    assert Cause.objects.count() == 1


def test_a_cause_that_no_longer_holds_ends_with_what_has_changed(client: Client) -> None:
    file = a_file()
    cause = a_cause(file)
    sent = {"until": "2026-03-01", "why": "They have moved into a flat."}
    signed_in(client, worker_of(file)).post(f"/causes/{cause.pk}/settled/", sent)
    cause.refresh_from_db()
    assert cause.last_day == date(2026, 3, 1)
    assert (last_act(file).act, last_act(file).why) == ("settle_cause", "They have moved into a flat.")


def test_a_cause_of_another_town_is_not_found_and_an_auditor_does_not_settle_it(client: Client) -> None:
    unit = a_unit()
    cause = a_cause(a_file(unit=unit))
    stranger = signed_in(client, a_user())
    assert [stranger.get(f"/causes/{pk}/settled/").status_code for pk in (cause.pk, cause.pk + 1)] == [
        404,
        404,
    ]
    assert (
        signed_in(client, a_user(Role.AUDITOR, unit)).get(f"/causes/{cause.pk}/settled/").status_code == 403
    )
