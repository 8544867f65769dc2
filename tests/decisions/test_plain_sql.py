"""What the database itself refuses a decision that no act has made."""

import pytest
from django.db import IntegrityError, connection, transaction

from tests.builders import TODAY, a_file, a_hearing, a_home, a_question, a_supervisor, a_unit, an_option, at
from tests.decisions.plain_attempts import ATTEMPTS
from tests.kernel.builders import plain_sql, the_role_of_the_application
from vatra.access.models import User
from vatra.decisions.kinds import kind_of
from vatra.decisions.models import Question
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


@pytest.mark.parametrize("kind", QuestionKind)
def test_the_database_knows_the_same_table_of_kinds(kind: QuestionKind) -> None:
    ((factors, panel),) = plain_sql(
        "SELECT decisions_factors(%s), decisions_needs_panel(%s)", kind.value, kind.value
    )
    assert set(factors) == {factor.value for factor in kind_of(kind).factors}
    assert panel is kind_of(kind).panel
