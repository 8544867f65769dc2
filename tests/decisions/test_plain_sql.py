"""What the database itself refuses a decision that no act has made."""

import pytest
from django.db import IntegrityError, connection, transaction

from tests.builders import TODAY, a_file, a_hearing, a_home, a_question, a_supervisor, a_unit, an_option, at
from tests.decisions.panels import a_panel, an_answer
from tests.decisions.plain_attempts import ATTEMPTS
from tests.kernel.builders import plain_sql, the_role_of_the_application
from vatra.access.models import User
from vatra.decisions.kinds import kind_of
from vatra.decisions.models import IssuedDocument, LetterText, Question
from vatra.decisions.words import QuestionKind
from vatra.kernel.constraints import refusal_sentence

pytestmark = pytest.mark.django_db


def ready(kind: str = "first_placement", *, weighed: bool = True) -> Question:
    """A question that lacks nothing, but perhaps the weighing."""
    question = a_question(a_file(), kind=kind)
    an_option(question, "birth_family", weighed=weighed)
    an_option(question, "kinship", a_home(), weighed=weighed)
    a_hearing(question)
    return question


def forge(issuer: User) -> None:
    """A decision on the first question, written past the act."""
    given = {"nth": 0, "by": issuer.pk, "at": at(), "day": TODAY}
    with transaction.atomic(), the_role_of_the_application(), connection.cursor() as cursor:
        cursor.execute(ATTEMPTS["decide without the act"], given)
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def refused(issuer: User) -> str:
    with pytest.raises(IntegrityError) as error:
        forge(issuer)
    return refusal_sentence(error.value) or str(error.value)


def test_a_complete_question_could_be_decided_by_its_supervisor() -> None:
    question = ready()
    forge(a_supervisor(question.unit))
    assert question.decisions.get().outcomes.count() == 1


def test_a_supervisor_above_may_too() -> None:
    centre = a_unit()
    question = a_question(a_file(unit=a_unit(parent=centre)))
    an_option(question, "birth_family")
    an_option(question, "kinship", a_home())
    a_hearing(question)
    forge(a_supervisor(centre))
    assert question.decisions.count() == 1


def test_a_supervisor_of_another_unit_does_not_decide() -> None:
    ready()
    assert refused(a_supervisor(a_unit())) == "Only a supervisor appointed on that day may issue a decision."


def test_as_many_factors_as_wanted_are_not_the_factors_wanted() -> None:
    question = ready("emergency", weighed=False)
    supervisor = a_supervisor(question.unit)
    for nth in range(2):
        with connection.cursor() as cursor:
            cursor.execute(ATTEMPTS["weigh beside what was asked"], {"nth": nth, "by": question.asked_by_id})
    assert refused(supervisor) == "Every option is weighed on every factor before the decision."


KEPT = {
    "decision": "An issued decision is never changed. Issue a new one that supersedes it.",
    "outcome": "An issued decision is never changed. Issue a new one that supersedes it.",
    "panelmeeting": "What the panel was called for stays as it is. Call it anew.",
    "resolution": "What the panel said stays as it is. It can meet again.",
    "lettertext": "An edition of a letter stays as it was. Write a new edition.",
    "issueddocument": "A document that was made stays as it is. Make a new one.",
}


@pytest.mark.parametrize(("table", "sentence"), KEPT.items())
@pytest.mark.parametrize("change", ["UPDATE decisions_{} SET id = id", "DELETE FROM decisions_{}"])
def test_what_was_issued_said_or_handed_out_is_never_changed(table: str, sentence: str, change: str) -> None:
    one_of_each_that_is_kept()
    with pytest.raises(IntegrityError) as error, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(change.format(table))
    assert refusal_sentence(error.value) == sentence


def one_of_each_that_is_kept() -> None:
    """A decision with its panel's answer, a document made of it, and a letter worded anew."""
    question = ready()
    meeting, _seats = a_panel(question)
    an_answer(meeting)
    forge(a_supervisor(question.unit))
    outcome, worker = question.decisions.get().outcomes.get(), question.asked_by
    made = {"kind": "decision", "language": "sq", "pdf": b"-", "sha256": "0" * 64, "made_by": worker}
    IssuedDocument.objects.create(outcome=outcome, made_at=at(), **made)
    worded = {"kind": "parents_letter", "language": "sq", "edition": 1, "paragraphs": "Dear parents."}
    LetterText.objects.create(unit=question.unit, written_at=at(), written_by=worker, **worded)


@pytest.mark.parametrize("kind", QuestionKind)
def test_the_database_knows_the_same_table_of_kinds(kind: QuestionKind) -> None:
    ((factors, panel),) = plain_sql(
        "SELECT decisions_factors(%s), decisions_needs_panel(%s)", kind.value, kind.value
    )
    assert set(factors) == {factor.value for factor in kind_of(kind).factors}
    assert panel is kind_of(kind).panel
