"""A decision is issued only when nothing that belongs to it is missing."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, transaction

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
    an_option,
    by,
    siblings,
    weigh,
    worker_of,
)
from vatra.access.models import User
from vatra.casework.models import File
from vatra.decisions.actions import issue, justify_separation
from vatra.decisions.models import Decision, Option, Outcome, Question
from vatra.homes.words import FormOfCare
from vatra.kernel.concern import Refused
from vatra.kernel.constraints import refusal_sentence
from vatra.kernel.ledger import Event

pytestmark = pytest.mark.django_db


def decide(question: Question, chosen: dict[File, Option], issuer: User, **changes: object) -> Decision:
    """Issue with everything else in order."""
    return issue(
        **{
            "question": question,
            "chosen": {file.pk: option for file, option in chosen.items()},
            "legal_basis": "Family Law 2004/32",
            "reasons": "The grandmother knows the child.",
            "effective_on": TODAY,
            "review_on": TODAY + timedelta(days=90),
            "overrides": WENT_ON,
            "by": by(issuer, role="supervisor"),
            **changes,
        },
    )


def refusals(refused: pytest.ExceptionInfo[Refused]) -> set[str]:
    """The codes a refused decision was refused with."""
    return {concern.code for concern in refused.value.concerns}


def test_a_complete_decision_is_issued_with_a_number_and_a_digest() -> None:
    file = a_file()
    (outcome,) = a_decision(file)
    decision = outcome.decision
    assert decision.number.startswith("2026/")
    assert len(decision.digest) == 64
    assert decision.document["children"][0]["words"] == "I want to be with my sister."
    event = Event.objects.filter(chain=file.key).latest("position")
    assert (event.act, event.on) == ("issue", TODAY)
    assert event.facts["digest"] == decision.digest


def test_one_option_is_not_a_choice() -> None:
    file = a_file()
    question = a_question(file)
    only = an_option(question, FormOfCare.KINSHIP, a_home())
    a_hearing(question)
    with pytest.raises(Refused) as refused:
        decide(question, {file: only}, a_supervisor(file.unit))
    assert "R-03" in refusals(refused)


def test_the_childs_view_or_a_coded_reason_comes_first() -> None:
    file = a_file()
    question = a_question(file)
    an_option(question, FormOfCare.BIRTH_FAMILY)
    kin = an_option(question, FormOfCare.KINSHIP, a_home())
    with pytest.raises(Refused) as refused:
        decide(question, {file: kin}, a_supervisor(file.unit))
    assert refusals(refused) == {"R-02"}


def test_every_option_is_weighed_on_every_factor() -> None:
    file = a_file()
    question = a_question(file)
    an_option(question, FormOfCare.BIRTH_FAMILY, weighed=False)
    kin = an_option(question, FormOfCare.KINSHIP, a_home())
    a_hearing(question)
    with pytest.raises(Refused) as refused:
        decide(question, {file: kin}, a_supervisor(file.unit))
    assert refusals(refused) == {"R-03-factors"}


def test_poverty_alone_never_separates_a_child_from_the_family() -> None:
    file = a_file()
    question = a_question(file, causes=["poverty", "housing"])
    an_option(question, FormOfCare.BIRTH_FAMILY)
    kin = an_option(question, FormOfCare.KINSHIP, a_home())
    a_hearing(question)
    with pytest.raises(Refused) as refused:
        decide(question, {file: kin}, a_supervisor(file.unit))
    assert refusals(refused) == {"R-08"}


def test_poverty_is_no_obstacle_to_staying_with_the_family() -> None:
    file = a_file()
    question = a_question(file, causes=["poverty"], kind="gatekeeping")
    home = an_option(question, FormOfCare.BIRTH_FAMILY)
    an_option(question, FormOfCare.KINSHIP, a_home())
    a_hearing(question)
    decision = decide(question, {file: home}, a_supervisor(file.unit))
    assert decision.outcomes.get().form == FormOfCare.BIRTH_FAMILY


def test_a_social_worker_cannot_issue() -> None:
    file = a_file()
    question = a_question(file)
    an_option(question, FormOfCare.BIRTH_FAMILY)
    kin = an_option(question, FormOfCare.KINSHIP, a_home())
    a_hearing(question)
    with pytest.raises(Refused) as refused:
        decide(question, {file: kin}, worker_of(file))
    assert refusals(refused) == {"R-22", "R-22-author"}


def test_a_supervisor_of_another_town_cannot_issue() -> None:
    file, elsewhere = a_file(), a_file()
    question = a_question(file)
    an_option(question, FormOfCare.BIRTH_FAMILY)
    kin = an_option(question, FormOfCare.KINSHIP, a_home())
    a_hearing(question)
    with pytest.raises(Refused) as refused:
        decide(question, {file: kin}, a_supervisor(elsewhere.unit))
    assert refusals(refused) == {"R-22"}


def test_splitting_brothers_and_sisters_asks_for_a_reason_per_pair() -> None:
    worker = worker_of(a_file())
    lule, dren = (
        a_file(a_child("Lule Berisha"), worker=worker),
        a_file(a_child("Dren Berisha"), worker=worker),
    )
    siblings(lule.child, dren.child)
    question = a_question(lule, dren)
    an_option(question, FormOfCare.BIRTH_FAMILY)
    one, other = (
        an_option(question, FormOfCare.KINSHIP, a_home()),
        an_option(question, FormOfCare.FOSTER_LONG, a_home()),
    )
    a_hearing(question)
    chief = a_supervisor(lule.unit)
    with pytest.raises(Refused) as refused:
        decide(question, {lule: one, dren: other}, chief)
    assert refusals(refused) == {"R-09"}
    justify_separation(
        question=question,
        file=lule,
        sibling=dren.child,
        reason="different_needs",
        in_words="Lule needs hospital care in Prishtina every week.",
        contact="Every Saturday at the grandmother's.",
        look_again_on=TODAY + timedelta(days=60),
        by=by(worker),
    )
    assert decide(question, {lule: one, dren: other}, chief).outcomes.count() == 2


def test_a_question_is_decided_once() -> None:
    (outcome,) = a_decision(a_file())
    question = outcome.decision.question
    with pytest.raises(IntegrityError) as refused:
        decide(question, {outcome.file: outcome.option}, a_supervisor(outcome.file.unit))
    assert "has been decided" in str(refusal_sentence(refused.value))


def test_a_later_decision_supersedes_and_both_stay() -> None:
    (outcome,) = a_decision(a_file())
    first = outcome.decision
    second = decide(
        first.question,
        {outcome.file: outcome.option},
        a_supervisor(outcome.file.unit),
        supersedes=first,
        reasons="The aunt next door helps now.",
        overrides={**WENT_ON, "R-26-anew": "The grandmother fell ill."},
    )
    first.refresh_from_db()
    assert first.superseded_by == second
    assert Decision.objects.count() == 2


@pytest.mark.parametrize("change", [{"reasons": "Other reasons."}, {"effective_on": date(2026, 1, 1)}])
def test_an_issued_decision_cannot_be_changed_even_with_plain_sql(change: dict[str, object]) -> None:
    (outcome,) = a_decision(a_file())
    with pytest.raises(IntegrityError, match="issued_decision_changed"), transaction.atomic():
        Decision.objects.filter(pk=outcome.decision_id).update(**change)
    with pytest.raises(IntegrityError, match="issued_decision_changed"), transaction.atomic():
        Outcome.objects.filter(pk=outcome.pk).delete()


def test_what_a_decision_rests_on_cannot_be_changed_afterwards() -> None:
    (outcome,) = a_decision(a_file())
    worker = worker_of(outcome.file)
    with pytest.raises(Refused, match="has been decided"):
        weigh(
            option=outcome.option,
            factor="health",
            leaning="against",
            sentence="Changed later.",
            by=by(worker),
        )
    with pytest.raises(IntegrityError, match="ground_of_issued_decision_changed"):
        outcome.option.weighings.update(sentence="Changed with plain SQL.")


def test_the_database_refuses_a_decision_without_the_childs_view() -> None:
    file = a_file()
    question = a_question(file)
    an_option(question, FormOfCare.BIRTH_FAMILY)
    kin = an_option(question, FormOfCare.KINSHIP, a_home())
    decision = Decision.objects.create(
        question=question,
        number="2026/x",
        issued_at=by(worker_of(file)).at,
        issued_by=a_supervisor(file.unit),
        legal_basis="Law",
        reasons="Because.",
        effective_on=TODAY,
        review_on=TODAY + timedelta(days=9),
        document={},
        digest="",
    )
    Outcome.objects.create(decision=decision, file=file, option=kin, form=kin.form, home=kin.home)
    with pytest.raises(IntegrityError, match="decision_issued_without_view"):
        connection.check_constraints()
