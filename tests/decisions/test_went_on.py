"""What a decision was issued against is said in whole sentences, as the issuer read them, beside the reasons."""

import pytest
from django.test import Client
from django.utils import translation

from tests.builders import a_child, a_file, a_question, by, signed_in, worker_of
from tests.decisions.on_paper import paper
from tests.decisions.tellings import a_decision_about
from vatra.decisions.actions import make_document
from vatra.decisions.models import Decision
from vatra.decisions.went_on import WentOn, went_on
from vatra.decisions.words import DocumentKind

pytestmark = pytest.mark.django_db

NO_SUPPORT = "No support for the family of Dren Berisha is on record. Say why none could be tried."


def issued_in(language: str) -> Decision:
    """A decision about Dren that went on although several rules warned."""
    file = a_file(a_child("Dren Berisha"))
    with translation.override(language):
        (outcome,) = a_decision_about(a_question(file), file)
    return outcome.decision


def test_the_page_says_the_sentence_with_its_code_and_the_reason(client: Client) -> None:
    decision = issued_in("en")
    worker = worker_of(decision.outcomes.get().file)
    page = signed_in(client, worker).get(f"/decisions/{decision.pk}/").text
    assert f'{NO_SUPPORT} <span class="govuk-body-s">(R-07)</span>' in page
    assert "Reason: Known and weighed." in page
    assert "Went on although" not in page


def test_the_sentence_is_kept_in_the_words_the_issuer_read() -> None:
    document = issued_in("sq").document
    assert set(document["went_on_against"]) == set(document["went_on_because"])
    assert document["went_on_against"]["R-07"] != NO_SUPPORT
    assert "Dren Berisha" in document["went_on_against"]["R-07"]


def test_a_decision_kept_before_sentences_were_has_its_codes_and_reasons() -> None:
    assert went_on({"went_on_because": {"R-07": "It was night."}}) == [
        WentOn(
            sentence="A rule of the standards asked for a reason before this could be decided.",
            code="R-07",
            reason="It was night.",
        )
    ]


def test_the_paper_for_the_court_says_the_sentence_too() -> None:
    (outcome,) = issued_in("en").outcomes.all()
    worker = worker_of(outcome.file)
    made = make_document(outcome=outcome, kind=DocumentKind.DECISION, language="en", by=by(worker))
    assert f"{NO_SUPPORT} (R-07)" in " ".join(paper(made).split())
