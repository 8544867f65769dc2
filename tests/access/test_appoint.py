"""Appointing somebody: within one's own units, and never oneself to read files unseen."""

from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from tests.access.builders import a_colleague, acts_on, an_administrator, keeping, unit_of
from tests.builders import TODAY, a_file, a_unit, a_user, signed_in
from vatra.access.actions import appoint
from vatra.access.models import Appointment, Unit, User
from vatra.access.roles import PERMISSIONS, Permission, Role
from vatra.casework.models import File
from vatra.kernel.concern import Refused
from vatra.kernel.models import Event

pytestmark = pytest.mark.django_db

READS_FILES = [role for role in Role if Permission.READ_FILE in PERMISSIONS[role]]


def appointed(
    user: User,
    unit: Unit,
    administrator: User,
    role: Role = Role.SUPERVISOR,
    on: date = TODAY,
    reasons: Mapping[str, str] = {},
) -> Appointment:
    return appoint(user=user, unit=unit, role=role, first_day=on, reasons=reasons, by=keeping(administrator))


def refused_with(*given: object, **named: object) -> list[str]:
    with pytest.raises(Refused) as refused:
        appointed(*given, **named)  # type: ignore[arg-type]
    return [concern.code for concern in refused.value.concerns]


def test_an_appointment_opens_files_from_its_first_day_and_is_on_record() -> None:
    administrator = an_administrator()
    unit = unit_of(administrator)
    colleague, file = a_colleague(administrator), a_file(unit=unit)
    appointed(colleague, unit, administrator)
    days = (TODAY - timedelta(days=1), TODAY)
    visible = [
        File.objects.visible_to(colleague, on=day, to=Permission.READ_FILE).filter(pk=file.pk).exists()
        for day in days
    ]
    assert visible == [False, True]
    event = Event.objects.get(chain=colleague.key)
    assert (event.act, event.on, event.facts) == (
        "appoint",
        TODAY,
        {"unit": unit.pk, "role": "supervisor"},
    )


def test_nobody_appoints_outside_their_units() -> None:
    administrator = an_administrator()
    assert refused_with(a_colleague(administrator), a_unit(), administrator) == ["unit-not-yours"]


def test_nobody_appoints_above_their_unit() -> None:
    above = a_unit()
    administrator = an_administrator(a_unit(parent=above))
    assert refused_with(a_colleague(administrator), above, administrator) == ["unit-not-yours"]


def test_an_administrator_whose_own_appointment_ended_appoints_nobody() -> None:
    administrator = an_administrator()
    colleague, unit = a_colleague(administrator), unit_of(administrator)
    Appointment.objects.filter(user=administrator).update(last_day=TODAY - timedelta(days=1))
    assert refused_with(colleague, unit, administrator) == ["unit-not-yours"]


def test_nobody_is_appointed_to_a_closed_unit() -> None:
    administrator = an_administrator()
    unit = a_unit(parent=unit_of(administrator))
    unit.last_day = TODAY
    unit.save()
    tomorrow = TODAY + timedelta(days=1)
    colleague = a_colleague(administrator)
    assert refused_with(colleague, unit, administrator, on=tomorrow) == ["unit-closed"]


def test_nobody_is_appointed_while_suspended() -> None:
    administrator = an_administrator()
    colleague = a_colleague(administrator)
    colleague.is_active = False
    assert refused_with(colleague, unit_of(colleague), administrator) == ["account-suspended"]


@pytest.mark.parametrize("role", READS_FILES)
def test_an_administrator_takes_a_role_that_reads_files_only_with_a_written_reason(role: Role) -> None:
    administrator = an_administrator()
    unit = unit_of(administrator)
    assert refused_with(administrator, unit, administrator, role=role) == ["own-appointment"]
    why = "The director agreed on 12 March: nobody else is on duty."
    appointed(administrator, unit, administrator, role=role, reasons={"own-appointment": why})
    assert Event.objects.get(chain=administrator.key, act="appoint").why == why


@pytest.mark.parametrize("role", sorted(set(Role) - set(READS_FILES) - {Role.ADMINISTRATOR}))
def test_a_role_that_reads_no_files_needs_no_reason(role: Role) -> None:
    administrator = an_administrator()
    assert appointed(administrator, unit_of(administrator), administrator, role=role).role == role


def test_the_same_role_in_the_same_unit_is_held_once_at_a_time() -> None:
    administrator = an_administrator()
    colleague = a_colleague(administrator)
    with pytest.raises(ValidationError, match="already holds this role"):
        appointed(colleague, unit_of(colleague), administrator, role=Role.SOCIAL_WORKER)


def test_an_appointment_can_begin_on_a_leap_day() -> None:
    administrator = an_administrator()
    leap_day = date(2024, 2, 29)
    made = appointed(a_colleague(administrator), unit_of(administrator), administrator, on=leap_day)
    assert made.first_day == leap_day


def page(user: User) -> str:
    return f"/staff/{user.pk}/appointments/new/"


def test_the_page_appoints_and_leads_back_to_the_person(client: Client) -> None:
    administrator = an_administrator()
    colleague = a_colleague(administrator)
    written = {"role": "supervisor", "unit": unit_of(administrator).pk, "first_day": TODAY.isoformat()}
    answer = signed_in(client, administrator).post(page(colleague), written)
    assert answer.headers["Location"] == f"/staff/{colleague.pk}/"
    assert acts_on(colleague) == ["appoint"]


def test_the_page_asks_for_the_reason_and_keeps_it(client: Client) -> None:
    administrator = an_administrator()
    written = {"role": "auditor", "unit": unit_of(administrator).pk, "first_day": TODAY.isoformat()}
    signed_in(client, administrator)
    asked = client.post(page(administrator), written)
    assert asked.status_code == 422
    assert "Write who agreed to it" in asked.text
    client.post(page(administrator), {**written, "reason_own-appointment": "The board asked for it."})
    assert Event.objects.get(chain=administrator.key).why == "The board asked for it."


def test_a_stranger_does_not_find_the_person_and_a_social_worker_may_not_look(client: Client) -> None:
    colleague = a_colleague(an_administrator())
    assert signed_in(client, an_administrator()).get(page(colleague)).status_code == 404
    assert signed_in(client, a_user()).get(page(colleague)).status_code == 403
