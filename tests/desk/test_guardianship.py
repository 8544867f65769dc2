"""The guardians of a child, and the days in care on which nobody was."""

from datetime import date

import pytest
from django.test import Client

from tests.builders import a_file, a_placement, a_unit, a_user, at, by, signed_in, worker_of
from tests.desk.counting import MOST_BYTES, MOST_QUERIES, cost
from vatra.access.roles import Role
from vatra.casework.models import File
from vatra.law.actions import appoint_guardian, end_guardianship

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]


def page_of(file: File) -> str:
    return f"/files/{file.reference}/guardianship/"


def without_from(file: File, last_day: date) -> None:
    """The guardianship ends with a day."""
    held = file.guardianships.get(last_day__isnull=True)
    end_guardianship(guardianship=held, on=last_day, why="Died.", by=by(worker_of(file)))


def a_guardian(file: File, since: date) -> None:
    """A body is guardian from a day on."""
    appoint_guardian(file=file, kind="body", body="Centre", from_day=since, by=by(worker_of(file)))


def test_each_gap_is_counted_in_days_and_all_of_them_together(client: Client) -> None:
    file = a_placement().file
    without_from(file, date(2025, 12, 31))
    a_guardian(file, date(2026, 1, 11))
    without_from(file, date(2026, 3, 14))
    page = signed_in(client, worker_of(file)).get(page_of(file)).content.decode()
    assert "from 1 January 2026 until 10 January 2026: 10 days" in page
    assert "since 15 March 2026: 2 days so far" in page
    assert "12 days in care until today" in page
    assert "The child has no guardian today." in page


def test_a_gap_over_a_leap_day_counts_it(client: Client) -> None:
    file = a_placement(a_file(on=date(2024, 1, 1)), on=date(2024, 2, 1)).file
    without_from(file, date(2024, 2, 27))
    a_guardian(file, date(2024, 3, 1))
    page = signed_in(client, worker_of(file)).get(page_of(file)).content.decode()
    assert "from 28 February 2024 until 29 February 2024: 2 days" in page


def test_a_child_who_always_had_one_and_a_child_at_home_have_no_gap(client: Client) -> None:
    for file in (a_placement().file, a_file(guardian=False)):
        page = signed_in(client, worker_of(file)).get(page_of(file)).content.decode()
        assert "The child has had a guardian on every day in care." in page
        assert "no guardian today" not in page


def test_the_page_leads_to_the_children_of_the_unit_without_a_guardian(client: Client) -> None:
    file = a_placement().file
    without_from(file, date(2026, 3, 14))
    browser = signed_in(client, worker_of(file))
    there = f"/units/{file.unit_id}/children/?only=no_guardian"
    assert f'href="{there}"' in browser.get(page_of(file)).content.decode()
    assert file.child.name in browser.get(there).content.decode()
    assert f'href="{page_of(file)}"' in browser.get(f"/files/{file.reference}/").content.decode()


def test_the_page_costs_the_same_for_one_guardian_and_for_thirty(client: Client) -> None:
    few, many = a_placement().file, a_placement().file
    for number in range(30):
        a_guardian(many, date(2025, 11, 1 + number % 30))
    costs = [cost(signed_in(client, worker_of(file)), page_of(file)) for file in (few, many)]
    assert costs[0][0] == costs[1][0] <= MOST_QUERIES
    assert costs[1][1] < MOST_BYTES


def test_strangers_find_no_guardians_and_a_carer_does_not_read_them(client: Client) -> None:
    unit = a_unit()
    file = a_file(unit=unit)
    assert signed_in(client, a_user()).get(page_of(file)).status_code == 404
    assert signed_in(client, a_user(Role.CARER, unit)).get(page_of(file)).status_code == 403
