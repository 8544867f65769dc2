"""What must not happen to a child is refused on the page, in a sentence, and nothing typed is lost."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from tests.builders import (
    TODAY,
    a_child,
    a_decision,
    a_file,
    a_hearing,
    a_home,
    a_question,
    a_unit,
    a_user,
    an_option,
    siblings,
)
from tests.stories.conftest import Visitor
from vatra.access.roles import Role
from vatra.casework.models import File
from vatra.decisions.models import Decision, Option, Question
from vatra.homes.words import FormOfCare
from vatra.placements.models import Placement


@pytest.fixture(autouse=True)
def _on_a_monday() -> Iterator[None]:
    with time_machine.travel(datetime(TODAY.year, TODAY.month, TODAY.day, 8, tzinfo=UTC), tick=True):
        yield


class Refusals:
    """The steps of this story."""

    def __init__(self, visitor: Visitor) -> None:
        self.visitor, self.page = visitor, visitor.page
        self.team = a_unit("Team Prishtina")
        self.worker = a_user(Role.SOCIAL_WORKER, self.team, username="arta")
        a_user(Role.SUPERVISOR, self.team, username="ilir")

    def given_a_question(self, *files: File, causes: tuple[str, ...] = ("neglect",)) -> Question:
        question = a_question(*files, causes=causes)
        an_option(question, FormOfCare.BIRTH_FAMILY)
        a_hearing(question)
        return question

    def when_the_supervisor_decides(self, question: Question, *chosen: Option) -> None:
        self.visitor.is_signed_in("ilir")
        self.visitor.goes_to(f"/questions/{question.pk}/issue/")
        for child, option in zip(question.children.order_by("pk"), chosen, strict=True):
            self.visitor.chooses(f"child_{child.pk}", str(option.pk))
        self.visitor.writes("legal_basis", "Family Law 2004/32")
        self.visitor.writes("because", "The neighbours ask for it.")
        self.visitor.sends()

    def then_it_is_refused(self, sentence: str) -> None:
        self.visitor.sees(sentence)
        assert self.page.locator("[name=because]").input_value() == "The neighbours ask for it."
        assert not Decision.objects.exists()
        self.visitor.is_shut_out_of_nothing()


def test_poverty_as_the_only_reason_is_refused(visitor: Visitor) -> None:
    story = Refusals(visitor)
    file = a_file(a_child("Dren Berisha"), worker=story.worker)
    question = story.given_a_question(file, causes=("poverty", "housing"))
    story.when_the_supervisor_decides(question, an_option(question, FormOfCare.KINSHIP, a_home()))
    story.then_it_is_refused("Poverty alone never separates a child from the family")


def test_splitting_siblings_asks_for_a_reason_for_this_pair(visitor: Visitor) -> None:
    story = Refusals(visitor)
    lule, dren = (a_file(a_child(name), worker=story.worker) for name in ("Lule Berisha", "Dren Berisha"))
    siblings(lule.child, dren.child)
    question = story.given_a_question(lule, dren)
    homes = [an_option(question, FormOfCare.KINSHIP, a_home()) for _each in "ab"]
    story.when_the_supervisor_decides(question, *homes)
    story.then_it_is_refused("Lule Berisha and Dren Berisha would live apart")
    visitor.is_signed_in("arta")
    visitor.goes_to(f"/questions/{question.pk}/separation/")
    story.page.locator("[name=pair]").select_option(index=0)
    visitor.chooses("reason", "different_needs")
    visitor.writes("in_words", "Lule is in hospital three days a week, far from the home that knows Dren.")
    visitor.writes("contact", "Every Saturday at grandmother's, who brings both.")
    visitor.fills_day("look_again_on", TODAY + timedelta(days=60))
    visitor.sends()
    visitor.sees("The reason for these two is written down")


def test_a_child_under_three_is_not_placed_outside_a_family(visitor: Visitor) -> None:
    story = Refusals(visitor)
    file = a_file(a_child("Era Berisha", birth=TODAY - timedelta(days=400)), worker=story.worker)
    home = a_home("Children's house", form=FormOfCare.RESIDENTIAL)
    (outcome,) = a_decision(file, form=FormOfCare.RESIDENTIAL, home=home)
    visitor.is_signed_in("arta")
    visitor.goes_to(f"/outcomes/{outcome.pk}/place/")
    visitor.sends()
    visitor.sees("Children under three live in a family")
    assert not Placement.objects.exists()
    visitor.is_shut_out_of_nothing()


def test_a_day_without_guardian_or_home_shows(visitor: Visitor) -> None:
    story = Refusals(visitor)
    file = a_file(a_child("Dren Berisha"), worker=story.worker, guardian=False)
    (outcome,) = a_decision(file)
    visitor.is_signed_in("arta")
    visitor.goes_to(f"/outcomes/{outcome.pk}/place/")
    visitor.sends()
    visitor.sees("The child has no guardian on this day")
    story.page.locator("textarea[name='reason_R-10']").fill("The guardianship body meets on Thursday.")
    visitor.sends()
    visitor.goes_to(f"/files/{file.reference}/")
    visitor.sees("1 day without a guardian")
    visitor.is_shut_out_of_nothing()
