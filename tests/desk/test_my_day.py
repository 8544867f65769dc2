"""My day: what waits for this person, by what this person is to which children."""

from datetime import date, timedelta

import pytest
import time_machine
from django.test import Client

from tests.builders import (
    TODAY,
    a_child,
    a_file,
    a_hearing,
    a_home,
    a_person,
    a_placement,
    a_question,
    a_unit,
    a_user,
    at,
    by,
    signed_in,
    worker_of,
)
from tests.desk.counting import MOST_BYTES, MOST_QUERIES, cost
from tests.desk.many import a_child_living_in
from vatra.access.models import User
from vatra.access.roles import Role
from vatra.casework.actions import hand_over, open_page, write_note
from vatra.casework.models import File
from vatra.decisions.actions import declare_interest, seat_member
from vatra.kernel.drafts import save_draft
from vatra.kernel.duty import Duty
from vatra.law.actions import end_guardianship

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]


def day_of(client: Client, user: User) -> str:
    answer = signed_in(client, user).get("/")
    assert answer.status_code == 200
    shown = answer.content.decode()
    return shown[shown.index("<main") : shown.index("</main>")]


def note_by(user: User, file: File, on: date) -> None:
    with time_machine.travel(at(on), tick=False):
        write_note(file=file, noted_on=on, note="-", reasons={}, by=by(user, on))


def test_what_is_late_comes_before_what_is_due_soon(client: Client) -> None:
    file = a_placement(a_file(a_child("Dren Berisha")), on=date(2025, 12, 20)).file
    shown = day_of(client, worker_of(file))
    assert shown.index(">Late") < shown.index("days late, since") < shown.index("Due soon")
    assert shown.index("Due soon") < shown.index("by 20 March 2026")
    assert "Dren Berisha" in shown


def test_what_is_due_rests_on_a_rule_that_is_named(client: Client) -> None:
    shown = day_of(client, worker_of(a_placement().file))
    assert "On which rules this rests" in shown
    assert "UN Guidelines for the Alternative Care of Children, §67" in shown
    assert "Unverified" in shown


def test_duties_of_children_i_no_longer_answer_for_are_not_mine(client: Client) -> None:
    file = a_placement().file
    before, follower = worker_of(file), a_user(unit=file.unit)
    hand_over(file=file, worker=follower, on=TODAY, why="-", by=by(before))
    assert file.child.name not in day_of(client, before)
    assert file.child.name in day_of(client, follower)


def test_a_child_of_mine_without_a_guardian_is_the_first_thing_i_see(client: Client) -> None:
    file = a_placement().file
    worker = worker_of(file)
    end_guardianship(guardianship=file.guardianships.get(), on=date(2026, 3, 15), why="-", by=by(worker))
    shown = day_of(client, worker)
    assert shown.index("1 day without a guardian, since 16 March 2026.") < shown.index(">Late")


def test_what_others_did_since_yesterday_is_told_and_what_i_did_is_not(client: Client) -> None:
    file = a_file()
    worker, colleague = worker_of(file), a_user(unit=file.unit)
    note_by(colleague, file, TODAY - timedelta(days=1))
    note_by(worker, file, TODAY)
    open_page(file=file, page="file", by=by(colleague))
    shown = day_of(client, worker)
    assert shown.count("wrote a note") == 1
    assert f"{colleague.full_name} wrote a note" in shown


def test_what_others_did_before_yesterday_is_not_news(client: Client) -> None:
    file = a_file()
    note_by(a_user(unit=file.unit), file, TODAY - timedelta(days=2))
    assert "wrote a note" not in day_of(client, worker_of(file))


def test_my_drafts_lead_back_to_where_i_was_writing(client: Client) -> None:
    file = a_file()
    worker, other = worker_of(file), a_user()
    save_draft(worker.pk, "casework:new_visit", file.reference, {"account": "We sat in the garden."})
    save_draft(worker.pk, "casework:of_an_older_version", "-", {})
    shown = day_of(client, worker)
    assert f'href="/files/{file.reference}/visits/new/"' in shown
    assert "We sat in the garden." not in shown
    assert "My drafts" not in day_of(client, other)


def test_questions_that_wait_say_whether_the_child_was_asked(client: Client) -> None:
    file = a_file()
    question = a_question(file)
    shown = day_of(client, worker_of(file))
    assert "Where shall the child live?" in shown
    assert "The child has not been asked yet." in shown
    a_hearing(question)
    assert "The child has not been asked yet." not in day_of(client, worker_of(file))


def test_a_supervisor_sees_what_is_late_in_the_units_below_and_what_waits_for_a_decision(
    client: Client,
) -> None:
    centre = a_unit("Centre")
    file = a_file(a_child("Dren Berisha"), unit=a_unit("Team", parent=centre))
    a_placement(file)
    a_question(a_file(a_child("Lea Gashi"), unit=file.unit))
    elsewhere = a_placement(a_file(a_child("Ema Hoxha"))).file
    shown = day_of(client, a_user(Role.SUPERVISOR, centre))
    for words in ("Late in my unit", "Dren Berisha", "days late, since", "Questions that wait", "Lea Gashi"):
        assert words in shown
    assert elsewhere.child.name not in shown


def test_a_carer_sees_the_children_who_live_there_today_and_no_file(client: Client) -> None:
    person, carer = a_person("Zoja Gashi"), a_user(Role.CARER)
    person.user = carer
    person.save()
    home = a_home(carer=person)
    file = a_placement(a_file(a_child("Dren Berisha")), home=home).file
    other = a_placement(a_file(a_child("Lea Gashi"))).file
    shown = day_of(client, carer)
    assert "Dren Berisha" in shown
    assert other.child.name not in shown
    assert file.reference not in shown


def test_a_panel_member_is_led_to_the_question_only(client: Client) -> None:
    file = a_file()
    question, member = a_question(file), a_user(Role.PANEL_MEMBER)
    seat = seat_member(
        question=question,
        member=member,
        discipline="law",
        first_day=TODAY,
        last_day=TODAY + timedelta(days=7),
        by=by(worker_of(file)),
    )
    declare_interest(seat=seat, has_conflict=False, conflict="", by=by(member))
    assert f'href="/questions/{question.pk}/pack/"' in day_of(client, member)
    assert "Nothing waits for you today." in day_of(client, a_user(Role.PANEL_MEMBER))


@pytest.mark.parametrize("role", [Role.DONOR_RELATIONS, Role.ADVOCACY_OFFICER, Role.ADMINISTRATOR])
def test_who_answers_for_no_child_gets_a_plain_page(client: Client, role: Role) -> None:
    a_placement()
    shown = day_of(client, a_user(role))
    assert "Nothing waits for you today." in shown
    assert "V-0" not in shown


def test_the_young_person_is_greeted(client: Client) -> None:
    assert "Hello. It is good that you are here." in day_of(client, a_user(Role.YOUNG_PERSON))


@pytest.mark.parametrize("role", list(Role))
def test_every_role_has_a_day(client: Client, role: Role) -> None:
    assert "My day" in day_of(client, a_user(role))


def test_somebody_whose_appointment_ended_has_none(client: Client) -> None:
    user = a_user()
    user.appointments.update(last_day=TODAY - timedelta(days=1))
    assert signed_in(client, user).get("/").status_code == 403


@pytest.mark.parametrize("role", [Role.SOCIAL_WORKER, Role.SUPERVISOR])
def test_the_day_costs_the_same_with_one_child_and_with_thirty(client: Client, role: Role) -> None:
    unit = a_unit()
    worker = a_user(unit=unit)
    user = worker if role == Role.SOCIAL_WORKER else a_user(role, unit)
    home = a_home(children=60)

    colleague = a_user(unit=unit)

    def a_late_child() -> None:
        file = a_child_living_in(home, worker=worker)
        a_question(file)
        end_guardianship(guardianship=file.guardianships.get(), on=date(2026, 1, 1), why="-", by=by(worker))
        note_by(colleague, file, TODAY)

    a_late_child()
    signed_in(client, user)
    few, _bytes = cost(client, "/")
    for _number in range(29):
        a_late_child()
    many, size = cost(client, "/")
    assert Duty.objects.overdue_on(TODAY).count() > 60
    assert many == few <= MOST_QUERIES
    assert size < MOST_BYTES
