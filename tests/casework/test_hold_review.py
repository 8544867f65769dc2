"""Holding a review: the child's part, causes and goals looked at again, decisions asked for, the next day."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from tests.builders import a_child, a_file, a_person, a_unit, a_user, at, by, siblings, signed_in, worker_of
from tests.casework.reviews import WRITTEN, a_goal, a_planned_review, a_review
from vatra.access.roles import Role
from vatra.casework.actions import name_cause, settle_cause
from vatra.casework.models import File, Review
from vatra.casework.reviews.meeting import CauseAnswer, GoalAnswer, Meeting, Somebody
from vatra.casework.words.review import CauseNow, GoalNow
from vatra.kernel.concern import Refused
from vatra.kernel.ledger import Event

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]


def page(file: File) -> str:
    return f"/files/{file.reference}/reviews/new/"


def newest_event(file: File) -> Event:
    return Event.objects.filter(chain=file.key, reading=False).latest("position")


def codes(refused: pytest.ExceptionInfo[Refused]) -> set[str]:
    return {concern.code for concern in refused.value.concerns}


def test_a_review_is_held_and_the_next_one_is_due_three_months_later(client: Client) -> None:
    file = a_file()
    signed_in(client, worker_of(file)).post(page(file), WRITTEN)
    review = Review.objects.get()
    assert (review.child_words, review.next_on) == (WRITTEN["child_words"], date(2026, 6, 12))
    assert newest_event(file).act == "hold_review"


def test_three_months_after_30_november_is_the_last_of_february(client: Client) -> None:
    file = a_file()
    signed_in(client, worker_of(file)).post(page(file), {**WRITTEN, "held_on": "2025-11-30"})
    assert Review.objects.get().next_on == date(2026, 2, 28)


def test_the_day_the_page_suggests_moves_with_the_day_of_the_review(client: Client) -> None:
    file = a_file()
    browser = signed_in(client, worker_of(file))
    assert 'value="16"' in browser.get(page(file)).content.decode()
    suggested = {"next_on_day": "16", "next_on_month": "6", "next_on_year": "2026"}
    browser.post(page(file), {**WRITTEN, **suggested})
    assert Review.objects.get().next_on == date(2026, 6, 12)


def test_a_later_day_than_the_law_of_the_file_allows_wants_a_reason(client: Client) -> None:
    file = a_file()
    browser = signed_in(client, worker_of(file))
    late = {**WRITTEN, "next_on": "2026-09-01"}
    answer = browser.post(page(file), late)
    assert answer.status_code == 422
    assert "The next review is due by 12 June 2026." in answer.content.decode()
    browser.post(page(file), {**late, "reason_R-33-interval": "The court sits in August."})
    assert Review.objects.get().next_on == date(2026, 9, 1)
    assert newest_event(file).why == "The court sits in August."


def test_the_next_review_lies_after_this_one(client: Client) -> None:
    file = a_file()
    answer = signed_in(client, worker_of(file)).post(page(file), {**WRITTEN, "next_on": "2026-03-12"})
    assert answer.status_code == 422
    assert "The next review lies after this one." in answer.content.decode()


@pytest.mark.parametrize("part", ["PN1", "PN2", "PN3", "PN5", "PN6", "OB"])
def test_a_review_with_the_child_holds_the_childs_words(client: Client, part: str) -> None:
    file = a_file()
    silent = {**WRITTEN, "participation": part, "child_words": ""}
    answer = signed_in(client, worker_of(file)).post(page(file), silent)
    assert answer.status_code == 422
    assert "Write down what the child said, sent or showed." in answer.content.decode()
    assert Review.objects.count() == 0


@pytest.mark.parametrize("part", ["PN4", "PN7"])
def test_a_review_without_the_child_says_why_by_a_code(client: Client, part: str) -> None:
    file = a_file()
    browser = signed_in(client, worker_of(file))
    silent = {**WRITTEN, "participation": part, "child_words": ""}
    refused = browser.post(page(file), silent)
    assert refused.status_code == 422
    assert "Choose the reason why the child has no part." in refused.content.decode()
    browser.post(page(file), {**silent, "why_without": "too_ill"})
    assert Review.objects.get().why_without == "too_ill"


def test_the_database_too_refuses_a_review_without_the_childs_part_or_a_reason() -> None:
    file = a_file()
    for without in (
        {"participation": "PN1"},
        {"participation": "PN7"},
        {"participation": "PN4", "child_words": "-"},
    ):
        with pytest.raises(IntegrityError, match="review_without_the_childs_part"), transaction.atomic():
            Review.objects.create(file=file, held_on=date(2026, 3, 12), **without)
    with pytest.raises(IntegrityError, match="reason_although_the_child_took_part"), transaction.atomic():
        Review.objects.create(
            file=file, held_on=date(2026, 3, 12), participation="PN1", child_words="-", why_without="too_ill"
        )


def test_a_review_that_was_taken_over_stays_valid_without_any_of_it() -> None:
    for code in ("PN0", "PN4", "PN7"):
        Review.objects.create(file=a_file(), held_on=date(2026, 3, 12), participation=code, source_code=code)
    assert Review.objects.count() == 3


def test_the_youngest_are_observed_and_never_exempt(client: Client) -> None:
    file = a_file(a_child(birth=date(2023, 8, 1)))
    browser = signed_in(client, worker_of(file))
    exempt = browser.post(page(file), {**WRITTEN, "participation": "PN0"})
    assert exempt.status_code == 422
    browser.post(page(file), {**WRITTEN, "participation": "OB"})
    assert Review.objects.get().participation == "OB"


def test_from_four_on_only_to_observe_wants_a_reason() -> None:
    observed = {"participation": "OB", "child_words": "She hid behind the carer."}
    turned_four = a_file(a_child(birth=date(2022, 3, 12)))
    with pytest.raises(Refused) as refused:
        a_review(turned_four, **observed)
    assert codes(refused) == {"R-33-observed"}
    a_review(turned_four, **observed, reasons={"R-33-observed": "She does not speak yet."})
    a_review(a_file(a_child(birth=date(2022, 3, 13))), **observed)
    a_review(a_file(a_child(birth=None)), **observed)
    assert Review.objects.count() == 3


def test_that_nobody_observed_a_small_child_wants_a_reason() -> None:
    without = {"participation": "PN7", "child_words": "", "why_without": "too_ill"}
    with pytest.raises(Refused) as refused:
        a_review(a_file(a_child(birth=date(2024, 1, 1))), **without)
    assert codes(refused) == {"R-33-youngest"}


def test_the_page_asks_again_about_every_cause_that_held_on_the_day(client: Client) -> None:
    file = a_file()
    since, actor = date(2025, 10, 1), by(worker_of(file))
    name_cause(file=file, kind="housing", since=since, by=actor)
    settled = name_cause(file=file, kind="no_work", since=since, by=actor)
    settle_cause(cause=settled, until=date(2026, 1, 31), why="The father works again.", by=actor)
    browser = signed_in(client, worker_of(file))
    today = browser.get(page(file)).content.decode()
    assert ("No home or an unfit home" in today, "No work or income" in today) == (True, False)
    before = browser.post(page(file), {**WRITTEN, "held_on": "2026-01-20"})
    assert before.status_code == 422
    assert "No work or income" in before.content.decode()
    assert Review.objects.count() == 0


def test_a_review_answers_for_every_cause() -> None:
    file = a_file()
    name_cause(file=file, kind="housing", since=date(2025, 10, 1), by=by(worker_of(file)))
    with pytest.raises(Refused) as refused:
        a_review(file)
    assert codes(refused) == {"R-07-again"}


def test_a_cause_that_is_no_longer_there_ends_with_the_review_and_a_goal_with_its_result(
    client: Client,
) -> None:
    file = a_file()
    actor = by(worker_of(file))
    gone = name_cause(file=file, kind="housing", since=date(2025, 10, 1), by=actor)
    less = name_cause(file=file, kind="poverty", since=date(2025, 10, 1), by=actor)
    goal = a_goal(file)
    answers = {
        f"cause-{gone.pk}-now": "gone",
        f"cause-{gone.pk}-account": "A flat of the municipality.",
        f"cause-{less.pk}-now": "less",
        f"goal-{goal.pk}-now": "reached",
    }
    browser = signed_in(client, worker_of(file))
    browser.post(page(file), {**WRITTEN, **answers})
    for row in (gone, less, goal):
        row.refresh_from_db()
    assert (gone.last_day, less.last_day) == (date(2026, 3, 12), None)
    assert (goal.result, goal.result_on) == ("reached", date(2026, 3, 12))
    read = browser.get(f"/entries/reviews/{Review.objects.get().pk}/").content.decode()
    for told in ("Are the causes still there?", "A flat of the municipality.", "A warm room", "Reached"):
        assert told in read


def test_a_correction_takes_back_that_a_cause_and_a_goal_have_ended() -> None:
    file = a_file()
    cause = name_cause(file=file, kind="housing", since=date(2025, 10, 1), by=by(worker_of(file)))
    goal = a_goal(file)
    wrong = a_review(
        file,
        meeting=Meeting(
            causes=[CauseAnswer(cause, CauseNow.GONE)], goals=[GoalAnswer(goal, GoalNow.REACHED)]
        ),
    )
    answers = Meeting(
        causes=[CauseAnswer(cause, CauseNow.STILL)], goals=[GoalAnswer(goal, GoalNow.ON_THE_WAY)]
    )
    a_review(file, meeting=answers, corrects=wrong)
    cause.refresh_from_db()
    goal.refresh_from_db()
    assert (cause.last_day, goal.result, goal.result_on) == (None, None, None)


def test_a_correction_leaves_alone_what_was_settled_elsewhere() -> None:
    file = a_file()
    actor = by(worker_of(file))
    cause = name_cause(file=file, kind="housing", since=date(2025, 10, 1), by=actor)
    still = Meeting(causes=[CauseAnswer(cause, CauseNow.STILL)])
    wrong = a_review(file, meeting=still)
    settle_cause(cause=cause, until=date(2026, 3, 14), why="They moved.", by=actor)
    a_review(file, meeting=still, corrects=wrong)
    cause.refresh_from_db()
    assert cause.last_day == date(2026, 3, 14)


def test_who_was_there_is_ticked_or_named_and_who_was_invited_and_did_not_come_is_seen(
    client: Client,
) -> None:
    file = a_file()
    mother = siblings(file.child)
    planned = a_planned_review(file)
    browser = signed_in(client, worker_of(file))
    url = f"/reviews/planned/{planned.pk}/hold/"
    shown = browser.get(url).content.decode()
    assert f'value="parent-{mother.pk}"' in shown
    assert f'value="child-{file.child.pk}"' not in shown
    written = {
        **WRITTEN,
        "held_on": "2026-03-16",
        "there": [f"parent-{mother.pk}"],
        "guest-1-name": "Teacher Mimoza",
        "guest-1-part": "teacher",
    }
    answer = browser.post(url, written)
    review = Review.objects.get()
    assert answer.headers["Location"] == f"/entries/reviews/{review.pk}/"
    came = [(each.part, each.called) for each in review.present.order_by("pk")]
    assert came == [("parent", mother.name), ("teacher", "Teacher Mimoza")]
    assert review.planned == planned
    read = browser.get(answer.headers["Location"]).content.decode()
    absent = read.split("Invited and not there")[1]
    assert "Centre for Social Work" in absent
    assert mother.name not in absent.split("</dl>")[0]


def test_somebody_is_there_once() -> None:
    person = a_person()
    twice = Meeting(present=[Somebody("parent", person), Somebody("carer", person)])
    with pytest.raises(IntegrityError, match="person_twice_at_review"):
        a_review(a_file(), meeting=twice)


def test_add_somebody_gives_one_more_row_and_keeps_what_was_typed(client: Client) -> None:
    file = a_file()
    answer = signed_in(client, worker_of(file)).post(page(file), {**WRITTEN, "more": "guest"})
    text = answer.content.decode()
    assert answer.status_code == 200
    assert ('name="guest-3-name"' in text, 'name="guest-4-name"' in text) == (True, False)
    assert WRITTEN["conclusion"] in text
    assert "Some things need another look" not in text
    more = client.post(page(file), {**WRITTEN, "more": "decision"}).content.decode()
    assert ('name="decision-2-what"' in more, 'name="decision-3-what"' in more) == (True, False)


def test_a_planned_review_is_held_once() -> None:
    file = a_file()
    planned = a_planned_review(file, meets_on=date(2026, 3, 12))
    first = a_review(file, planned=planned)
    with pytest.raises(Refused) as refused:
        a_review(file, planned=planned)
    assert codes(refused) == {"review-held"}
    assert a_review(file, planned=planned, corrects=first).planned == planned


def test_a_correction_begins_with_everything_the_review_said(client: Client) -> None:
    file = a_file()
    mother = siblings(file.child)
    goal = a_goal(file)
    meeting = Meeting(
        place="School Dardania",
        present=[Somebody("parent", mother), Somebody("teacher", None, "Teacher Mimoza")],
        goals=[GoalAnswer(goal, GoalNow.PARTLY, "The stove came.")],
        asked_for=["May he sleep at home at weekends?"],
    )
    review = a_review(file, meeting=meeting)
    browser = signed_in(client, worker_of(file))
    form = browser.get(f"/entries/reviews/{review.pk}/correct/").content.decode()
    for told in ("School Dardania", "Teacher Mimoza", "The stove came.", "May he sleep at home at weekends?"):
        assert told in form
    assert form.count(" checked") == 4  # the mother, the teacher, PN1, the goal
    sent = {
        **WRITTEN,
        "place": "At home",
        "there": f"parent-{mother.pk}",
        f"goal-{goal.pk}-now": "partly",
        "decision-1-what": "May he sleep at home at weekends?",
    }
    browser.post(f"/entries/reviews/{review.pk}/correct/", sent)
    newest = Review.objects.get(corrects=review)
    assert (newest.place, newest.present.count(), newest.asked_for.count()) == ("At home", 1, 1)


def test_a_stranger_finds_no_planned_review_and_an_auditor_only_reads_it(client: Client) -> None:
    unit = a_unit()
    planned = a_planned_review(a_file(unit=unit))
    pages = [f"/reviews/planned/{planned.pk}/{what}" for what in ("", "hold/", "missed/")]
    stranger = signed_in(client, a_user())
    assert [stranger.get(each).status_code for each in pages] == [404, 404, 404]
    assert stranger.get(f"/reviews/planned/{planned.pk + 1}/").status_code == 404
    auditor = signed_in(client, a_user(Role.AUDITOR, unit))
    assert [auditor.get(each).status_code for each in pages] == [200, 403, 403]
    assert Review.objects.count() == 0
