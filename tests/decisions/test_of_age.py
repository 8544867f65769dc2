"""Who turns eighteen between hearing and decision decides; consent is asked for and written down (R-02-adult)."""

from datetime import date

import pytest
from django.test import Client

from tests.builders import (
    WENT_ON,
    a_child,
    a_file,
    a_hearing,
    a_home,
    a_question,
    a_supervisor,
    an_option,
    by,
    signed_in,
)
from tests.decisions.tellings import codes, decided
from vatra.access.roles import Role
from vatra.casework.models import File
from vatra.decisions.models import Decision, Option, Question
from vatra.homes.words import FormOfCare
from vatra.kernel.concern import Refused

pytestmark = pytest.mark.django_db
ASKED = date(2026, 2, 20)


def heard_before(birth: date | None, *, asked: date = ASKED) -> tuple[Question, Option, File]:
    """A young person who was heard on the day the question was asked."""
    file = a_file(a_child("Liri Gashi", birth=birth))
    question = a_question(file, on=asked)
    an_option(question, FormOfCare.BIRTH_FAMILY)
    kin = an_option(question, FormOfCare.KINSHIP, a_home())
    a_hearing(question)
    return question, kin, file


def issued(birth: date | None, on: date) -> Decision:
    question, kin, file = heard_before(birth)
    (outcome,) = decided(question, {file.pk: kin}, on=on)
    return outcome.decision


@pytest.mark.parametrize(
    ("birth", "on"),
    [
        (date(2008, 3, 1), date(2026, 2, 28)),
        (date(2008, 2, 29), date(2026, 2, 28)),
        (None, date(2026, 3, 1)),
    ],
    ids=["the day before", "born on a leap day, on 28 February", "nobody knows"],
)
def test_who_is_not_of_age_yet_is_decided_for(birth: date | None, on: date) -> None:
    assert "R-02-adult" not in issued(birth, on).document["went_on_because"]


@pytest.mark.parametrize(
    ("birth", "on"),
    [(date(2008, 3, 1), date(2026, 3, 1)), (date(2008, 2, 29), date(2026, 3, 1))],
    ids=["on the birthday", "born on a leap day, on 1 March"],
)
def test_from_the_birthday_on_the_young_adult_is_asked_for_consent(birth: date, on: date) -> None:
    question, kin, file = heard_before(birth)
    with pytest.raises(Refused, match="Liri Gashi is of age") as refused:
        decided(question, {file.pk: kin}, on=on)
    assert codes(refused) == {"R-02-adult"}
    consent = "Liri wants to stay with her aunt until the summer, and signed it."
    decided(question, {file.pk: kin}, on=on, overrides={**WENT_ON, "R-02-adult": consent})
    assert question.decisions.get().document["went_on_because"]["R-02-adult"] == consent


def test_it_is_the_day_it_takes_effect_that_counts() -> None:
    question, kin, file = heard_before(date(2008, 3, 10))
    chief = by(a_supervisor(file.unit), date(2026, 3, 5), Role.SUPERVISOR)
    with pytest.raises(Refused) as refused:
        decided(question, {file.pk: kin}, on=date(2026, 3, 12), by=chief)
    assert codes(refused) == {"R-02-adult"}


def test_each_young_adult_of_a_question_is_asked() -> None:
    first = a_file(a_child("Liri Gashi", birth=date(2008, 3, 1)))
    twin = a_file(a_child("Lum Gashi", birth=date(2008, 3, 1)), unit=first.unit)
    question = a_question(first, twin, on=ASKED)
    an_option(question, FormOfCare.BIRTH_FAMILY)
    kin = an_option(question, FormOfCare.KINSHIP, a_home())
    a_hearing(question)
    with pytest.raises(Refused) as refused:
        decided(question, {first.pk: kin, twin.pk: kin}, on=date(2026, 3, 2))
    assert codes(refused) == {"R-02-adult", "R-02-adult-2"}


def test_the_page_asks_the_supervisor_for_the_consent(client: Client) -> None:
    question, kin, file = heard_before(date(2000, 1, 1))
    signed_in(client, a_supervisor(file.unit))
    sent = {
        f"child_{question.children.get().pk}": kin.pk,
        "legal_basis": "Family Law 2004/32",
        "because": "Liri wishes it.",
        "effective_on": "2026-12-01",
        "review_on": "2027-02-01",
    }
    answer = client.post(f"/questions/{question.pk}/issue/", sent)
    assert answer.status_code == 422
    assert "reason_R-02-adult" in answer.text
    assert "Ask for consent, and write down what the young adult answered." in answer.text
