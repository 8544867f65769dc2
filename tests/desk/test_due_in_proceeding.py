"""A legal step that is due leads to where it stands in its proceeding, wherever it is listed."""

from datetime import date

import pytest
from django.test import Client

from tests.builders import TODAY, a_file, a_unit, a_user, at, by, signed_in
from tests.law.proceedings import a_proceeding, a_step
from vatra.access.roles import Role
from vatra.kernel.duty import Duty
from vatra.law.actions import stop_clock

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]

LATE = date(2026, 3, 2)


def test_it_leads_there_from_my_day_the_late_list_the_week_and_the_file(client: Client) -> None:
    unit = a_unit()
    worker, supervisor = a_user(unit=unit), a_user(Role.SUPERVISOR, unit)
    file = a_file(worker=worker)
    step = a_step(a_proceeding(file), due_on=LATE)
    link = f'<a class="govuk-link" href="/legal-steps/{step.pk}/in-proceeding/">Take the next legal step</a>'
    for user, address in (
        (worker, "/"),
        (worker, f"/files/{file.reference}/"),
        (supervisor, "/"),
        (supervisor, "/late/"),
        (supervisor, f"/units/{unit.pk}/week/"),
    ):
        assert link in signed_in(client, user).get(address).content.decode(), address


def test_it_leads_there_while_its_clock_stands_still(client: Client) -> None:
    file = a_file()
    step = a_step(a_proceeding(file), due_on=LATE)
    worker = file.workers.get().worker
    duty = Duty.objects.get(rule="legal_step", ref=str(step.pk))
    stop_clock(file=file, duty=duty, from_day=TODAY, why="The court is on strike.", by=by(worker))
    page = signed_in(client, worker).get(f"/files/{file.reference}/").content.decode()
    assert f'href="/legal-steps/{step.pk}/in-proceeding/"' in page


def test_a_duty_about_nothing_of_its_own_leads_nowhere_else(client: Client) -> None:
    file = a_file()
    page = signed_in(client, file.workers.get().worker).get("/").content.decode()
    assert "Make the first assessment" in page
    assert "/in-proceeding/" not in page
