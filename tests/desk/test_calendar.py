"""A unit's week, the month as a table, and one day of it."""

import re
from datetime import date, timedelta

import pytest
from django.test import Client

from tests.builders import (
    TODAY,
    a_child,
    a_file,
    a_home,
    a_unit,
    a_user,
    at,
    signed_in,
    worker_of,
)
from tests.desk.counting import MOST_BYTES, MOST_QUERIES, cost
from tests.desk.many import a_child_living_in, due_on, planned_for
from vatra.access.models import Unit, User
from vatra.access.models.unit import UnitKind
from vatra.access.roles import Role

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]


def shown_to(client: Client, user: User, address: str, **asked: str | int) -> str:
    answer = signed_in(client, user).get(address, asked)
    assert answer.status_code == 200
    shown = answer.content.decode()
    return shown[shown.index("<main") : shown.index("</main>")]


def text_of(markup: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", markup).split())


def cell_of(shown: str, day: date) -> str:
    """What a reader is told in the cell of a day."""
    (cell,) = [each for each in re.findall(r"<td.*?</td>", shown, re.DOTALL) if f'datetime="{day}"' in each]
    return text_of(cell)


def test_a_week_says_who_has_to_do_how_much_and_what_is_late_since_when(client: Client) -> None:
    unit = a_unit()
    file = a_file(a_child("Dren Berisha"), worker=a_user(unit=unit))
    due_on(file, TODAY + timedelta(days=2), times=3)
    other = a_file(a_child("Lea Gashi"), worker=a_user(unit=unit))
    due_on(other, date(2026, 1, 5))
    shown = shown_to(client, a_user(Role.SUPERVISOR, unit), f"/units/{unit.pk}/week/")
    rows = [text_of(row) for row in re.findall(r"<tr.*?</tr>", shown, re.DOTALL)]
    who, whose = worker_of(file).full_name, worker_of(other).full_name
    assert f"{who} Due in this week 3 Late 0 Late since" in rows
    late = f"Late 1 : what is late, {whose} Late since 5 January 2026"
    assert f"{whose} Due in this week 0 {late}" in rows
    assert "16 March 2026 to 22 March 2026" in shown
    assert shown.index("Dren Berisha") < shown.index("Longest late") < shown.index("Lea Gashi")


def test_one_goes_from_week_to_week(client: Client) -> None:
    file = a_file()
    due_on(file, TODAY + timedelta(days=8))
    worker, here = worker_of(file), f"/units/{file.unit_id}/week/"
    assert f'href="{here}?of=2026-03-23"' in shown_to(client, worker, here)
    assert file.child.name not in shown_to(client, worker, here)
    assert file.child.name in shown_to(client, worker, here, of="2026-03-25")
    assert f'href="{here}?of=2026-03-16"' in shown_to(client, worker, here, of="2026-03-25")
    assert shown_to(client, worker, here, of="soon") == shown_to(client, worker, here)


def test_a_week_with_much_to_do_goes_on_after_its_last_duty(client: Client) -> None:
    file = a_file()
    due_on(file, TODAY, times=33)
    first = shown_to(client, worker_of(file), f"/units/{file.unit_id}/week/")
    link = first[: first.index('" rel="next"><span class="govuk-pagination__link-title">More')].rpartition(
        'href="'
    )[2]
    second = shown_to(client, worker_of(file), link.replace("&amp;", "&"))
    assert [page.count("Due today") for page in (first, second)] == [30, 3]


@pytest.mark.parametrize(
    "address", ["/units/{unit}/week/", "/calendar/2026/3/?unit={unit}", "/calendar/2026/3/16/?unit={unit}"]
)
def test_the_calendar_of_another_unit_does_not_exist(client: Client, address: str) -> None:
    file = a_file()
    stranger = signed_in(client, a_user())
    assert stranger.get(address.format(unit=file.unit_id)).status_code == 404
    assert stranger.get(address.format(unit=999_999)).status_code == 404
    assert signed_in(client, worker_of(file)).get(address.format(unit=file.unit_id)).status_code == 200
    assert (
        signed_in(client, a_user(Role.CARER, file.unit)).get(address.format(unit=file.unit_id)).status_code
        == 403
    )


def test_a_month_tells_of_each_day_how_much_falls_on_it_and_leads_there(client: Client) -> None:
    file = a_file(a_child("Dren Berisha"))
    due_on(file, date(2026, 3, 3), times=2)
    planned_for(file, date(2026, 3, 30))
    shown = shown_to(client, worker_of(file), "/calendar/2026/3/")
    assert cell_of(shown, date(2026, 3, 3)) == "Tuesday 3 /3 3 March 2026: 2 duties ! 2 late"
    assert cell_of(shown, date(2026, 3, 30)) == "Monday 30 /3 30 March 2026: 1 review"
    assert 'href="/calendar/2026/3/3/"' in shown
    assert "Dren Berisha" not in shown
    assert shown.count('scope="col"') == 7
    assert 'href="/calendar/2026/2/"' in shown
    assert 'href="/calendar/2026/4/"' in shown


def test_a_day_names_what_falls_on_it(client: Client) -> None:
    file = a_file(a_child("Dren Berisha"))
    due_on(file, date(2026, 3, 30))
    review = planned_for(file, date(2026, 3, 30))
    shown = shown_to(client, worker_of(file), "/calendar/2026/3/30/")
    assert shown.count("Dren Berisha") == 2
    assert f'href="/reviews/planned/{review.pk}/"' in shown
    assert "At school" in shown
    assert "Nothing is due on this day." in shown_to(client, worker_of(file), "/calendar/2026/3/29/")


def test_a_supervisor_sees_the_calendar_of_the_units_and_a_worker_the_own_one(client: Client) -> None:
    file = a_file()
    due_on(file, TODAY)
    colleague, supervisor = a_user(unit=file.unit), a_user(Role.SUPERVISOR, file.unit)
    assert "1 duty" in cell_of(shown_to(client, supervisor, "/calendar/2026/3/"), TODAY)
    assert "1 duty" not in cell_of(shown_to(client, colleague, "/calendar/2026/3/"), TODAY)
    of_unit = shown_to(client, colleague, "/calendar/2026/3/", unit=file.unit_id)
    assert "1 duty" in cell_of(of_unit, TODAY)
    assert f'href="/calendar/2026/3/16/?unit={file.unit_id}"' in of_unit


def test_a_month_of_an_organisation_leads_to_the_months_of_the_units_below(client: Client) -> None:
    organisation = a_unit()
    Unit.objects.filter(pk=organisation.pk).update(kind=UnitKind.ORGANISATION)
    centre = a_unit("Centre of the plain", parent=organisation)
    team = a_unit(parent=centre)
    due_on(a_file(unit=team), TODAY)
    auditor, here = a_user(Role.AUDITOR, organisation), "/calendar/2026/3/"
    above = shown_to(client, auditor, here, unit=organisation.pk)
    below = shown_to(client, auditor, here, unit=centre.pk)
    assert f'<a class="govuk-link" href="{here}?unit={centre.pk}">Centre of the plain</a>' in above
    assert "1 duty" not in cell_of(above, TODAY)
    assert "1 duty" in cell_of(below, TODAY)
    assert f'href="{here}?unit={team.pk}"' in below
    assert "Units below" not in shown_to(client, auditor, here)
    assert "Units below" not in shown_to(client, auditor, here, unit=team.pk)


@pytest.mark.parametrize("page", ["/calendar/2026/3/?unit={unit}", "/units/{unit}/week/"])
def test_nobody_is_led_to_the_calendar_of_a_unit_that_stays_closed(client: Client, page: str) -> None:
    centre = a_unit()
    team = a_unit("Team of the hills", parent=centre)
    address = page.format(unit=centre.pk)
    assert "Team of the hills" in shown_to(client, a_user(Role.SUPERVISOR, centre), address)
    assert "Team of the hills" not in shown_to(client, a_user(unit=centre), address)
    assert signed_in(client, a_user(unit=centre)).get(page.format(unit=team.pk)).status_code == 404


def test_the_calendar_opens_at_this_month_and_knows_no_thirteenth(client: Client) -> None:
    worker = signed_in(client, a_user())
    assert worker.get("/calendar/").headers["Location"] == "/calendar/2026/3/"
    for address in ("/calendar/2026/13/", "/calendar/9999/1/", "/calendar/2026/2/30/"):
        assert worker.get(address).status_code == 404


@pytest.mark.parametrize(
    "address", ["/units/{unit}/week/", "/calendar/2026/3/?unit={unit}", "/calendar/2026/3/16/?unit={unit}"]
)
def test_the_calendar_costs_the_same_with_one_child_and_with_thirty(client: Client, address: str) -> None:
    unit = a_unit()
    home, worker = a_home(children=60), a_user(unit=unit)
    here = address.format(unit=unit.pk)

    def a_child_seen_today() -> None:
        file = a_child_living_in(home, worker=worker)
        due_on(file, TODAY)
        planned_for(file, TODAY)

    a_child_seen_today()
    signed_in(client, worker)
    once, _bytes = cost(client, here)
    for _number in range(29):
        a_child_seen_today()
    many, size = cost(client, here)
    assert many == once <= MOST_QUERIES
    assert size < MOST_BYTES
