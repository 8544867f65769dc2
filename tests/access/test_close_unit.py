"""Closing a unit, once nothing hangs on it any more."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from tests.access.builders import a_colleague, acts_on, an_administrator, keeping, unit_of
from tests.builders import LONG_AGO, TODAY, a_unit, signed_in
from vatra.access.actions import close_unit, end_appointment
from vatra.access.models import Unit, User
from vatra.kernel.concern import Refused

pytestmark = pytest.mark.django_db


def closed(unit: Unit, administrator: User) -> Unit:
    return close_unit(unit=unit, last_day=TODAY, why="Two teams became one.", by=keeping(administrator))


def refused_with(unit: Unit, administrator: User) -> list[str]:
    with pytest.raises(Refused) as refused:
        closed(unit, administrator)
    return [concern.code for concern in refused.value.concerns]


def test_an_empty_unit_is_closed_and_that_is_on_record() -> None:
    administrator = an_administrator()
    unit = a_unit(parent=unit_of(administrator))
    assert closed(unit, administrator).last_day == TODAY
    assert (unit.is_open_on(TODAY), unit.is_open_on(TODAY + timedelta(days=1))) == (True, False)
    assert acts_on(unit) == ["close_unit"]


def test_a_unit_in_which_somebody_works_stays_open_until_they_leave() -> None:
    administrator = an_administrator()
    colleague = a_colleague(administrator)
    unit = unit_of(colleague)
    assert refused_with(unit, administrator) == ["unit-has-staff"]
    end_appointment(
        appointment=colleague.appointments.get(), last_day=TODAY, why="Moved.", by=keeping(administrator)
    )
    assert closed(unit, administrator).last_day == TODAY


def test_a_unit_above_an_open_one_stays_open() -> None:
    administrator = an_administrator()
    unit = a_unit(parent=unit_of(administrator))
    a_unit(parent=unit)
    assert refused_with(unit, administrator) == ["unit-has-units"]


def test_nobody_closes_somebody_elses_unit() -> None:
    assert refused_with(a_unit(), an_administrator()) == ["unit-not-yours"]


def test_a_unit_does_not_close_before_it_opened() -> None:
    administrator = an_administrator()
    unit = a_unit(parent=unit_of(administrator))
    with pytest.raises(ValidationError, match="cannot be before"):
        close_unit(
            unit=unit, last_day=LONG_AGO - timedelta(days=1), why="A mistake.", by=keeping(administrator)
        )


def test_the_page_closes_the_unit_and_a_stranger_finds_none(client: Client) -> None:
    administrator = an_administrator()
    unit = a_unit(parent=unit_of(administrator))
    written = {"last_day": TODAY.isoformat(), "why": "Two teams became one."}
    stranger = signed_in(Client(), an_administrator()).post(f"/units/{unit.pk}/close/", written)
    assert stranger.status_code == 404
    answer = signed_in(client, administrator).post(f"/units/{unit.pk}/close/", written)
    unit.refresh_from_db()
    assert (answer.headers["Location"], unit.last_day) == ("/units/", TODAY)
