"""Calling the panel on the page, and what it says: as supervisor, worker, stranger and auditor meet it."""

from datetime import date, timedelta

import pytest
from django.test import Client

from tests.builders import TODAY, a_file, a_question, a_supervisor, a_user, at, signed_in, worker_of
from tests.decisions.panels import a_meeting, a_member, a_panel, a_seat, a_vote, an_answer
from tests.desk.counting import MOST_QUERIES, cost
from vatra.access.roles import Role
from vatra.decisions.models import Condition, PanelMeeting, PanelSeat, Question, Resolution
from vatra.kernel.ledger import Event

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]
DISSENT = "Nobody has asked the aunt in Peja."


def a_question_with_chief(client: Client) -> Question:
    """A question, and its supervisor at the browser."""
    question = a_question(a_file())
    signed_in(client, a_supervisor(question.unit))
    return question


def day(name: str, on: date) -> dict[str, int]:
    """A day as the three boxes send it."""
    return {f"{name}_{part}": getattr(on, part) for part in ("day", "month", "year")}


def test_a_supervisor_gives_a_seat_to_staff_appointed_to_panels(client: Client) -> None:
    question = a_question_with_chief(client)
    member, elsewhere = a_member(question.unit), a_member()
    address = f"/questions/{question.pk}/panel/seats/new/"
    shown = client.get(address).text
    assert member.full_name in shown
    assert elsewhere.full_name not in shown
    assert f'value="{question.asked_by_id}"' not in shown
    given = {"member": member.pk, "discipline": "psychology", "as_guest": "on"}
    sent = {**given, **day("last_day", TODAY + timedelta(days=9))}
    assert client.post(address, sent).headers["Location"] == f"/questions/{question.pk}/#panel"
    seat = PanelSeat.objects.get()
    assert (seat.member, seat.discipline, seat.as_guest, seat.first_day, seat.last_day) == (
        member,
        "psychology",
        True,
        TODAY,
        TODAY + timedelta(days=9),
    )
    again = client.post(address, sent)
    assert again.status_code == 422
    assert PanelSeat.objects.count() == 1


def test_a_supervisor_ends_a_seat(client: Client) -> None:
    question = a_question_with_chief(client)
    seat = a_seat(question)
    assert client.post(f"/seats/{seat.pk}/end/", day("on", TODAY)).status_code == 302
    seat.refresh_from_db()
    assert seat.last_day == TODAY
    before = client.post(f"/seats/{seat.pk}/end/", day("on", TODAY - timedelta(days=1)))
    assert before.status_code == 422
    assert "The last day cannot be before the first day." in before.text


def test_a_supervisor_calls_the_panel_with_the_question_as_its_agenda(client: Client) -> None:
    question = a_question_with_chief(client)
    address = f"/questions/{question.pk}/panel/new/"
    shown = client.get(address).text
    assert question.why_now in shown
    assert 'value="3"' in shown
    sent = {"agenda": "Where shall he live?", "quorum": 3, **day("meets_on", TODAY)}
    assert client.post(address, sent).status_code == 302
    assert PanelMeeting.objects.get().agenda == "Where shall he live?"
    late = client.post(address, {**sent, **day("meets_on", TODAY - timedelta(days=1))})
    assert late.status_code == 422
    assert "This day has passed." in late.text
    assert "Where shall he live?" in late.text


def test_the_workspace_shows_the_panel(client: Client) -> None:
    question = a_question_with_chief(client)
    a_seat(question, has_conflict=True)
    a_seat(question, "health", has_conflict=None, as_guest=True)
    shown = client.get(f"/questions/{question.pk}/").text
    for told in ("The father is my cousin.", "Not declared yet", "Guest, without a vote", "Call the panel"):
        assert told in shown
    signed_in(client, question.asked_by)
    assert "The father is my cousin." not in client.get(f"/questions/{question.pk}/").text


@pytest.mark.parametrize("page", ["questions/{0.pk}/panel/seats/new", "questions/{0.pk}/panel/new"])
def test_workers_do_not_call_the_panel_and_strangers_find_nothing(client: Client, page: str) -> None:
    question = a_question(a_file())
    address = f"/{page.format(question)}/"
    assert signed_in(client, question.asked_by).get(address).status_code == 403
    assert signed_in(client, a_supervisor(a_file().unit)).get(address).status_code == 404
    officer = a_user(Role.PLACEMENT_OFFICER, question.unit)
    assert signed_in(client, officer).get(address).status_code == 200


def test_the_answer_page_shows_the_tally_and_asks_for_what_is_missing(client: Client) -> None:
    question = a_question_with_chief(client)
    meeting, seats = a_panel(question)
    a_vote(meeting, seats[0], "disagrees", DISSENT)
    address = f"/meetings/{meeting.pk}/answer/"
    assert DISSENT in client.get(address).text
    sent = {"kind": "defer", "because": "The house was not seen.", **day("on", TODAY)}
    refused = client.post(address, sent)
    assert refused.status_code == 422
    assert "Who defers says what is missing." in refused.text
    assert "The house was not seen." in refused.text
    done = client.post(address, {**sent, "missing": "A visit to the house."})
    assert done.headers["Location"] == f"/meetings/{meeting.pk}/"
    assert "A visit to the house." in client.get(f"/meetings/{meeting.pk}/").text
    assert client.post(address, {**sent, "missing": "More."}).status_code == 422
    assert Resolution.objects.get().missing == "A visit to the house."


def test_conditions_are_written_row_by_row(client: Client) -> None:
    question = a_question_with_chief(client)
    meeting, _seats = a_panel(question)
    worker = worker_of(question.children.get().file)
    address = f"/meetings/{meeting.pk}/answer/"
    sent: dict[str, object] = {"kind": "approve_with_conditions", "because": "Both sides agree."}
    sent |= day("on", TODAY)
    longer = client.post(address, {**sent, "more": "condition"})
    assert longer.status_code == 200
    assert 'name="condition-2-what"' in longer.text
    refused = client.post(address, sent)
    assert refused.status_code == 422
    assert "Who approves with conditions names at least one." in refused.text
    row = {"condition-1-what": "Visit the school.", **day("condition-1-due_on", TODAY + timedelta(days=14))}
    assert client.post(address, {**sent, **row}).status_code == 422
    assert client.post(address, {**sent, **row, "condition-1-responsible": worker.pk}).status_code == 302
    condition = Condition.objects.get()
    assert (condition.what, condition.responsible) == ("Visit the school.", worker)


def test_a_panel_without_a_members_vote_gives_the_reason_on_the_page(client: Client) -> None:
    question = a_question_with_chief(client)
    meeting, _seats = a_panel(question)
    absent = a_seat(question, "education").member
    sent = {"kind": "approve", "because": "All present agree.", **day("on", TODAY)}
    asked = client.post(f"/meetings/{meeting.pk}/answer/", sent)
    assert asked.status_code == 422
    assert absent.full_name in asked.text
    sent["reason_R-26-absent"] = "She is ill."
    assert client.post(f"/meetings/{meeting.pk}/answer/", sent).status_code == 302
    assert "She is ill." in client.get(f"/meetings/{meeting.pk}/").text


def test_the_auditor_reads_the_answer_and_the_dissent_in_full_and_it_is_on_record(client: Client) -> None:
    file = a_file()
    meeting, seats = a_panel(a_question(file))
    a_vote(meeting, seats[0], "disagrees", DISSENT)
    an_answer(meeting)
    auditor = a_user(Role.AUDITOR, file.unit)
    shown = signed_in(client, auditor).get(f"/meetings/{meeting.pk}/").text
    for told in (DISSENT, seats[0].member.full_name, "Approved", "The grandmother knows him"):
        assert told in shown
    event = Event.objects.filter(chain=file.key).latest("position")
    assert (event.act, event.user_id) == ("read_meeting", auditor.pk)
    assert client.get(f"/meetings/{meeting.pk}/answer/").status_code == 403
    assert signed_in(client, a_user(Role.AUDITOR)).get(f"/meetings/{meeting.pk}/").status_code == 404


@pytest.mark.parametrize("meetings", [1, 3])
def test_a_meeting_costs_the_same_however_often_the_panel_met(client: Client, meetings: int) -> None:
    question = a_question_with_chief(client)
    first, _seats = a_panel(question)
    for number in range(1, meetings):
        a_meeting(question, on=TODAY + timedelta(days=number))
    assert cost(client, f"/meetings/{first.pk}/")[0] <= MOST_QUERIES
