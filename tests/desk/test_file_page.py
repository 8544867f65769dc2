"""The first page of a child's file answers at one look."""

from datetime import date, timedelta

import pytest
from django.test import Client

from tests.builders import (
    TODAY,
    a_child,
    a_decision,
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
    siblings,
    signed_in,
    worker_of,
)
from tests.desk.counting import MOST_BYTES, MOST_QUERIES, cost
from vatra.access.models import Appointment, User
from vatra.access.roles import Role
from vatra.casework.actions import close_file, make_plan, record_visit
from vatra.casework.models import File
from vatra.kernel.ledger import Event
from vatra.law.actions import appoint_guardian, end_guardianship, set_legal_status
from vatra.placements.actions import end_placement, place

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]


def page(client: Client, file: File, user: User | None = None) -> str:
    """The page as the worker who answers for the child, or somebody else, sees it."""
    answer = signed_in(client, user or worker_of(file)).get(f"/files/{file.reference}/")
    assert answer.status_code == 200
    return answer.content.decode()


def test_it_says_who_the_child_is_and_where_and_with_whom_she_lives(client: Client) -> None:
    home = a_home("Grandmother Zoja", carer=a_person("Zoja Berisha"))
    file = a_file(a_child("Dren Berisha", birth=date(2018, 6, 1)))
    shown = page(client, a_placement(file, home=home).file)
    for words in ("Dren Berisha", "1 June 2018", "7 years", "Grandmother Zoja", "Cared for by Zoja Berisha"):
        assert words in shown


def test_it_says_what_was_decided_and_why_and_what_the_child_said(client: Client) -> None:
    shown = page(client, a_placement().file)
    assert "The grandmother knows the child and lives near." in shown
    assert "I want to be with my sister." in shown
    assert "Asked about a decision" in shown


def test_the_latest_words_come_first_and_corrected_ones_are_not_shown(client: Client) -> None:
    file = a_file()
    worker = worker_of(file)
    seen = {"file": file, "purpose": "regular", "saw_child": True, "saw_child_alone": False, "account": "-"}
    wrong = record_visit(**seen, visited_on=TODAY, child_words="I like the dog.", reasons={}, by=by(worker))  # type: ignore[arg-type]
    record_visit(
        **seen, visited_on=TODAY, child_words="I like the cat.", reasons={}, by=by(worker), corrects=wrong
    )  # type: ignore[arg-type]
    shown = page(client, file)
    assert "I like the cat." in shown
    assert "I like the dog." not in shown


def test_what_is_due_names_its_rule_and_says_when_the_rule_is_not_verified(client: Client) -> None:
    shown = page(client, a_placement(on=date(2026, 1, 5)).file)
    assert "Hold the review" in shown
    assert "by 5 April 2026" in shown
    assert "UN Guidelines for the Alternative Care of Children, §67" in shown
    assert "Unverified" in shown
    assert "days late, since" in shown


def test_guardian_legal_status_and_plan_are_shown(client: Client) -> None:
    file = a_file()
    worker = worker_of(file)
    set_legal_status(file=file, kind="care_order", ordered_by="Basic Court", from_day=TODAY, by=by(worker))
    goal = {"goal": "Sees a dentist", "measure": "Seen", "who": "Arta", "due_on": TODAY + timedelta(days=30)}
    make_plan(
        file=file,
        aim="return_home",
        other_aim="live_with_kin",
        child_view="",
        family_view="",
        from_day=TODAY,
        review_on=TODAY + timedelta(days=90),
        goals=[goal],
        by=by(worker),
    )
    shown = page(client, file)
    for words in (
        "The guardianship body: Centre for Social Work",
        "Placed by decision of a court or guardianship body: Basic Court",
        "Return to the birth family",
        "Also prepared: Grow up with relatives",
        "Sees a dentist",
    ):
        assert words in shown


def test_a_day_without_guardian_is_counted_where_everybody_sees_it(client: Client) -> None:
    placement = a_placement()
    file = placement.file
    guardianship = file.guardianships.get()
    end_guardianship(
        guardianship=guardianship, on=date(2026, 3, 13), why="Moved away", by=by(worker_of(file))
    )
    assert "3 days without a guardian, since 14 March 2026." in page(client, file)
    appoint_guardian(
        file=file, kind="body", body="Centre", from_day=TODAY - timedelta(days=1), by=by(worker_of(file))
    )
    assert "without a guardian, since" not in page(client, file)


def test_a_day_without_home_is_counted(client: Client) -> None:
    placement = a_placement()
    end_placement(
        placement=placement, last_day=TODAY, reason="home_closed", why="-", by=by(worker_of(placement.file))
    )
    assert "without a home, since" not in page(client, placement.file)
    placement.last_day = date(2026, 3, 15)
    placement.save()
    assert "1 day without a home, since 16 March 2026." in page(client, placement.file)


def test_siblings_in_the_same_home_are_said_to_live_here_too(client: Client) -> None:
    brother, sister = a_child("Dren Berisha"), a_child("Lea Berisha")
    siblings(brother, sister)
    unit = a_unit()
    worker = a_user(unit=unit)
    files = [a_file(brother, worker=worker), a_file(sister, worker=worker)]
    for outcome in a_decision(*files, home=a_home()):
        place(outcome=outcome, first_day=TODAY, reasons={}, by=by(worker))
    shown = page(client, files[0])
    assert "Lea Berisha" in shown
    assert "lives here too" in shown


def test_where_a_sibling_lives_is_told_only_to_those_who_may_open_that_file(client: Client) -> None:
    brother, sister = a_child("Dren Berisha"), a_child("Lea Berisha")
    siblings(brother, sister)
    mine = a_file(brother)
    theirs = a_placement(a_file(sister), home=a_home("Family Hoxha")).file
    shown = page(client, mine)
    assert "Lea Berisha" in shown
    assert "Family Hoxha" not in shown
    assert theirs.reference not in shown
    Appointment.objects.create(
        user=worker_of(mine), unit=theirs.unit, role=Role.SOCIAL_WORKER, first_day=TODAY
    )
    shown = page(client, mine)
    assert "lives elsewhere, with Family Hoxha" in shown
    assert theirs.reference in shown


def test_what_was_decided_can_be_carried_out_from_here(client: Client) -> None:
    file = a_file()
    (outcome,) = a_decision(file)
    shown = page(client, file)
    assert f"/placements/{outcome.pk}" in shown or "Place the child as decided" in shown
    place(outcome=outcome, first_day=TODAY, reasons={}, by=by(worker_of(file)))
    assert "Place the child as decided" not in page(client, file)


def test_a_question_that_waits_is_the_first_thing_to_do(client: Client) -> None:
    file = a_file()
    question = a_question(file)
    shown = page(client, file)
    assert "Go on with the question: Where shall the child live?" in shown
    assert "The child has not been asked yet." in shown
    a_hearing(question)
    assert "The child has not been asked yet." not in page(client, file)


def test_who_may_only_read_is_offered_no_act(client: Client) -> None:
    file = a_file()
    assert "Write down a visit" in page(client, file)
    auditor = a_user(Role.AUDITOR, file.unit)
    assert "What you can do" not in page(client, file, auditor)


def test_nothing_can_be_done_in_a_closed_file(client: Client) -> None:
    file = a_file()
    worker, supervisor = worker_of(file), a_user(Role.SUPERVISOR, file.unit)
    close_file(file=file, on=TODAY, reason="safe_at_home", why="-", by=by(worker))
    assert "What you can do" not in page(client, file, supervisor)


def test_a_stranger_is_not_told_that_the_file_exists(client: Client) -> None:
    file = a_file()
    stranger = signed_in(client, a_user())
    assert stranger.get(f"/files/{file.reference}/").status_code == 404
    assert stranger.get("/files/V-999999/").status_code == 404
    assert not Event.objects.filter(chain=file.key, reading=True).exists()


def test_somebody_who_knows_the_child_but_may_not_read_the_file_is_told_so(client: Client) -> None:
    person = a_person("Zoja Berisha")
    carer = a_user(Role.CARER)
    person.user = carer
    person.save()
    file = a_placement(home=a_home(carer=person)).file
    Appointment.objects.create(user=carer, unit=a_unit(), role=Role.SOCIAL_WORKER, first_day=TODAY)
    assert signed_in(client, carer).get(f"/files/{file.reference}/").status_code == 403


def test_the_reading_is_on_record_with_the_role(client: Client) -> None:
    file = a_file()
    supervisor = a_user(Role.SUPERVISOR, file.unit)
    page(client, file, supervisor)
    event = Event.objects.filter(chain=file.key).latest("position")
    assert (event.act, event.reading, event.user_id, event.role) == (
        "read_file",
        True,
        supervisor.pk,
        "supervisor",
    )


def test_the_page_costs_the_same_however_long_the_child_has_been_known(client: Client) -> None:
    file = a_placement().file
    worker = worker_of(file)
    signed_in(client, worker)
    few, _bytes = cost(client, f"/files/{file.reference}/")
    children = [a_child(f"Lea Berisha{number}") for number in range(30)]
    siblings(file.child, *children)
    for child in children[:3]:
        a_file(child, worker=worker)
    for number in range(30):
        record_visit(
            file=file,
            visited_on=TODAY - timedelta(days=number),
            purpose="regular",
            saw_child=True,
            saw_child_alone=False,
            child_words="Everything is good here.",
            account="-",
            reasons={},
            by=by(worker),
        )
        a_question(file)
    many, size = cost(client, f"/files/{file.reference}/")
    assert many == few <= MOST_QUERIES
    assert size < MOST_BYTES
