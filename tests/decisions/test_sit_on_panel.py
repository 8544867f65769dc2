"""Sitting on the panel: declare, read the pack, vote; as member, guest and stranger meet it."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from tests.builders import (
    TODAY,
    a_child,
    a_file,
    a_hearing,
    a_home,
    a_question,
    a_supervisor,
    a_user,
    an_option,
    at,
    by,
    siblings,
    signed_in,
    worker_of,
)
from tests.decisions.panels import a_meeting, a_member, a_panel, a_seat, a_vote, an_answer
from tests.desk.counting import MOST_BYTES, MOST_QUERIES, cost
from vatra.casework.actions import assess, record_support
from vatra.casework.models import File
from vatra.decisions.models import PanelSeat, Question, Vote
from vatra.homes.words import FormOfCare
from vatra.kernel.ledger import Event

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]
WORDS = "Dua te gjyshja, ajo ka pula."


def a_full_question(*files: File, options: int = 1) -> Question:
    """A question with everything a pack holds."""
    question = a_question(*files)
    for _each in range(options):
        an_option(question, FormOfCare.KINSHIP, a_home())
    a_hearing(question, WORDS)
    for file in files:
        record_support(
            file=file,
            kind="counselling",
            given_by="Psychologist on the ward",
            first_day=TODAY,
            last_day=None,
            result="helped_partly",
            account="Three talks with the mother.",
            by=by(worker_of(file)),
        )
        assess(
            file=file,
            made_on=TODAY,
            sources="Mother, grandmother.",
            child_view="",
            conclusion="He needs a calm house.",
            findings=[],
            reasons={},
            by=by(worker_of(file)),
        )
    return question


def test_before_the_declaration_only_names_are_told(client: Client) -> None:
    dren = a_file(a_child("Dren Berisha"))
    siblings(dren.child)
    question = a_full_question(dren)
    seat = a_seat(question, has_conflict=None)
    shown = signed_in(client, seat.member).get(f"/seats/{seat.pk}/declaration/").text
    for told in ("Dren Berisha", "Vjosa Berisha"):
        assert told in shown
    for kept in (WORDS, question.why_now, question.get_kind_display(), dren.reference):
        assert kept not in shown
    event = Event.objects.filter(chain=dren.key).latest("position")
    assert (event.act, event.user_id) == ("read_declaration", seat.member_id)
    assert client.get(f"/questions/{question.pk}/pack/").status_code == 404
    assert client.get(f"/questions/{question.pk}/").status_code == 404


def test_without_a_conflict_the_declaration_leads_to_the_pack(client: Client) -> None:
    seat = a_seat(a_full_question(a_file()), has_conflict=None)
    signed_in(client, seat.member)
    answer = client.post(f"/seats/{seat.pk}/declaration/", {"has_conflict": "no"})
    assert answer.headers["Location"] == f"/questions/{seat.question_id}/pack/"
    assert client.get(answer.headers["Location"]).status_code == 200


def test_a_conflict_found_while_reading_closes_everything_at_once(client: Client) -> None:
    file = a_file(a_child("Dren Berisha"))
    seat = a_seat(a_full_question(file))
    signed_in(client, seat.member)
    pack, mine = f"/questions/{seat.question_id}/pack/", f"/seats/{seat.pk}/declaration/"
    assert "I have found a conflict of interest" in client.get(pack).text
    wordless = client.post(mine, {"has_conflict": "yes"})
    assert (wordless.status_code, client.get(pack).status_code) == (422, 200)
    sent = {"has_conflict": "yes", "conflict": "The father is my cousin."}
    assert client.post(mine, sent).headers["Location"] == "/"
    assert client.get(pack).status_code == 404
    assert client.get(f"/files/{file.reference}/").status_code == 404
    assert "Dren Berisha" not in client.get("/").text
    back = client.post(mine, {"has_conflict": "no"})
    assert "A conflict of interest that was declared stands." in back.text
    assert PanelSeat.objects.get().has_conflict is True


def test_nobody_opens_the_declaration_of_somebody_else(client: Client) -> None:
    seat = a_seat(a_question(a_file()), has_conflict=None)
    address = f"/seats/{seat.pk}/declaration/"
    assert signed_in(client, a_member()).get(address).status_code == 404
    assert signed_in(client, a_supervisor(seat.question.unit)).get(address).status_code == 403


def test_the_pack_holds_everything_the_decision_rests_on_and_says_until_when(client: Client) -> None:
    lule = a_file(a_child("Lule Berisha"))
    dren = a_file(a_child("Dren Berisha"), worker=worker_of(lule))
    question = a_full_question(lule, dren)
    meeting, seats = a_panel(question)
    a_vote(meeting, seats[0], "disagrees", "Too far from school.")
    an_answer(meeting, "defer", missing="A visit to the house.")
    shown = signed_in(client, seats[1].member).get(f"/questions/{question.pk}/pack/").text
    for told in (
        *(question.why_now, question.if_nothing, "Lule Berisha, 7 years", "Dren Berisha, 7 years", WORDS),
        *("It speaks for it.", "Psychologist on the ward", "Three talks with the mother."),
        *("He needs a calm house.", "A visit to the house.", "Too far from school.", "until 15 April 2026"),
    ):
        assert told in shown, told
    for file in (lule, dren):
        event = Event.objects.filter(chain=file.key).latest("position")
        assert (event.act, event.reading, event.user_id) == ("read_pack", True, seats[1].member_id)


def test_the_pack_is_closed_the_day_after_its_last_day(client: Client) -> None:
    seat = a_seat(a_question(a_file()), until=TODAY)
    address = f"/questions/{seat.question_id}/pack/"
    assert signed_in(client, seat.member).get(address).status_code == 200
    with time_machine.travel(at(TODAY + timedelta(days=1)), tick=False):
        assert signed_in(client, seat.member).get(address).status_code == 404
        assert "Panels you sit on" not in client.get("/").text


@pytest.mark.parametrize("options", [1, 6])
def test_the_pack_asks_the_database_the_same_number_of_times(client: Client, options: int) -> None:
    meeting, seats = a_panel(a_full_question(a_file(), options=options))
    an_answer(meeting, "reopen")
    signed_in(client, seats[0].member)
    asked, size = cost(client, f"/questions/{meeting.question_id}/pack/")
    assert asked <= MOST_QUERIES
    assert size < MOST_BYTES


def test_a_member_votes_on_the_page_and_nothing_typed_is_lost(client: Client) -> None:
    meeting, seats = a_panel(voting="")
    signed_in(client, seats[0].member)
    address = f"/meetings/{meeting.pk}/vote/"
    wordless = client.post(address, {"position": "disagrees"})
    assert wordless.status_code == 422
    assert "Who disagrees says why" in wordless.text
    sent = {"position": "disagrees", "dissent": "Too far from school."}
    assert client.post(address, sent).headers["Location"] == f"/meetings/{meeting.pk}/"
    assert "Too far from school." in client.get(address).text
    assert client.post(address, {"position": "abstains"}).status_code == 302
    assert Vote.objects.get().position == "abstains"


def test_after_the_answer_the_vote_page_leads_to_what_was_said(client: Client) -> None:
    meeting, seats = a_panel()
    an_answer(meeting)
    signed_in(client, seats[0].member)
    address = f"/meetings/{meeting.pk}/vote/"
    assert client.get(address).headers["Location"] == f"/meetings/{meeting.pk}/"
    refused = client.post(address, {"position": "abstains"})
    assert refused.status_code == 422
    assert "The panel has closed this meeting" in refused.text


def test_guests_supervisors_and_strangers_do_not_vote(client: Client) -> None:
    meeting, _seats = a_panel(voting="")
    guest = a_seat(meeting.question, "education", as_guest=True).member
    address = f"/meetings/{meeting.pk}/vote/"
    assert signed_in(client, guest).get(address).status_code == 403
    assert signed_in(client, guest).get(f"/questions/{meeting.question_id}/pack/").status_code == 200
    assert signed_in(client, a_supervisor(meeting.question.unit)).get(address).status_code == 403
    assert signed_in(client, a_member()).get(address).status_code == 404
    assert signed_in(client, a_user()).get(address).status_code == 403
    assert not Vote.objects.exists()


def test_my_day_leads_from_the_declaration_to_the_pack_and_to_the_vote(client: Client) -> None:
    question = a_question(a_file(a_child("Dren Berisha")))
    seat = a_seat(question, has_conflict=None, until=TODAY + timedelta(days=9))
    meeting = a_meeting(question, on=TODAY + timedelta(days=2))
    signed_in(client, seat.member)
    shown = client.get("/").text
    assert f'href="/seats/{seat.pk}/declaration/"' in shown
    assert "Dren Berisha" not in shown
    client.post(f"/seats/{seat.pk}/declaration/", {"has_conflict": "no"})
    shown = client.get("/").text
    for told in ("Dren Berisha", "can be read until 25 March 2026", "The panel meets on 18 March 2026."):
        assert told in shown
    assert f'href="/meetings/{meeting.pk}/vote/"' in shown
    seat.refresh_from_db()
    a_vote(meeting, seat)
    assert "You voted: Agrees" in client.get("/").text
