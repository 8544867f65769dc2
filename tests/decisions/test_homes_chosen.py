"""A home that was weighed can be gone on the day the decision takes effect."""

from datetime import timedelta

import pytest
from django.db import IntegrityError

from tests.builders import TODAY, a_file, a_hearing, a_home, a_question, an_option, by
from tests.decisions.tellings import codes, decided
from vatra.decisions.models import Option, Outcome, Question
from vatra.homes.models import Home
from vatra.homes.words import FormOfCare
from vatra.kernel.concern import Refused
from vatra.kernel.constraints import refusal_sentence
from vatra.placements.actions import place

pytestmark = pytest.mark.django_db

YESTERDAY = TODAY - timedelta(days=1)


def weighed_for(home: Home) -> tuple[Question, Option]:
    """A question on which a child is to live in this home."""
    question = a_question(a_file())
    an_option(question, FormOfCare.BIRTH_FAMILY)
    chosen = an_option(question, FormOfCare.KINSHIP, home)
    a_hearing(question)
    return question, chosen


def decide_for(question: Question, chosen: Option) -> list[Outcome]:
    """The supervisor decides for the home."""
    return decided(question, {question.children.get().file_id: chosen})


def test_a_home_that_closed_between_weighing_and_deciding_is_refused() -> None:
    home = a_home()
    question, chosen = weighed_for(home)
    Home.objects.filter(pk=home.pk).update(last_day=YESTERDAY)
    with pytest.raises(Refused, match="is not open on the day") as refused:
        decide_for(question, chosen)
    assert codes(refused) == {"R-43"}


def test_a_home_that_is_open_for_one_more_day_can_be_decided_for() -> None:
    home = a_home()
    question, chosen = weighed_for(home)
    Home.objects.filter(pk=home.pk).update(last_day=TODAY)
    assert decide_for(question, chosen)


def test_a_home_that_is_not_agreed_for_children_any_more_is_refused() -> None:
    home = a_home()
    question, chosen = weighed_for(home)
    home.capacities.update(last_day=YESTERDAY)
    with pytest.raises(Refused, match="no number of children is agreed any more") as refused:
        decide_for(question, chosen)
    assert codes(refused) == {"R-43"}


def test_a_home_for_which_nobody_ever_agreed_a_number_can_be_decided_for() -> None:
    home = a_home()
    home.capacities.all().delete()
    assert decide_for(*weighed_for(home))


def test_a_stay_cannot_begin_before_the_decision_takes_effect() -> None:
    (outcome,) = decide_for(*weighed_for(a_home()))
    with pytest.raises(IntegrityError) as refused:
        place(outcome=outcome, first_day=YESTERDAY, reasons={}, by=by(outcome.decision.issued_by))
    sentence = "The stay cannot begin before the decision takes effect."
    assert refusal_sentence(refused.value) == sentence


def test_a_decision_that_would_take_effect_before_it_was_made_needs_a_reason() -> None:
    question, chosen = weighed_for(a_home())
    files = {question.children.get().file_id: chosen}
    with pytest.raises(Refused) as refused:
        decided(question, files, effective_on=YESTERDAY)
    assert codes(refused) == {"R-22-before"}
