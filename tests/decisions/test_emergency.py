"""A decision made in a night: few factors, a short way, and a full decision within days."""

from datetime import timedelta

import pytest
from django.test import Client

from tests.builders import TODAY, a_decision, a_file, at, by, signed_in, worker_of
from tests.decisions.workspaces import a_ready_question
from vatra.access.roles import Role
from vatra.decisions.actions import withdraw_decision
from vatra.decisions.models import Outcome
from vatra.homes.words import FormOfCare
from vatra.kernel.duty import Duty

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]

THREE_DAYS = timedelta(days=3)


def a_night_decision(form: FormOfCare = FormOfCare.FOSTER_EMERGENCY) -> Outcome:
    """What was decided in the night for a child."""
    (outcome,) = a_decision(a_file(), kind="emergency", form=form)
    return outcome


def full_decision_due(outcome: Outcome) -> list[object]:
    """The days on which a full decision is due."""
    return list(
        Duty.objects.filter(chain=outcome.file.key, rule="full_decision").values_list("due_on", flat=True)
    )


def test_a_full_decision_is_due_after_three_days() -> None:
    assert full_decision_due(a_night_decision()) == [TODAY + THREE_DAYS]


def test_the_decision_and_my_day_show_the_day_with_the_badge(client: Client) -> None:
    outcome = a_night_decision()
    signed_in(client, worker_of(outcome.file))
    for page in (f"/decisions/{outcome.decision_id}/", "/"):
        text = client.get(page).text
        assert "Make the full decision after the emergency" in text
        assert "Unverified" in text
    assert "19 March 2026" in client.get(f"/decisions/{outcome.decision_id}/").text


@pytest.mark.parametrize(
    ("kind", "form"),
    [("gatekeeping", FormOfCare.BIRTH_FAMILY), ("first_placement", FormOfCare.KINSHIP)],
)
def test_the_full_decision_may_end_it_in_any_way(kind: str, form: FormOfCare) -> None:
    outcome = a_night_decision()
    a_decision(outcome.file, kind=kind, form=form, on=TODAY + timedelta(days=1))
    assert full_decision_due(outcome) == []


def test_another_night_is_no_full_decision_nor_is_one_about_contact(client: Client) -> None:
    outcome = a_night_decision()
    a_decision(outcome.file, kind="emergency", form=FormOfCare.KINSHIP, on=TODAY + timedelta(days=1))
    assert full_decision_due(outcome) == [TODAY + THREE_DAYS, TODAY + THREE_DAYS + timedelta(days=1)]


def test_a_night_decision_that_was_withdrawn_asks_for_nothing() -> None:
    outcome = a_night_decision()
    chief = by(outcome.decision.issued_by, role=Role.SUPERVISOR)
    withdraw_decision(decision=outcome.decision, on=TODAY, why="The mother is back.", by=chief)
    assert full_decision_due(outcome) == []


def test_the_workspace_asks_in_a_night_only_what_can_be_known(client: Client) -> None:
    question, _kin = a_ready_question(kind="emergency")
    signed_in(client, question.asked_by)
    page = client.get(f"/questions/{question.pk}/").text
    assert "Care, protection and safety" in page
    assert "Education" not in page.split('id="options"')[1].split("</table>")[0]
    assert "assessed in the last six months" not in page
