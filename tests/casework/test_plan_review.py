"""Planning a review: when, where, who is invited. It satisfies nothing until it is held."""

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.builders import (
    TODAY,
    a_child,
    a_file,
    a_home,
    a_person,
    a_placement,
    at,
    by,
    siblings,
    signed_in,
    worker_of,
)
from tests.casework.reviews import a_planned_review, a_review
from vatra.casework.actions import plan_review, review_did_not_take_place
from vatra.casework.models import File, PlannedReview
from vatra.casework.reviews.around import around
from vatra.kernel.concern import Refused
from vatra.kernel.duty import Duty
from vatra.kernel.ledger import Event

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]

MOST_QUERIES = 15


def page(file: File) -> str:
    return f"/files/{file.reference}/reviews/plan/"


def written(file: File, **told: object) -> dict[str, object]:
    """A review in April at the school, with the child."""
    usual = {"meets_on": "2026-04-10", "place": "School Dardania", "invited": f"child-{file.child.pk}"}
    return {**usual, **told}


def test_a_review_is_planned_with_those_who_are_invited(client: Client) -> None:
    file = a_file()
    mother = siblings(file.child)
    told = written(
        file,
        hour="10:30",
        invited=[f"child-{file.child.pk}", f"parent-{mother.pk}"],
        **{"guest-1-name": "Teacher Mimoza", "guest-1-part": "teacher"},
    )
    answer = signed_in(client, worker_of(file)).post(page(file), told)
    planned = PlannedReview.objects.get()
    assert answer.headers["Location"] == f"/reviews/planned/{planned.pk}/"
    assert (planned.meets_on, str(planned.hour), planned.place) == (
        date(2026, 4, 10),
        "10:30:00",
        "School Dardania",
    )
    invited = [(each.part, each.called) for each in planned.invited.order_by("pk")]
    assert invited == [
        ("child", file.child.name),
        ("parent", mother.name),
        ("teacher", "Teacher Mimoza"),
    ]
    event = Event.objects.filter(chain=file.key, reading=False).latest("position")
    assert (event.act, event.facts["invited"]) == ("plan_review", ["child", "parent", "teacher"])


def test_those_around_the_child_today_are_suggested_each_once() -> None:
    carer = a_person("Zoja Berisha")
    file = a_placement(home=a_home(carer=carer)).file
    mother = siblings(file.child, a_child())
    expected = [
        ("child", file.child.name),
        ("parent", mother.name),
        ("carer", "Zoja Berisha"),
        ("guardian", "Centre for Social Work"),
    ]
    assert [(each.part, each.called) for each in around(file, TODAY)] == expected
    before = [each.part for each in around(file, date(2025, 9, 15))]
    assert before == ["child", "parent", "guardian"]


def test_a_mother_who_died_and_a_guardian_who_is_the_carer_are_not_named_twice_or_in_vain() -> None:
    file = a_file(guardian=False)
    mother = siblings(file.child)
    mother.died_on = date(2026, 1, 1)
    mother.save()
    assert [each.part for each in around(file, TODAY)] == ["child"]


def test_the_page_suggests_the_day_that_the_last_review_had_agreed_on(client: Client) -> None:
    file = a_file()
    a_review(file, next_on=date(2026, 6, 9))
    shown = signed_in(client, worker_of(file)).get(page(file)).content.decode()
    assert [f'value="{each}"' in shown for each in ("9", "6", "2026")] == [True, True, True]


def test_a_review_without_the_child_invited_wants_a_reason(client: Client) -> None:
    file = a_file()
    browser = signed_in(client, worker_of(file))
    answer = browser.post(page(file), written(file, invited=[]))
    assert answer.status_code == 422
    assert "The child is not invited." in answer.content.decode()
    reason = {"reason_R-33-child": "He is in hospital; the doctor asks him."}
    browser.post(page(file), {**written(file, invited=[]), **reason})
    assert PlannedReview.objects.count() == 1


def test_a_second_review_beside_one_that_waits_to_be_held_wants_a_reason(client: Client) -> None:
    file = a_file()
    for day in (date(2026, 4, 2), TODAY):
        a_planned_review(file, meets_on=day, reasons={"R-33-already": "Two teams ask for one each."})
    browser = signed_in(client, worker_of(file))
    answer = browser.post(page(file), written(file))
    assert answer.status_code == 422
    assert "A review is planned for 16 March 2026 already." in answer.content.decode()
    reason = "The court asks for one before its hearing."
    browser.post(page(file), {**written(file), "reason_R-33-already": reason})
    event = Event.objects.filter(chain=file.key, act="plan_review").latest("position")
    assert (PlannedReview.objects.count(), event.why) == (3, reason)


def test_after_one_was_held_or_missed_the_next_is_planned_without_a_reason() -> None:
    held, missed = a_file(), a_file()
    a_review(held, planned=a_planned_review(held))
    assert a_planned_review(held, meets_on=date(2026, 6, 9)).meets_on == date(2026, 6, 9)
    new = review_did_not_take_place(
        planned=a_planned_review(missed),
        because="child_missing",
        account="",
        new_day=date(2026, 3, 23),
        hour=None,
        place="School",
        by=by(worker_of(missed)),
    )
    with pytest.raises(Refused, match="A review is planned for 23 March 2026 already"):
        a_planned_review(missed, meets_on=date(2026, 6, 9))
    a_review(missed, planned=new)
    assert a_planned_review(missed, meets_on=date(2026, 6, 9)).file == missed


def test_a_review_is_planned_for_a_day_to_come(client: Client) -> None:
    file = a_file()
    answer = signed_in(client, worker_of(file)).post(page(file), written(file, meets_on="2026-03-15"))
    assert answer.status_code == 422
    assert "This day has passed. Plan the review for a day to come" in answer.content.decode()
    with pytest.raises(IntegrityError, match="review_planned_into_the_past"), transaction.atomic():
        PlannedReview.objects.create(
            file=file,
            meets_on=date(2026, 3, 15),
            planned_on=TODAY,
            planned_by=worker_of(file),
            place="-",
        )


def test_nothing_is_planned_in_a_closed_file() -> None:
    file = a_file()
    file.closed_on = date(2026, 3, 10)
    with pytest.raises(Refused) as refused:
        plan_review(
            file=file,
            meets_on=date(2026, 4, 10),
            hour=None,
            place="School",
            invited=around(file, TODAY),
            reasons={},
            by=by(worker_of(file)),
        )
    assert [concern.code for concern in refused.value.concerns] == ["file-closed"]


def test_a_planned_review_satisfies_no_clock_and_a_held_one_does() -> None:
    file = a_placement().file
    due = Duty.objects.filter(chain=file.key, rule="review")
    before = list(due.values_list("basis_on", "due_on"))
    assert len(before) == 1
    planned = a_planned_review(file)
    assert list(due.values_list("basis_on", "due_on")) == before
    a_review(file, planned=planned, held_on=TODAY, next_on=date(2026, 6, 16))
    assert list(due.values_list("basis_on", "due_on")) == [(TODAY, date(2026, 6, 16))]


def test_a_planned_review_shows_on_the_file_until_it_is_held(client: Client) -> None:
    file = a_file()
    planned = a_planned_review(file)
    browser = signed_in(client, worker_of(file))
    url = f"/files/{file.reference}/"
    shown = browser.get(url).content.decode()
    assert "Review planned for 16 March 2026" in shown
    assert f"/reviews/planned/{planned.pk}/hold/" in shown
    assert f"/files/{file.reference}/reviews/plan/" not in shown
    a_review(file, planned=planned)
    afterwards = browser.get(url).content.decode()
    assert "Review planned for" not in afterwards
    assert f"/files/{file.reference}/reviews/plan/" in afterwards


def test_the_page_of_a_planned_review_says_what_became_of_it(client: Client) -> None:
    file = a_file()
    planned = a_planned_review(file)
    browser = signed_in(client, worker_of(file))
    url = f"/reviews/planned/{planned.pk}/"
    with CaptureQueriesContext(connection) as queries:
        open_page = browser.get(url).content.decode()
    assert len(queries) <= MOST_QUERIES
    for told in ("16 March 2026", "10:00", "School Dardania", "Write down that it was held"):
        assert told in open_page
    review = a_review(file, planned=planned)
    held = browser.get(url).content.decode()
    assert f"/entries/reviews/{review.pk}/" in held
    assert "Write down that it was held" not in held


def test_the_page_to_plan_keeps_what_was_typed_when_one_more_is_added(client: Client) -> None:
    file = a_file()
    answer = signed_in(client, worker_of(file)).post(page(file), {**written(file), "more": "guest"})
    text = answer.content.decode()
    assert ('name="guest-3-name"' in text, "School Dardania" in text) == (True, True)
    assert PlannedReview.objects.count() == 0


@pytest.mark.parametrize("hour", ["10 o'clock", "25:00"])
def test_a_time_that_cannot_be_read_is_said_at_its_box(client: Client, hour: str) -> None:
    file = a_file()
    answer = signed_in(client, worker_of(file)).post(page(file), written(file, hour=hour))
    assert answer.status_code == 422
    assert 'href="#id_hour"' in answer.content.decode()


def test_pages_about_a_planned_review_open_with_few_queries(client: Client) -> None:
    file = a_placement().file
    siblings(file.child, a_child())
    planned = a_planned_review(file)
    browser = signed_in(client, worker_of(file))
    for what in ("hold/", "missed/"):
        with CaptureQueriesContext(connection) as queries:
            assert browser.get(f"/reviews/planned/{planned.pk}/{what}").status_code == 200
        assert len(queries) <= MOST_QUERIES, what
