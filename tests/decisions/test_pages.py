"""The pages of the decision workspace, as worker, supervisor, stranger and auditor meet them."""

from datetime import timedelta

import pytest
from django.test import Client

from tests.builders import (
    a_child,
    a_decision,
    a_file,
    a_hearing,
    a_home,
    a_placement,
    a_question,
    a_supervisor,
    a_user,
    an_option,
    siblings,
    signed_in,
    worker_of,
)
from tests.desk.counting import MOST_BYTES, MOST_QUERIES, cost
from vatra.access.models import User
from vatra.access.roles import Role
from vatra.casework.models import File
from vatra.decisions.models import Decision, Question, QuestionChild
from vatra.decisions.words import Factor
from vatra.homes.words import FormOfCare
from vatra.kernel import clock
from vatra.kernel.ledger import Event
from vatra.placements.models import Placement

pytestmark = pytest.mark.django_db


def a_file_of_today(name: str = "", worker: User | None = None) -> File:
    """A file whose worker signs in today."""
    return a_file(a_child(name), worker=worker)


def test_a_worker_asks_a_question_about_both_siblings(client: Client) -> None:
    lule = a_file_of_today("Lule Berisha")
    dren = a_file_of_today("Dren Berisha", worker_of(lule))
    siblings(lule.child, dren.child)
    signed_in(client, worker_of(lule))
    answer = client.post(
        f"/files/{lule.reference}/questions/new/first_placement/",
        {
            "together": [dren.pk],
            "causes": ["neglect"],
            "why_now": "The mother is ill.",
            "if_nothing": "Nobody would be at home.",
        },
    )
    question = Question.objects.get()
    assert answer.headers["Location"] == f"/questions/{question.pk}/"
    assert list(question.children.order_by("pk").values_list("file", "causes")) == [
        (lule.pk, ["neglect"]),
        (dren.pk, ["neglect"]),
    ]


def test_what_was_typed_stays_when_something_is_missing(client: Client) -> None:
    file = a_file_of_today()
    signed_in(client, worker_of(file))
    asking = f"/files/{file.reference}/questions/new/gatekeeping/"
    answer = client.post(asking, {"why_now": "Nobody is at home tonight."})
    assert answer.status_code == 422
    assert "Nobody is at home tonight." in answer.text
    assert not Question.objects.exists()


def test_the_childs_words_are_kept_as_the_child_said_them(client: Client) -> None:
    question = a_question(a_file_of_today())
    child = question.children.get()
    signed_in(client, question.asked_by)
    today = clock.today()
    client.post(
        f"/hearings/{child.pk}/",
        {
            "heard": "yes",
            "how": "drawing_play",
            "on_day": today.day,
            "on_month": today.month,
            "on_year": today.year,
            "language": "sq",
            "words": "Dua te gjyshja, ajo ka pula.",
        },
    )
    child.refresh_from_db()
    assert (child.heard_how, child.words) == ("drawing_play", "Dua te gjyshja, ajo ka pula.")


def test_a_hearing_without_words_is_not_a_hearing(client: Client) -> None:
    question = a_question(a_file_of_today())
    child = question.children.get()
    signed_in(client, question.asked_by)
    answer = client.post(f"/hearings/{child.pk}/", {"heard": "yes", "how": "talk"})
    assert answer.status_code == 422
    assert not QuestionChild.objects.get().is_answered


def test_weighing_says_which_way_and_why(client: Client) -> None:
    question = a_question(a_file_of_today())
    option = an_option(question, FormOfCare.KINSHIP, weighed=False)
    signed_in(client, question.asked_by)
    given = {f"{factor}_leaning": "for" for factor in Factor} | {
        f"{factor}_sentence": "Good." for factor in Factor
    }
    assert client.post(f"/options/{option.pk}/", given).status_code == 302
    assert option.weighings.count() == len(Factor)
    one_sided = {"health_leaning": "against"}
    assert "Say in a sentence why" in client.post(f"/options/{option.pk}/", one_sided).text


def test_the_supervisor_issues_on_the_page_and_is_asked_for_reasons_where_a_rule_warns(
    client: Client,
) -> None:
    file = a_file_of_today()
    question = a_question(file)
    an_option(question, FormOfCare.BIRTH_FAMILY)
    kin = an_option(question, FormOfCare.KINSHIP, a_home())
    a_hearing(question)
    signed_in(client, a_supervisor(file.unit))
    day, later = clock.today(), clock.today() + timedelta(days=80)
    given = {
        f"child_{question.children.get().pk}": kin.pk,
        "legal_basis": "Family Law 2004/32",
        "because": "The grandmother knows him.",
        **{f"effective_on_{part}": getattr(day, part) for part in ("day", "month", "year")},
        **{f"review_on_{part}": getattr(later, part) for part in ("day", "month", "year")},
    }
    answer = client.post(f"/questions/{question.pk}/issue/", given)
    assert answer.status_code == 422
    assert "reason_R-07" in answer.text
    assert not Decision.objects.exists()
    reasons = {
        "reason_R-02-prepared": "There was no time.",
        "reason_R-07": "Nothing was to be had.",
        "reason_R-16": "It was night.",
        "reason_R-31-parent": "The mother is in hospital.",
    }
    assert client.post(f"/questions/{question.pk}/issue/", given | reasons).status_code == 302
    assert Decision.objects.get().document["went_on_because"] == {
        "R-02-prepared": "There was no time.",
        "R-07": "Nothing was to be had.",
        "R-16": "It was night.",
        "R-31-parent": "The mother is in hospital.",
    }


def test_a_social_worker_is_not_let_to_the_page_where_decisions_are_issued(client: Client) -> None:
    question = a_question(a_file_of_today())
    signed_in(client, question.asked_by)
    assert client.get(f"/questions/{question.pk}/issue/").status_code == 403


def test_a_stranger_gets_404_and_an_auditor_only_reads(client: Client) -> None:
    question = a_question(a_file_of_today())
    signed_in(client, a_user())
    assert client.get(f"/questions/{question.pk}/").status_code == 404
    signed_in(client, a_user(Role.AUDITOR, question.unit))
    assert client.get(f"/questions/{question.pk}/").status_code == 200
    assert client.get(f"/questions/{question.pk}/options/new/").status_code == 403


def test_reading_a_question_stands_on_the_record_of_every_child(client: Client) -> None:
    lule = a_file_of_today("Lule Berisha")
    dren = a_file_of_today("Dren Berisha", worker_of(lule))
    question = a_question(lule, dren)
    signed_in(client, question.asked_by)
    client.get(f"/questions/{question.pk}/")
    for file in (lule, dren):
        event = Event.objects.filter(chain=file.key).latest("position")
        assert (event.act, event.reading, event.user_id) == ("read_question", True, question.asked_by_id)


@pytest.mark.parametrize("options", [1, 6])
def test_the_workspace_asks_the_database_the_same_number_of_times(client: Client, options: int) -> None:
    question = a_question(a_file_of_today())
    for _number in range(options):
        an_option(question, FormOfCare.KINSHIP)
    signed_in(client, question.asked_by)
    asked, size = cost(client, f"/questions/{question.pk}/")
    # The door and putting the reading on record, then one for each large part of the workspace.
    assert asked <= MOST_QUERIES
    assert size < MOST_BYTES


def test_brothers_and_sisters_are_placed_together_from_one_page(client: Client) -> None:
    lule = a_file_of_today("Lule Berisha")
    dren = a_file_of_today("Dren Berisha", worker_of(lule))
    siblings(lule.child, dren.child)
    one, other = a_decision(lule, dren)
    signed_in(client, worker_of(lule))
    day = clock.today()
    first = {f"first_day_{part}": getattr(day, part) for part in ("day", "month", "year")}
    answer = client.post(f"/outcomes/{one.pk}/place/", {**first, "together": [other.pk]})
    assert answer.status_code == 302
    assert set(Placement.objects.values_list("file", "home", "first_day")) == {
        (lule.pk, one.home_id, day),
        (dren.pk, one.home_id, day),
    }


def test_moving_ends_one_stay_and_begins_the_next_without_a_day_between(client: Client) -> None:
    before = a_placement()
    (outcome,) = a_decision(before.file, kind="change_of_placement")
    signed_in(client, worker_of(before.file))
    day = clock.today()
    first = {f"first_day_{part}": getattr(day, part) for part in ("day", "month", "year")}
    assert (
        client.post(f"/outcomes/{outcome.pk}/place/", {**first, "end_reason": "moved_for_family"}).status_code
        == 302
    )
    before.refresh_from_db()
    assert before.last_day == day - timedelta(days=1)
    assert before.file.placements.get(last_day__isnull=True).first_day == day
