"""A decision and the letters about it are put on paper, kept, and never changed."""

from collections.abc import Mapping
from datetime import date, timedelta
from hashlib import sha256
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from tests.builders import (
    TODAY,
    WENT_ON,
    a_child,
    a_decision,
    a_file,
    a_hearing,
    a_home,
    a_question,
    a_supervisor,
    a_user,
    an_option,
    by,
    siblings,
    signed_in,
    weigh,
    worker_of,
)
from tests.decisions.on_paper import WRITTEN, paper
from tests.desk.counting import MOST_QUERIES
from tests.on_paper import tags_in
from vatra.access.roles import Role
from vatra.decisions.actions import (
    add_option,
    issue,
    make_document,
    record_not_heard,
    record_participant,
    withdraw_decision,
)
from vatra.decisions.documents.languages import DOCUMENT_LANGUAGES
from vatra.decisions.documents.letter_texts import phrases
from vatra.decisions.documents.letters import Reader, first_words
from vatra.decisions.kinds import kind_of
from vatra.decisions.models import IssuedDocument, Option, Outcome, Question
from vatra.decisions.words import AgeBand, ContactMeasure, DocumentKind, HeardHow, NotHeardReason
from vatra.homes.words import FormOfCare
from vatra.kernel.concern import Refused
from vatra.kernel.ledger import Event

pytestmark = pytest.mark.django_db

CHILD, PARENTS, DECISION = DocumentKind.CHILD_LETTER, DocumentKind.PARENTS_LETTER, DocumentKind.DECISION


def a_paper(
    outcome: Outcome, kind: DocumentKind = DECISION, language: str = "en", **given: Any
) -> IssuedDocument:
    """A document made by the worker who answers for the child."""
    letter: Mapping[str, Any] = {"written": WRITTEN} if kind != DECISION else {}
    if kind == CHILD:
        letter = {**letter, "age_band": AgeBand.FROM_8}
    worker = worker_of(outcome.file)
    return make_document(outcome=outcome, kind=kind, language=language, by=by(worker), **{**letter, **given})


def codes(refused: pytest.ExceptionInfo[Refused]) -> set[str]:
    return {concern.code for concern in refused.value.concerns}


def test_the_decision_on_paper_says_everything_it_rests_on() -> None:
    file = a_file(a_child("Lule Berisha"))
    question = a_question(file, kind="first_placement")
    an_option(question, FormOfCare.BIRTH_FAMILY)
    kin = an_option(question, FormOfCare.KINSHIP, a_home("Family Gashi of Peja"))
    a_hearing(question)
    record_participant(
        question=question,
        name="Vjosa Berisha",
        part="parent",
        view="Keep them together.",
        by=by(question.asked_by),
    )
    decision = issue(
        question=question,
        chosen={file.pk: kin},
        legal_basis="Family Law 2004/32, article 77",
        reasons="The grandmother knows the child: #import $x$ *and* @lives <near>.",
        effective_on=TODAY,
        review_on=TODAY + timedelta(days=90),
        appeal_until=TODAY + timedelta(days=15),
        representation="Legal aid office in Peja",
        overrides=WENT_ON,
        by=by(a_supervisor(file.unit), role=Role.SUPERVISOR),
    )
    document = a_paper(decision.outcomes.get())
    said = paper(document)
    for words in (
        f"Decision {decision.number}",
        file.unit.name,
        "Lule Berisha",
        file.reference,
        "Family Gashi of Peja",
        "Family Law 2004/32, article 77",
        "#import $x$ *and* @lives <near>.",
        "The mother is in hospital and nobody else is at home.",
        "I want to be with my sister.",
        "The sisters stay together.",
        "Vjosa Berisha",
        "Keep them together.",
        "Where shall the child live?",
        "Care, protection and safety",
        "Legal aid office in Peja",
        "31 March 2026",
        "14 June 2026",
        decision.issued_by.full_name,
        decision.digest,
    ):
        assert words in said, words
    assert {"H1", "H2", "H3", "TH", "TD"} <= tags_in(document.pdf)


def test_the_event_holds_the_digest_of_the_very_file() -> None:
    (outcome,) = a_decision(a_file())
    document = a_paper(outcome)
    document.refresh_from_db()
    event = Event.objects.filter(chain=outcome.file.key).latest("position")
    assert event.act == "make_document"
    assert event.facts["sha256"] == document.sha256 == sha256(bytes(document.pdf)).hexdigest()


def test_the_same_words_at_the_same_moment_make_the_same_file() -> None:
    (outcome,) = a_decision(a_file())
    one, other = a_paper(outcome, CHILD), a_paper(outcome, CHILD)
    assert (one.pk, one.sha256) != (other.pk, "")
    assert one.sha256 == other.sha256


@pytest.mark.parametrize("language", ["sq", "sr", "en"])
@pytest.mark.parametrize("band", AgeBand)
def test_a_letter_tells_the_child_by_name_in_every_language_and_age(language: str, band: AgeBand) -> None:
    (outcome,) = a_decision(a_file(a_child("Lule Berisha")), home=a_home("Gashi 12"))
    reasons = {"letter-hard": "Names.", "letter-long": "Names."}
    said = paper(a_paper(outcome, CHILD, language, age_band=band, reasons=reasons))
    for words in (
        "Lule!" if language != "en" else "Lule",
        "Gashi 12",
        *WRITTEN.values(),
        outcome.decision.digest,
    ):
        assert words in said, words
    assert "Berisha" not in said.split("Gashi")[0]


def test_the_letter_to_the_parents_does_not_tell_them_what_the_child_said() -> None:
    (outcome,) = a_decision(a_file())
    reader = Reader(outcome, PARENTS, "en")
    begun = first_words(reader, on=TODAY)
    assert begun["why"] == outcome.decision.reasons
    assert "I want to be with my sister." not in str(begun)
    said = paper(a_paper(outcome, PARENTS, written={"why": "You are ill.", "next": "We meet."}))
    assert "I want to be with my sister." not in said
    assert "What you said" not in said


def test_a_letter_to_one_child_says_nothing_about_the_sibling() -> None:
    lule = a_file(a_child("Lule Berisha"))
    dren = a_file(a_child("Dren Berisha"), worker=worker_of(lule))
    siblings(lule.child, dren.child)
    one, other = a_decision(lule, dren)
    assert "Dren" not in paper(a_paper(one, CHILD))
    assert {"Lule Berisha", "Dren Berisha"} <= {
        name for name in ("Lule Berisha", "Dren Berisha") if name in paper(a_paper(other))
    }


def test_a_child_who_was_not_asked_is_told_why() -> None:
    file = a_file()
    question = a_question(file)
    an_option(question, FormOfCare.BIRTH_FAMILY)
    kin = an_option(question, FormOfCare.KINSHIP, a_home())
    record_not_heard(child=question.children.get(), reason="too_ill", by=by(question.asked_by))
    decision = issue(
        question=question,
        chosen={file.pk: kin},
        legal_basis="Law",
        reasons="Because.",
        effective_on=TODAY,
        review_on=TODAY + timedelta(days=90),
        overrides=WENT_ON,
        by=by(a_supervisor(file.unit), role=Role.SUPERVISOR),
    )
    begun = first_words(Reader(decision.outcomes.get(), CHILD, "en"), on=TODAY)
    assert begun["said"] == "You were too ill to talk with us. We will ask you when you feel better."


def test_a_letter_without_why_and_what_comes_next_is_refused() -> None:
    (outcome,) = a_decision(a_file())
    with pytest.raises(Refused) as refused:
        a_paper(outcome, CHILD, written={}, age_band=None)
    assert codes(refused) == {"R-02-why", "R-02-next", "R-02-age"}
    assert not IssuedDocument.objects.exists()


def test_a_hard_letter_to_a_child_asks_why_it_has_to_be() -> None:
    (outcome,) = a_decision(a_file())
    hard = {
        **WRITTEN,
        "why": "Notwithstanding considerable organisational difficulties encountered throughout the preceding"
        " administrative procedure, the responsible institution considered temporary accommodation indispensable.",
    }
    with pytest.raises(Refused) as refused:
        a_paper(outcome, CHILD, written=hard, age_band=AgeBand.UP_TO_7)
    assert "letter-long" in codes(refused)
    assert "Notwithstanding" in str(refused.value)
    kept = dict.fromkeys(codes(refused), "The grandmother reads it with her.")
    a_paper(outcome, CHILD, written=hard, age_band=AgeBand.UP_TO_7, reasons=kept)
    assert (
        "The grandmother reads it with her."
        in Event.objects.filter(chain=outcome.file.key).latest("position").why
    )


def test_no_letter_is_written_about_a_decision_that_no_longer_holds() -> None:
    (outcome,) = a_decision(a_file())
    chief = by(a_supervisor(outcome.file.unit), role=Role.SUPERVISOR)
    withdraw_decision(decision=outcome.decision, on=TODAY, why="A mistake.", by=chief)
    with pytest.raises(Refused) as refused:
        a_paper(outcome, PARENTS)
    assert codes(refused) == {"R-02-in-force"}
    outcome.decision.refresh_from_db()
    assert "This decision was withdrawn on 16 March 2026." in paper(a_paper(outcome))


def test_a_document_that_was_made_cannot_be_changed_even_with_plain_sql() -> None:
    (outcome,) = a_decision(a_file())
    a_paper(outcome)
    with pytest.raises(IntegrityError, match="document_changed"), transaction.atomic():
        IssuedDocument.objects.update(sha256="0" * 64)
    with pytest.raises(IntegrityError, match="document_changed"), transaction.atomic():
        IssuedDocument.objects.all().delete()


@pytest.mark.parametrize(
    ("birth", "band"),
    [
        (date(2018, 3, 17), "up_to_7"),
        (date(2018, 3, 16), "from_8"),
        (date(2013, 3, 17), "from_8"),
        (date(2013, 3, 16), "from_13"),
        (date(2012, 2, 29), "from_13"),
        (None, None),
    ],
)
def test_the_age_on_the_day_of_issue_is_suggested(
    client: Client, birth: date | None, band: str | None
) -> None:
    (outcome,) = a_decision(a_file(a_child(birth=birth)))
    signed_in(client, worker_of(outcome.file))
    page = client.get(f"/outcomes/{outcome.pk}/documents/child_letter/en/")
    assert page.context["form"]["age_band"].initial == band


def posted(**changes: str) -> dict[str, str]:
    """The form of a letter, filled in."""
    return {"age_band": "from_8", **{name.value: words for name, words in WRITTEN.items()}, **changes}


def test_a_worker_makes_a_letter_and_finds_it_with_its_digest(client: Client) -> None:
    (outcome,) = a_decision(a_file())
    signed_in(client, worker_of(outcome.file))
    made = client.post(f"/outcomes/{outcome.pk}/documents/child_letter/sq/", posted(once="page-1"))
    assert made.headers["Location"] == f"/decisions/{outcome.decision_id}/#documents"
    document = IssuedDocument.objects.get()
    shown = client.get(f"/decisions/{outcome.decision_id}/").text
    assert document.sha256 in shown
    assert f"/documents/{document.pk}/" in shown
    assert "8 to 12 years" in shown


def test_a_letter_sent_twice_from_one_page_is_made_once(client: Client) -> None:
    (outcome,) = a_decision(a_file())
    signed_in(client, worker_of(outcome.file))
    for _time in range(2):
        client.post(f"/outcomes/{outcome.pk}/documents/child_letter/en/", posted(once="page-1"))
    assert IssuedDocument.objects.count() == 1


def test_what_was_typed_stays_when_why_is_missing(client: Client) -> None:
    (outcome,) = a_decision(a_file())
    signed_in(client, worker_of(outcome.file))
    answer = client.post(
        f"/outcomes/{outcome.pk}/documents/child_letter/en/", posted(why="", next="We go on Friday.")
    )
    assert answer.status_code == 422
    assert "We go on Friday." in answer.text


def test_the_file_is_fetched_as_it_was_made_and_the_reading_is_recorded(client: Client) -> None:
    (outcome,) = a_decision(a_file())
    document = a_paper(outcome)
    signed_in(client, worker_of(outcome.file))
    answer = client.get(f"/documents/{document.pk}/")
    assert answer.content == bytes(document.pdf)
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["Content-Disposition"].startswith('attachment; filename="the-decision-for-the-file')
    assert outcome.file.child.family_name.lower() not in answer.headers["Content-Disposition"]
    assert "no-store" in answer.headers["Cache-Control"]
    event = Event.objects.filter(chain=outcome.file.key).latest("position")
    assert (event.act, event.reading) == ("read_document", True)


def test_strangers_find_nothing_and_whoever_only_reads_makes_nothing(client: Client) -> None:
    (outcome,) = a_decision(a_file())
    document = a_paper(outcome)
    make, fetch = f"/outcomes/{outcome.pk}/documents/decision/en/", f"/documents/{document.pk}/"
    signed_in(client, a_user())
    assert [client.get(url).status_code for url in (make, fetch)] == [404, 404]
    signed_in(client, a_user(Role.AUDITOR, outcome.file.unit))
    assert [client.get(url).status_code for url in (make, fetch)] == [403, 200]
    assert client.post(make, {}).status_code == 403
    assert "/documents/decision/" not in client.get(f"/decisions/{outcome.decision_id}/").text


@pytest.mark.parametrize("address", ["novel/en", "child_letter/bs", "child_letter/tr"])
def test_a_document_that_does_not_exist_is_not_found(client: Client, address: str) -> None:
    (outcome,) = a_decision(a_file())
    signed_in(client, worker_of(outcome.file))
    assert client.get(f"/outcomes/{outcome.pk}/documents/{address}/").status_code == 404


@pytest.mark.parametrize("documents", [1, 3])
def test_the_decision_page_does_not_read_the_files_themselves(
    client: Client, django_assert_max_num_queries: Any, documents: int
) -> None:
    (outcome,) = a_decision(a_file())
    for _number in range(documents):
        a_paper(outcome)
    signed_in(client, worker_of(outcome.file))
    with django_assert_max_num_queries(MOST_QUERIES) as asked:
        client.get(f"/decisions/{outcome.decision_id}/")
    about = [query["sql"] for query in asked.captured_queries if "decisions_issueddocument" in query["sql"]]
    assert len(about) == 1
    assert '"pdf"' not in about[0]


def test_words_in_brackets_that_a_child_said_are_never_filled_in() -> None:
    (outcome,) = a_decision(a_file())
    written = {**WRITTEN, "said": "You said: “I like {home} and {child}.”"}
    assert "I like {home} and {child}." in paper(a_paper(outcome, CHILD, written=written))


@pytest.mark.parametrize("language", DOCUMENT_LANGUAGES)
def test_there_is_a_sentence_for_whatever_is_decided_and_however_the_child_was_heard(language: str) -> None:
    said = phrases(language)
    for reader in ("child", "parents"):
        assert set(said["decided"][reader]) == set(FormOfCare.values)
        assert set(said["contact"][reader]) == set(ContactMeasure.values)
    assert set(said["said"]) == set(HeardHow.values)
    assert set(said["not_heard"]) == set(NotHeardReason.values)


def test_a_decision_about_contact_is_told_as_one() -> None:
    file = a_file()
    question = a_question(file, kind="contact_restriction")
    measures = [ContactMeasure.AS_BEFORE, ContactMeasure.SUPERVISED]
    options = [a_way_of_contact(question, measure) for measure in measures]
    a_hearing(question)
    decision = issue(
        question=question,
        chosen={file.pk: options[1]},
        legal_basis="Law",
        reasons="The father was drunk at the last visit.",
        effective_on=TODAY,
        review_on=TODAY + timedelta(days=30),
        overrides=WENT_ON,
        by=by(a_supervisor(file.unit), role=Role.SUPERVISOR),
    )
    outcome = decision.outcomes.get()
    assert "Somebody from us stays with you, so that you are safe." in paper(a_paper(outcome, CHILD))
    assert "Contact under supervision" in paper(a_paper(outcome))


def a_way_of_contact(question: Question, measure: ContactMeasure) -> Option:
    """An option about contact, weighed on every factor."""
    worker = by(question.asked_by)
    option = add_option(question=question, contact=measure, in_words=str(measure.label), by=worker)
    for factor in kind_of(question.kind).factors:
        weigh(option=option, factor=factor, leaning="for", sentence="It speaks for it.", by=worker)
    return option
