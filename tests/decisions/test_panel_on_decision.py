"""The decision shows what the panel answered, and keeps it as it stood when the decision was issued."""

from datetime import timedelta

import pytest
from django.test import Client

from tests.builders import TODAY, a_file, a_question, at, by, signed_in, worker_of
from tests.decisions.panels import a_meeting, a_panel, a_vote, an_answer
from tests.decisions.tellings import a_decision_about
from vatra.casework.models import File
from vatra.decisions.actions import meet_condition
from vatra.decisions.actions.resolving import ConditionAsked
from vatra.decisions.models import Condition, Decision
from vatra.kernel.concern import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]

DISSENT = "Nobody has asked the aunt in Peja."
IN_TWO_WEEKS = TODAY + timedelta(days=14)


def approved_against_one(file: File) -> Decision:
    """Decided with the approval of two of three members, under one condition."""
    question = a_question(file)
    meeting, seats = a_panel(question)
    a_vote(meeting, seats[0], "disagrees", DISSENT)
    asked = ConditionAsked("Visit the school.", worker_of(file), IN_TWO_WEEKS)
    an_answer(meeting, "approve_with_conditions", conditions=[asked])
    (outcome,) = a_decision_about(question, file)
    return outcome.decision


def met(condition: Condition, worker_in: File) -> None:
    meet_condition(
        condition=condition, result="The teacher expects him.", on=TODAY, by=by(worker_of(worker_in))
    )


def test_the_page_tells_who_voted_how_the_dissent_and_the_conditions(client: Client) -> None:
    file = a_file()
    decision = approved_against_one(file)
    members = [vote.seat.member.full_name for vote in decision.question.meetings.get().votes.all()]
    page = signed_in(client, worker_of(file)).get(f"/decisions/{decision.pk}/").text
    panel = page[page.index('id="panel"') : page.index('id="documents"')]
    for told in (*members, "Law", "Psychology", "Health", DISSENT, "Visit the school.", "Not done yet"):
        assert told in panel
    assert "Agrees: 2" in panel
    assert "The grandmother knows him, and he wishes it." in panel
    met(Condition.objects.get(), file)
    assert "The teacher expects him." in client.get(f"/decisions/{decision.pk}/").text


def test_a_decision_without_a_panel_says_nothing_of_one(client: Client) -> None:
    file = a_file()
    (outcome,) = a_decision_about(a_question(file), file)
    assert outcome.decision.document["panel"] == []
    page = signed_in(client, worker_of(file)).get(f"/decisions/{outcome.decision_id}/").text
    assert 'id="panel"' not in page


def test_the_answer_is_kept_with_the_decision_as_it_stood(client: Client) -> None:
    file = a_file()
    decision = approved_against_one(file)
    names = [vote.seat.member.full_name for vote in decision.question.meetings.get().votes.order_by("pk")]
    met(Condition.objects.get(), file)
    (said,) = Decision.objects.get().document["panel"]
    assert said == {
        "met_on": "2026-03-16",
        "resolved_on": "2026-03-16",
        "kind": "approve_with_conditions",
        "reasons": "The grandmother knows him, and he wishes it.",
        "missing": "",
        "absent": "",
        "quorum": 3,
        "votes": [
            {
                "member": names[0],
                "discipline": "law",
                "position": "disagrees",
                "dissent": DISSENT,
                "counts": True,
            },
            {
                "member": names[1],
                "discipline": "psychology",
                "position": "agrees",
                "dissent": "",
                "counts": True,
            },
            {
                "member": names[2],
                "discipline": "health",
                "position": "agrees",
                "dissent": "",
                "counts": True,
            },
        ],
        "conditions": [
            {
                "what": "Visit the school.",
                "responsible": worker_of(file).full_name,
                "due_on": IN_TWO_WEEKS.isoformat(),
                "met_on": None,
                "result": "",
            }
        ],
    }


def test_every_answer_is_kept_in_the_order_in_which_it_was_given() -> None:
    file = a_file()
    question = a_question(file)
    first, seats = a_panel(question)
    an_answer(first, "defer", missing="A visit to the house.")
    with pytest.raises(Refused):
        a_decision_about(question, file)
    again, later = a_meeting(question, on=TODAY + timedelta(days=7)), TODAY + timedelta(days=7)
    for seat in seats:
        a_vote(again, seat, on=later)
    an_answer(again, on=later)
    (outcome,) = a_decision_about(question, file, on=later)
    kept = outcome.decision.document["panel"]
    assert [(each["kind"], each["missing"]) for each in kept] == [
        ("defer", "A visit to the house."),
        ("approve", ""),
    ]
