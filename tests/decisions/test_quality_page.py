"""What a decision meets, on the page of a reviewer, told from what is in the file."""

from datetime import date, timedelta

import pytest
from django.test import Client

from tests.builders import (
    TODAY,
    a_child,
    a_file,
    a_home,
    a_person,
    a_stay_taken_over,
    a_supervisor,
    a_user,
    at,
    by,
    siblings,
    signed_in,
    worker_of,
)
from tests.decisions.looking_back import decided_with_care
from tests.desk.counting import MOST_BYTES, MOST_QUERIES, cost
from vatra.access.roles import Role
from vatra.casework.actions import record_contact, record_support
from vatra.decisions.models import Decision
from vatra.decisions.quality.provisions import Provision, provisions_of
from vatra.decisions.quality.reading import decision_to_review, on_record
from vatra.decisions.quality.standards import standards_of
from vatra.kernel.ledger import Event
from vatra.placements.actions import place

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]


def answers(decision: Decision, today: date = TODAY) -> dict[str, Provision]:
    record = on_record(decision_to_review(decision.pk), today=today)
    provisions = provisions_of(record)
    return {each.code: each for each in [*provisions, *standards_of(record, provisions)]}


def test_the_bare_decision_meets_what_the_schema_asks_and_misses_the_rest() -> None:
    found = answers(decided_with_care(a_file(a_child("Dren Berisha"))))
    met = {code for code, each in found.items() if each.is_met}
    missed = {code for code, each in found.items() if each.is_met is False}
    assert met == {"R-02", "R-02-weight", "R-03", "R-08", "R-20", "R-33"}
    assert {
        "R-02-prepared",
        "R-02-told",
        "R-03-terms",
        "R-07",
        "R-16",
        "R-22",
        "R-26",
        "R-30",
        "R-31",
        "R-32",
    } <= missed
    assert found["R-02"].because == "Dren Berisha was heard on 16 March 2026."
    assert (
        found["R-07"].because
        == "No support for the family of Dren Berisha is on record from before the decision."
    )


def test_what_was_written_into_the_file_beforehand_counts() -> None:
    file = a_file(a_child("Dren Berisha"))
    worker, before = by(worker_of(file), TODAY - timedelta(days=20)), TODAY - timedelta(days=20)
    support = {"given_by": "The centre", "account": "Talks", "last_day": None, "result": None}
    record_support(file=file, kind="counselling", first_day=before, by=worker, **support)
    decision = decided_with_care(file)
    late = by(worker_of(file), TODAY + timedelta(days=5))
    record_support(file=file, kind="mediation", first_day=TODAY + timedelta(days=5), by=late, **support)
    assert answers(decision)["R-07"].because.startswith("One kind of support for the family of Dren Berisha")


def test_a_sibling_in_another_home_needs_a_reason_for_the_pair() -> None:
    lule, dren = a_child("Lule Berisha"), a_child("Dren Berisha")
    siblings(lule, dren)
    decision = decided_with_care(a_file(dren))
    assert answers(decision)["R-09"].is_met is True
    # Only a stay taken over from another system can come to light afterwards.
    a_stay_taken_over(a_file(lule), a_home(), since=TODAY - timedelta(days=60))
    found = answers(decision)["R-09"]
    assert found.is_met is False
    assert (
        found.because
        == "Dren Berisha would live apart from Lule Berisha, and no reason for these two is written."
    )


def test_brothers_and_sisters_who_would_live_in_one_home_stay_together() -> None:
    lule = a_file(a_child("Lule Berisha"))
    dren = a_file(a_child("Dren Berisha"), worker=worker_of(lule))
    siblings(lule.child, dren.child)
    assert answers(decided_with_care(lule, dren))["R-09"].is_met is True


def test_what_comes_after_the_decision_is_read_from_the_file() -> None:
    file = a_file(a_child("Dren Berisha"))
    decision = decided_with_care(file)
    (outcome,) = decision.outcomes.all()
    place(outcome=outcome, first_day=TODAY, reasons={}, by=by(worker_of(file)))
    later = TODAY + timedelta(days=20)
    given = {
        "child_words": "",
        "account": "They baked bread.",
        "reasons": {},
        "by": by(worker_of(file), later),
    }
    record_contact(file=file, met_on=later, relative=a_person(), kind="did_not_happen", **given)
    assert answers(decision, TODAY + timedelta(days=91))["R-37"].is_met is False
    record_contact(file=file, met_on=later, relative=a_person(), kind="meeting", **given)
    found = answers(decision, TODAY + timedelta(days=91))
    assert found["R-37"].because == "Dren Berisha and the family were in touch on 5 April 2026."
    assert (
        found["R-34"].because
        == "It is not on record that Dren Berisha was told before moving on 16 March 2026."
    )


def test_a_reviewer_reads_it_beside_the_decision_and_it_is_on_record(client: Client) -> None:
    file = a_file(a_child("Dren Berisha"))
    decision = decided_with_care(file)
    signed_in(client, a_user(Role.AUDITOR, file.unit))
    assert f"/decisions/{decision.pk}/quality/" in client.get(f"/decisions/{decision.pk}/").text
    shown = client.get(f"/decisions/{decision.pk}/quality/").text
    assert "Dren Berisha was heard on 16 March 2026." in shown
    assert f'href="/decisions/{decision.pk}/#views"' in shown
    assert f'href="/files/{file.reference}/"' in shown
    event = Event.objects.filter(chain=file.key).latest("position")
    assert (event.act, event.reading) == ("read_quality", True)


def test_a_social_worker_has_no_such_page_and_a_stranger_does_not_find_it(client: Client) -> None:
    file = a_file()
    address = f"/decisions/{decided_with_care(file).pk}/quality/"
    signed_in(client, worker_of(file))
    assert client.get(address).status_code == 403
    assert "/quality/" not in client.get(address.replace("quality/", "")).text
    signed_in(client, a_supervisor(a_file().unit))
    assert client.get(address).status_code == 404
    assert client.get("/decisions/999999/quality/").status_code == 404


@pytest.mark.parametrize("children", [1, 2])
def test_the_page_costs_the_same_for_one_child_and_for_two(client: Client, children: int) -> None:
    first = a_file()
    files = [first, *(a_file(worker=worker_of(first)) for _number in range(children - 1))]
    if children > 1:
        siblings(*(file.child for file in files))
    decision = decided_with_care(*files)
    signed_in(client, a_supervisor(first.unit))
    asked, size = cost(client, f"/decisions/{decision.pk}/quality/")
    assert asked <= MOST_QUERIES
    assert size < MOST_BYTES
