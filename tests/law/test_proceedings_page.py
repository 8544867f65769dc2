"""The pages of proceedings and envelopes: what they cost."""

import pytest
from django.test import Client

from tests.builders import a_file, at, by, signed_in, worker_of
from tests.desk.counting import MOST_BYTES, MOST_QUERIES, cost
from tests.law.proceedings import a_blocker, a_proceeding, a_step, an_envelope, two_who_open
from vatra.access.roles import Role
from vatra.casework.models import File
from vatra.law.actions import add_party, ask_for_document, ask_to_open, close_proceeding
from vatra.law.models import Proceeding
from vatra.law.proceedings.words import ProceedingKind

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]


def a_full_proceeding(file: File, *, rows: int, kind: str = "guardianship") -> Proceeding:
    """So many steps, parties and documents, and something that holds it up."""
    proceeding, actor = a_proceeding(file, kind=kind), by(worker_of(file))
    a_blocker(proceeding)
    for number in range(rows):
        a_step(proceeding, what=f"Step {number}")
        add_party(proceeding=proceeding, role="witness", name=f"Witness {number}", by=actor)
        ask_for_document(
            proceeding=proceeding,
            code=f"document_{number}",
            asked_from="",
            asked_on=proceeding.opened_on,
            by=actor,
        )
    return proceeding


def test_a_proceeding_costs_the_same_with_one_row_and_with_thirty(client: Client) -> None:
    costs = []
    for rows in (1, 30):
        proceeding = a_full_proceeding(a_file(), rows=rows)
        browser = signed_in(client, worker_of(proceeding.file))
        costs.append(cost(browser, f"/proceedings/{proceeding.pk}/"))
    assert costs[0][0] == costs[1][0] <= MOST_QUERIES
    assert costs[1][1] < MOST_BYTES


def test_the_list_costs_the_same_for_one_proceeding_and_for_many(client: Client) -> None:
    costs = []
    for times in (1, 4):
        file = a_file()
        for _ in range(times):
            for kind in ProceedingKind.values if times > 1 else ["guardianship"]:
                proceeding = a_full_proceeding(file, rows=1, kind=kind)
                actor = by(worker_of(file))
                close_proceeding(proceeding=proceeding, closed_on=at().date(), outcome="refused", by=actor)
        a_full_proceeding(file, rows=2)
        browser = signed_in(client, worker_of(file))
        costs.append(cost(browser, f"/files/{file.reference}/proceedings/"))
    assert costs[0][0] == costs[1][0] <= MOST_QUERIES
    assert costs[1][1] < MOST_BYTES


def test_the_envelopes_cost_the_same_for_one_and_for_thirty(client: Client) -> None:
    costs = []
    for number in (1, 30):
        file = a_file()
        asks, _agrees = two_who_open(file)
        for _ in range(number):
            ask_to_open(
                envelope=an_envelope(file),
                purpose="health",
                reason="Urgent.",
                by=by(asks, role=Role.SUPERVISOR),
            )
        costs.append(cost(signed_in(client, asks), f"/files/{file.reference}/envelopes/"))
    assert costs[0][0] == costs[1][0] <= MOST_QUERIES
    assert costs[1][1] < MOST_BYTES


def test_what_is_open_stands_before_what_is_closed_and_an_unverified_name_is_marked(client: Client) -> None:
    file = a_file()
    closed = a_proceeding(file, kind="birth_registration")
    actor = by(worker_of(file))
    close_proceeding(proceeding=closed, closed_on=at().date(), outcome="granted", by=actor)
    open_one = a_proceeding(file, kind="adoption")
    page = signed_in(client, worker_of(file)).get(f"/files/{file.reference}/proceedings/").content.decode()
    assert page.index(f"/proceedings/{open_one.pk}/") < page.index(f"/proceedings/{closed.pk}/")
    assert "Unverified" not in page
    Proceeding.objects.filter(pk=open_one.pk).update(authority="civil_registry")
    page = client.get(f"/files/{file.reference}/proceedings/").content.decode()
    assert "Unverified" in page
