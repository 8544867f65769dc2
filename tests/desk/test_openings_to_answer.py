"""My day: somebody asked to open a sealed envelope, and a second person has to answer (R-18)."""

from datetime import timedelta

import pytest
from django.test import Client
from time_machine import TimeMachineFixture

from tests.builders import a_child, a_file, a_unit, a_user, at, by, signed_in, worker_of
from tests.desk.counting import MOST_QUERIES, cost
from tests.law.proceedings import an_envelope
from vatra.access.models import User
from vatra.access.roles import Role
from vatra.law.actions import agree_to_open, ask_to_open, refuse_opening
from vatra.law.models import EnvelopeOpening

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]

HEADING = "Sealed envelopes: a second person has to answer"
ANSWERED = "Sealed envelopes you asked to open"


def asked_by(user: User, name: str = "Dren Berisha") -> EnvelopeOpening:
    """A supervisor asks that an envelope in a file of the unit is opened."""
    file = a_file(a_child(name), unit=user.appointments.get().unit)
    return ask_to_open(
        envelope=an_envelope(file), purpose="health", reason="Urgent.", by=by(user, role=Role.SUPERVISOR)
    )


def day_of(client: Client, user: User) -> str:
    shown = signed_in(client, user).get("/").content.decode()
    return shown[shown.index("<main") : shown.index("</main>")]


def test_a_request_stands_on_the_day_of_all_who_may_answer_and_of_nobody_else(client: Client) -> None:
    centre = a_unit("Centre")
    unit = a_unit("Team", parent=centre)
    asks = a_user(Role.SUPERVISOR, unit)
    opening = asked_by(asks)
    for role, where in ((Role.SUPERVISOR, unit), (Role.SAFEGUARDING_OFFICER, centre)):
        shown = day_of(client, a_user(role, where))
        assert HEADING in shown
        assert f'href="/envelope-openings/{opening.pk}/agree/"' in shown
        assert "Dren Berisha: A doctor needs it" in shown
        assert f"{asks.full_name} asked on 16 March 2026." in shown
        assert "Urgent." not in shown
    others = [
        asks,
        worker_of(opening.envelope.file),
        a_user(Role.AUDITOR, centre),
        a_user(Role.SUPERVISOR, a_unit("Elsewhere")),
    ]
    assert [HEADING in day_of(client, other) for other in others] == [False] * 4


@pytest.mark.parametrize("answer", ["agree", "refuse"])
def test_once_it_is_answered_it_stands_on_no_day(client: Client, answer: str) -> None:
    unit = a_unit()
    opening = asked_by(a_user(Role.SUPERVISOR, unit))
    answers = a_user(Role.SAFEGUARDING_OFFICER, unit)
    assert HEADING in day_of(client, answers)
    actor = by(answers, role=Role.SAFEGUARDING_OFFICER)
    if answer == "agree":
        agree_to_open(opening=opening, by=actor)
    else:
        refuse_opening(opening=opening, refusal="Not yet.", by=actor)
    assert HEADING not in day_of(client, answers)


def test_whoever_asked_is_told_on_my_day_that_it_can_be_read_and_until_when(client: Client) -> None:
    unit = a_unit()
    asks, agrees = a_user(Role.SUPERVISOR, unit), a_user(Role.SAFEGUARDING_OFFICER, unit)
    opening = asked_by(asks)
    assert ANSWERED not in day_of(client, asks)
    agree_to_open(opening=opening, by=by(agrees, role=Role.SAFEGUARDING_OFFICER))
    shown = day_of(client, asks)
    assert ANSWERED in shown
    assert f'href="/envelope-openings/{opening.pk}/"' in shown
    assert f"{agrees.full_name} agreed. It can be read until 22 March 2026." in shown
    assert ANSWERED not in day_of(client, agrees)


def test_whoever_asked_is_told_on_my_day_that_it_was_refused_and_reads_why_behind_it(client: Client) -> None:
    unit = a_unit()
    asks, refuses = a_user(Role.SUPERVISOR, unit), a_user(Role.SAFEGUARDING_OFFICER, unit)
    opening = asked_by(asks)
    actor = by(refuses, role=Role.SAFEGUARDING_OFFICER)
    refuse_opening(opening=opening, refusal="First ask the mother.", by=actor)
    shown = day_of(client, asks)
    assert f"{refuses.full_name} refused on 16 March 2026." in shown
    assert "First ask the mother." not in shown
    behind = client.get(f"/envelope-openings/{opening.pk}/").content.decode()
    assert "First ask the mother." in behind


@pytest.mark.parametrize(("days", "stands"), [(6, True), (7, False)])
def test_an_answer_stands_on_my_day_for_as_long_as_the_envelope_is_open(
    client: Client, time_machine: TimeMachineFixture, days: int, stands: bool
) -> None:
    unit = a_unit()
    asks, agrees = a_user(Role.SUPERVISOR, unit), a_user(Role.SAFEGUARDING_OFFICER, unit)
    agree_to_open(opening=asked_by(asks), by=by(agrees, role=Role.SAFEGUARDING_OFFICER))
    time_machine.move_to(at() + timedelta(days=days), tick=False)
    assert (ANSWERED in day_of(client, asks)) is stands


def test_the_day_costs_the_same_with_one_request_and_with_twenty(client: Client) -> None:
    unit = a_unit()
    asks, answers = a_user(Role.SUPERVISOR, unit), a_user(Role.SUPERVISOR, unit)
    asked_by(asks)
    signed_in(client, answers)
    few, _bytes = cost(client, "/")
    for number in range(19):
        asked_by(asks, f"Ana Gashi {number}")
    assert cost(client, "/")[0] == few <= MOST_QUERIES
