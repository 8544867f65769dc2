"""What a review wants to be decided becomes a question that is weighed and decided."""

import pytest
from django.test import Client

from tests.builders import a_file, at, signed_in, worker_of
from tests.casework.reviews import a_review
from vatra.casework.models import DecisionAskedFor, Review
from vatra.casework.reviews.meeting import Meeting
from vatra.casework.reviews.parts import parts_of
from vatra.decisions.models import Question

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]

WISH = "May he go home for good?"


def a_wish() -> DecisionAskedFor:
    """A wish of a review."""
    return a_review(a_file(), meeting=Meeting(asked_for=[WISH])).asked_for.get()


def ask(client: Client, wish: DecisionAskedFor, number: int | str) -> Question:
    """Ask about contact from the page the link leads to; it needs the fewest answers."""
    file = wish.review.file
    url = f"/files/{file.reference}/questions/new/return_home/?asked_for={number}"
    written = {"why_now": WISH, "if_nothing": "He waits.", "causes": ["housing"]}
    signed_in(client, worker_of(file)).post(url, written)
    return Question.objects.latest("pk")


def test_the_link_leads_to_a_question_that_begins_with_the_words_of_the_review(client: Client) -> None:
    wish = a_wish()
    file = wish.review.file
    browser = signed_in(client, worker_of(file))
    entry = browser.get(f"/entries/reviews/{wish.review.pk}/").content.decode()
    link = f"/files/{file.reference}/questions/new/?asked_for={wish.pk}"
    assert link in entry
    kinds = browser.get(link).content.decode()
    assert f"A review asked for this: {WISH}" in kinds
    page = f"/files/{file.reference}/questions/new/return_home/?asked_for={wish.pk}"
    assert page in kinds
    assert WISH in browser.get(page).content.decode()


def test_the_question_knows_the_wish_and_the_review_leads_to_the_question(client: Client) -> None:
    wish = a_wish()
    question = ask(client, wish, wish.pk)
    assert question.asked_for == wish
    entry = client.get(f"/entries/reviews/{wish.review.pk}/").content.decode()
    assert f"/questions/{question.pk}/" in entry
    assert "Ask this as a question" not in entry


def test_a_correction_still_knows_the_question(client: Client) -> None:
    wish = a_wish()
    question = ask(client, wish, wish.pk)
    again = a_review(
        wish.review.file, meeting=Meeting(asked_for=[WISH, "More visits?"]), corrects=wish.review
    )
    asked_for = parts_of([again, wish.review])[again.pk].asked_for
    assert [(each.what, each.question) for each in asked_for] == [
        (WISH, question.pk),
        ("More visits?", None),
    ]


@pytest.mark.parametrize("number", ["", "nonsense", "999999999"])
def test_a_number_that_is_no_wish_of_this_child_is_left_out(client: Client, number: str) -> None:
    assert ask(client, a_wish(), number).asked_for is None


def test_the_wish_of_another_childs_review_is_left_out(client: Client) -> None:
    other, wish = a_wish(), a_wish()
    assert ask(client, wish, other.pk).asked_for is None
    assert Review.objects.count() == 2
