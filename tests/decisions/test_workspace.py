"""The workspace says what is still missing, whose names stand behind it, and what follows a decision."""

from datetime import timedelta

import pytest
from django.test import Client

from tests.builders import (
    TODAY,
    a_decision,
    a_file,
    a_hearing,
    a_placement,
    a_question,
    a_supervisor,
    a_user,
    an_option,
    at,
    by,
    signed_in,
    weigh,
    worker_of,
)
from tests.decisions.panels import a_seat
from tests.decisions.tellings import codes, decided
from tests.decisions.workspaces import a_ready_question
from vatra.access.roles import Role
from vatra.decisions.actions import add_option, record_participant
from vatra.decisions.ground import facts_while_preparing, ground_of
from vatra.decisions.kinds import kind_of
from vatra.decisions.models import Option, PanelSeat, Question
from vatra.decisions.on_record import on_record
from vatra.decisions.workspace.steps import steps_before_issue
from vatra.homes.words import FormOfCare
from vatra.kernel.concern import Refused

pytestmark = pytest.mark.django_db


def missing(question: Question, **known: object) -> set[str]:
    """What is still missing, in words."""
    ground = ground_of(on_record(question), {})
    given = {"reader": 0, "panel_met": False, "panel_approved": False, **known}
    facts = facts_while_preparing(ground, **given)  # type: ignore[arg-type]
    steps = steps_before_issue(facts, [option.in_words for option in ground.options], on=TODAY)
    return {str(step.words) for step in steps if not step.is_done}


def test_a_fresh_question_misses_everything_its_kind_asks_for() -> None:
    file = a_file()
    name = file.child.name
    assert missing(a_question(file)) == {
        f"{name} knows beforehand what is asked and why",
        f"The view of {name} is sought",
        f"Support for the family of {name} is on record",
        f"{name} was assessed in the last six months",
        "A parent is heard",
        "Living with the birth family is among the options",
        "Living with relatives is among the options",
        "At least two options are on the table",
    }


def test_what_lies_closer_to_the_family_than_an_option_has_to_be_looked_at() -> None:
    question = a_question(a_file())
    add_option(question=question, form="residential", in_words="the house", by=by(question.asked_by))
    assert "A foster family is among the options" in missing(question)
    assert "“the house” is weighed on every factor" in missing(question)


def test_whoever_wrote_everything_alone_is_told_that_a_second_person_is_needed() -> None:
    question, _kin = a_ready_question()
    second = "You wrote all of this alone: somebody else has to issue the decision"
    assert second in missing(question, reader=question.asked_by_id)
    assert second not in missing(question, reader=None)
    assert second not in missing(question, reader=a_user().pk)


def test_a_question_that_needs_a_panel_says_so() -> None:
    question, _kin = a_ready_question(kind="adoption_readiness")
    assert "The panel has approved it" in missing(question)
    assert "The guardian is heard" in missing(question)
    assert "The panel has approved it" not in missing(question, panel_met=True, panel_approved=True)


def test_who_was_heard_is_no_longer_missing() -> None:
    question = a_question(a_file())
    record_participant(
        question=question,
        name="Vjosa Berisha",
        part="parent",
        view="She wants him with her mother.",
        how="talk",
        on=TODAY,
        language="sq",
        by=by(question.asked_by),
    )
    assert "A parent is heard" not in missing(question)


def test_a_supervisor_who_did_everything_alone_cannot_decide() -> None:
    file = a_file()
    chief = a_supervisor(file.unit)
    question = a_question(file)
    Question.objects.filter(pk=question.pk).update(asked_by=chief)
    question.refresh_from_db()
    an_option(question, FormOfCare.BIRTH_FAMILY)
    kin = an_option(question, FormOfCare.BIRTH_FAMILY)
    a_hearing(question)
    with pytest.raises(Refused) as refused:
        decided(question, {file.pk: kin}, by=by(chief, role=Role.SUPERVISOR))
    assert "R-22-author" in codes(refused)


def test_a_question_about_contact_is_decided_for_a_way_to_be_in_touch(client: Client) -> None:
    file = a_file()
    question = a_question(file, kind="contact_restriction", causes=())
    ways = [
        add_option(question=question, contact=way, in_words=way, by=by(question.asked_by))
        for way in ("as_before", "supervised")
    ]
    with pytest.raises(Refused) as refused:
        decided(question, {file.pk: ways[1]})
    assert "R-03-factors" in codes(refused)
    for way in ways:
        _weighed(question, way)
    a_hearing(question)
    (outcome,) = decided(question, {file.pk: ways[1]})
    assert (outcome.contact, outcome.form, outcome.home) == ("supervised", None, None)
    signed_in(client, worker_of(file))
    page = client.get(f"/decisions/{outcome.decision_id}/").text
    assert "Contact under supervision" in page
    assert "Record the return" not in page


def _weighed(question: Question, option: Option) -> None:
    for factor in kind_of(question.kind).factors:
        weigh(
            option=option,
            factor=factor,
            leaning="for",
            sentence="It keeps them close.",
            by=by(question.asked_by),
        )


def test_a_child_who_stays_with_the_family_gets_a_support_plan(client: Client) -> None:
    (outcome,) = a_decision(a_file(), kind="gatekeeping", form=FormOfCare.BIRTH_FAMILY)
    signed_in(client, worker_of(outcome.file))
    page = client.get(f"/decisions/{outcome.decision_id}/").text
    assert "Make the support plan with the family of" in page
    assert f"/files/{outcome.file.reference}/plans/new/" in page
    assert "Record the return" not in page


def test_a_child_in_care_returns_to_the_family(client: Client) -> None:
    stay = a_placement()
    (outcome,) = a_decision(stay.file, kind="return_home", form=FormOfCare.BIRTH_FAMILY)
    signed_in(client, worker_of(stay.file))
    assert "Record the return of" in client.get(f"/decisions/{outcome.decision_id}/").text


@pytest.mark.time_machine(at(), tick=False)
def test_a_member_of_the_panel_whose_seat_ends_while_the_question_is_open_reads_no_more(
    client: Client,
) -> None:
    question, _kin = a_ready_question(kind="adoption_readiness")
    seat = a_seat(question, on=TODAY - timedelta(days=1))
    signed_in(client, seat.member)
    assert client.get(f"/questions/{question.pk}/").status_code == 200
    PanelSeat.objects.filter(pk=seat.pk).update(last_day=TODAY - timedelta(days=1))
    assert client.get(f"/questions/{question.pk}/").status_code == 404
