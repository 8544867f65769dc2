"""The minutes of a review are a document that everybody can read, in each language."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.builders import a_child, a_file, a_user, at, by, siblings, signed_in, worker_of
from tests.casework.reviews import a_goal, a_planned_review, a_review
from tests.on_paper import opened, said_in, tags_in
from vatra.casework.actions import name_cause
from vatra.casework.models import File, Review
from vatra.casework.reviews.meeting import CauseAnswer, GoalAnswer, Meeting, Somebody
from vatra.casework.reviews.minutes import minutes_of
from vatra.casework.words.review import CauseNow, GoalNow
from vatra.kernel.ledger import Event

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]

MOST_QUERIES = 15


def a_whole_review(file: File) -> Review:
    """A review with something under every heading; the guardian was invited and did not come."""
    mother = siblings(file.child)
    worker = worker_of(file)
    cause = name_cause(file=file, kind="housing", since=file.opened_on, by=by(worker))
    meeting = Meeting(
        place="School Dardania",
        present=[Somebody("parent", mother), Somebody("teacher", None, "Mimoza Hoxha")],
        causes=[CauseAnswer(cause, CauseNow.LESS, "A room at the aunt's.")],
        goals=[GoalAnswer(a_goal(file), GoalNow.ON_THE_WAY, "The stove is ordered.")],
        asked_for=["May he sleep at home at weekends?"],
    )
    return a_review(file, meeting=meeting, planned=a_planned_review(file))


def test_the_minutes_say_everything_that_was_told() -> None:
    review = a_whole_review(a_file(a_child("Dren Berisha")))
    said = said_in(minutes_of(review, "en"))
    for words in (
        "Minutes of the review of 12 March 2026",
        "Dren Berisha",
        review.file.reference,
        "School Dardania",
        "I want to go home at the weekend.",
        "Was there and spoke",
        "Vjosa Berisha",
        "Teacher or educator Mimoza Hoxha",
        "Invited and not there Guardian Centre for Social Work",
        "No home or an unfit home Still there, but less than before A room at the aunt's.",
        "A warm room On the way The stove is ordered.",
        "Weekends at home from April.",
        "May he sleep at home at weekends?",
        "By 12 June 2026.",
        f"The review was led by {review.led_by}",
    ):
        assert words in said


def test_a_review_without_the_child_says_why() -> None:
    review = a_review(a_file(), participation="PN7", child_words="", why_without="not_safe")
    assert "It would have put the child in danger." in said_in(minutes_of(review, "en"))


@pytest.mark.parametrize("language", ["sq", "sr", "en"])
def test_the_minutes_are_tagged_and_say_their_language(language: str) -> None:
    pdf = minutes_of(a_whole_review(a_file()), language)
    root = opened(pdf).trailer["/Root"]
    assert (root["/Lang"], root["/MarkInfo"]["/Marked"]) == (language, True)
    assert b"pdfuaid" in root["/Metadata"].get_object().get_data()
    assert {"H1", "H2", "P"} <= tags_in(pdf)


def test_the_same_review_gives_the_same_minutes() -> None:
    review = a_whole_review(a_file())
    assert minutes_of(review, "en") == minutes_of(review, "en")


def test_minutes_of_a_corrected_review_say_that_another_takes_their_place() -> None:
    file = a_file()
    wrong = a_review(file)
    right = a_review(file, corrects=wrong, conclusion="Weekends at home from May.")
    assert "These minutes were corrected." in said_in(minutes_of(wrong, "en"))
    assert "These minutes were corrected." not in said_in(minutes_of(right, "en"))


def test_fetching_the_minutes_is_a_reading_of_the_file(client: Client) -> None:
    review = a_whole_review(a_file())
    browser = signed_in(client, worker_of(review.file))
    with CaptureQueriesContext(connection) as queries:
        answer = browser.get(f"/reviews/{review.pk}/minutes/sq/")
    assert len(queries) <= MOST_QUERIES
    assert (answer.headers["Content-Type"], answer.content[:5]) == ("application/pdf", b"%PDF-")
    assert answer.headers["Cache-Control"] == "no-store, private"
    read = Event.objects.filter(chain=review.file.key, reading=True).latest("position")
    assert (read.act, read.facts) == ("read_minutes", {"earliest": "2026-03-12"})


def test_minutes_are_closed_to_strangers_and_exist_in_three_languages(client: Client) -> None:
    review = a_review(a_file())
    url = f"/reviews/{review.pk}/minutes"
    assert signed_in(client, a_user()).get(f"{url}/en/").status_code == 404
    worker = signed_in(client, worker_of(review.file))
    assert [worker.get(f"{url}/{each}/").status_code for each in ("sr", "de")] == [200, 404]


def test_the_page_of_a_review_opens_with_few_queries(client: Client) -> None:
    review = a_whole_review(a_file())
    browser = signed_in(client, worker_of(review.file))
    for page in ("", "correct/"):
        with CaptureQueriesContext(connection) as queries:
            assert browser.get(f"/entries/reviews/{review.pk}/{page}").status_code == 200
        assert len(queries) <= MOST_QUERIES, page
