"""Ending an appointment: the last day still counts, the next does not."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from tests.access.builders import a_colleague, acts_on, an_administrator, keeping
from tests.builders import LONG_AGO, TODAY, a_user, signed_in
from vatra.access.actions import end_appointment
from vatra.access.models import Appointment, User
from vatra.kernel.concern import Refused

pytestmark = pytest.mark.django_db


def ended(user: User, administrator: User) -> Appointment:
    return end_appointment(
        appointment=user.appointments.get(),
        last_day=TODAY,
        why="Found other work.",
        by=keeping(administrator),
    )


def refused_with(user: User, administrator: User) -> list[str]:
    with pytest.raises(Refused) as refused:
        ended(user, administrator)
    return [concern.code for concern in refused.value.concerns]


def test_the_last_day_is_the_last_on_which_it_holds() -> None:
    administrator = an_administrator()
    colleague = a_colleague(administrator)
    ended(colleague, administrator)
    held = [
        Appointment.objects.held_on(day).filter(user=colleague).exists()
        for day in (TODAY, TODAY + timedelta(days=1))
    ]
    assert held == [True, False]
    assert acts_on(colleague) == ["end_appointment"]


def test_an_appointment_that_is_over_is_not_ended_again() -> None:
    administrator = an_administrator()
    colleague = a_colleague(administrator)
    colleague.appointments.update(last_day=TODAY - timedelta(days=1))
    assert refused_with(colleague, administrator) == ["appointment-over"]


def test_nobody_ends_an_appointment_in_a_strange_unit() -> None:
    assert refused_with(a_user(), an_administrator()) == ["unit-not-yours"]


def test_an_appointment_does_not_end_before_it_began() -> None:
    administrator = an_administrator()
    appointment = a_colleague(administrator).appointments.get()
    before = LONG_AGO - timedelta(days=1)
    with pytest.raises(ValidationError, match="cannot be before"):
        end_appointment(appointment=appointment, last_day=before, why="A mistake.", by=keeping(administrator))


def test_the_page_ends_it_and_a_stranger_finds_nothing_to_end(client: Client) -> None:
    administrator = an_administrator()
    colleague = a_colleague(administrator)
    page = f"/appointments/{colleague.appointments.get().pk}/end/"
    written = {"last_day": TODAY.isoformat(), "why": "Found other work."}
    assert signed_in(Client(), an_administrator()).post(page, written).status_code == 404
    assert signed_in(Client(), a_user()).post(page, written).status_code == 403
    answer = signed_in(client, administrator).post(page, written)
    assert answer.headers["Location"] == f"/staff/{colleague.pk}/"
    assert colleague.appointments.get().last_day == TODAY


def test_who_ended_somebody_says_why(client: Client) -> None:
    administrator = an_administrator()
    colleague = a_colleague(administrator)
    page = f"/appointments/{colleague.appointments.get().pk}/end/"
    answer = signed_in(client, administrator).post(page, {"last_day": TODAY.isoformat(), "why": ""})
    assert answer.status_code == 422
    assert colleague.appointments.get().last_day is None
