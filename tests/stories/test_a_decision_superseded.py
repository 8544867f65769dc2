"""A father appeals, the court sends the decision back, and a new one with new reasons takes its place."""

from collections.abc import Iterator
from datetime import date

import pytest

from tests.builders import TODAY, a_child, a_file, a_hearing, a_home, a_question, a_unit, an_option
from tests.stories.conftest import Visitor
from tests.stories.deciding import Deciding
from vatra.decisions.models import Appeal, Decision
from vatra.homes.words import FormOfCare
from vatra.kernel.duty import Duty

COURT_DAY = date(2026, 3, 30)
FIRST = "His grandmother knows him and lives in the same street."
ANEW = "His grandmother knows him, and his father sees him every Sunday, as the court asked to be weighed."


class Superseded(Deciding):
    """The steps of this story, in the order in which they happen."""

    def given_a_question_that_could_be_decided(self) -> None:
        team = a_unit("Team Prizren")
        self.given_a_team(team)
        self.file = a_file(a_child("Dren Berisha"), worker=self.arta)
        self.question = a_question(self.file)
        for form, home, in_words in (
            (FormOfCare.BIRTH_FAMILY, None, "with his father"),
            (FormOfCare.KINSHIP, a_home("Zoja Berisha's family", unit=team), "with grandmother Zoja"),
        ):
            option = an_option(self.question, form, home)
            option.in_words = in_words
            option.save()
        a_hearing(self.question, "At grandmother's there are hens.")

    def when_the_supervisor_decides(self) -> None:
        self.signs_in("ilir")
        self.visitor.goes_to(f"{self.workspace}issue/")
        self.begins_the_decision(FIRST, Dren="with grandmother Zoja")
        self.visitor.fills_day("appeal_until", date(2026, 4, 15))
        self.visitor.writes("representation", "Lawyer Mira Gashi, 038 200 300")
        self.visitor.sends()
        self.gives_every_reason_asked_for()
        self.visitor.sees("Appeal possible until")
        self.visitor.sees("Lawyer Mira Gashi, 038 200 300")
        self.visitor.is_shut_out_of_nothing()
        self.first = self.the_decision()

    def and_the_father_appeals(self) -> None:
        self.signs_in("arta")
        self.opens(f"/decisions/{self.first.pk}/")
        self.visitor.follows("Write down an appeal")
        self.visitor.writes("lodged_by", "Agron Berisha, the father")
        self.visitor.writes("body", "Basic Court of Prizren")
        self.visitor.writes("account", "He was not asked how often he can see his son.")
        self.visitor.is_shut_out_of_nothing()
        self.visitor.sends()
        self.visitor.sees("The appeal is written down.")

    def and_the_court_sends_it_back(self) -> None:
        self.on(COURT_DAY)
        self.signs_in("arta")
        self.opens(f"/decisions/{self.first.pk}/")
        self.visitor.follows("Write down what came of it")
        self.visitor.chooses("outcome", "changed")
        self.visitor.writes("because", "Contact with the father has to be weighed and said.")
        self.visitor.is_shut_out_of_nothing()
        self.visitor.sends()
        self.visitor.sees("A new decision is needed.")
        self.visitor.keeps_a_picture("appeal")
        assert Appeal.objects.get().decided_on == COURT_DAY

    def then_it_waits_on_my_day(self) -> None:
        self.opens("/")
        self.visitor.sees("Decide anew after the appeal")
        assert Duty.objects.filter(chain=self.file.key, rule="decided_anew").count() == 1

    def when_the_supervisor_decides_anew(self) -> None:
        self.signs_in("ilir")
        self.opens(f"/decisions/{self.first.pk}/")
        self.visitor.follows("Decide anew in place of this decision")
        self.begins_the_decision(FIRST, Dren="with grandmother Zoja")
        self.visitor.writes("why_anew", "The court asked to weigh contact with the father.")
        self.visitor.sends()
        self.gives_every_reason_asked_for()
        self.visitor.sees(f"These are the reasons of decision {self.first.number}.")
        self.visitor.is_shut_out_of_nothing()
        self.visitor.writes("because", ANEW)
        self.visitor.sends()
        self.visitor.sees("The new decision is issued.")
        self.visitor.is_shut_out_of_nothing()
        self.visitor.keeps_a_picture("superseding")

    def then_both_stay_and_only_the_new_one_holds(self) -> None:
        second = self.the_decision()
        assert second.supersedes == self.first
        self.opens(f"/decisions/{self.first.pk}/")
        self.visitor.sees(f"Superseded by decision {second.number}")
        assert self.page.locator("main a", has_text="Place Dren").count() == 0
        assert not Duty.objects.filter(chain=self.file.key, rule="decided_anew").exists()
        assert Decision.objects.count() == 2


@pytest.fixture
def story(visitor: Visitor) -> Iterator[Superseded]:
    """The story on its first day."""
    told = Superseded(visitor)
    yield told
    told.days.stop()


def test_a_decision_that_fell_on_appeal_is_superseded(story: Superseded) -> None:
    assert TODAY < COURT_DAY
    story.given_a_question_that_could_be_decided()
    story.when_the_supervisor_decides()
    story.and_the_father_appeals()
    story.and_the_court_sends_it_back()
    story.then_it_waits_on_my_day()
    story.when_the_supervisor_decides_anew()
    story.then_both_stay_and_only_the_new_one_holds()
    story.then_the_auditor_reads(
        story.the_decision(), ANEW, story.first.number, "At grandmother's there are hens."
    )
