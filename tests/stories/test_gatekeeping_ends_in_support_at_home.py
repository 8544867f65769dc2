"""Is care outside the family necessary? Two people weigh it, and the answer is help at home."""

from collections.abc import Iterator

import pytest

from tests.builders import TODAY, a_child, a_file, a_home, a_unit, worker_of
from tests.stories.conftest import Visitor
from tests.stories.deciding import Deciding
from vatra.casework.models import Plan, Visit
from vatra.decisions.models import Option, Weighing
from vatra.decisions.words import Factor
from vatra.placements.models import Placement

AT_HOME = {
    Factor.CHILD_VIEW: ("for", "Luan wants to sleep beside his mother."),
    Factor.FAMILY: ("for", "His mother is warm with him; she is alone and tired."),
    Factor.CARE_SAFETY: ("for", "With help in the mornings he is safe; seen twice."),
    Factor.HEALTH: ("for", "The health centre visits every week."),
    Factor.CONTINUITY: ("for", "His kindergarten is across the road."),
}
WITH_THE_AUNT = {
    Factor.CHILD_VIEW: ("against", "He does not know her house."),
    Factor.FAMILY: ("for", "His mother's sister."),
    Factor.CARE_SAFETY: ("for", "A calm house, seen on Friday."),
    Factor.CONTINUITY: ("against", "Two hours away from his mother."),
}
BECAUSE = "Care outside the family is not necessary: with help every morning his mother can care for him."


class SupportAtHome(Deciding):
    """The steps of this story, in the order in which they happen."""

    def given_a_tired_mother_and_her_boy(self) -> None:
        team = a_unit("Team Gjakova")
        self.given_a_team(team)
        self.file = a_file(a_child("Luan Shala"), worker=self.arta)
        self.aunt = a_home("Teuta Shala's family", unit=team)
        self.visit = Visit.objects.create(
            file=self.file,
            visited_on=TODAY,
            purpose="regular",
            visited_by=worker_of(self.file),
            saw_child=True,
            child_words="I help mum with the bread.",
            account="The flat is warm. The mother had not slept.",
        )

    def when_the_worker_asks_whether_care_is_necessary(self) -> None:
        self.signs_in("arta")
        self.asks(
            self.file,
            "gatekeeping",
            why_now="The kindergarten worries: he comes late and hungry.",
            if_nothing="His mother gets weaker, and he goes without breakfast.",
            cause="parent_ill",
        )
        self.prepares_and_hears(
            "Luan", "I want to sleep beside mum.", "He stays with her; the help comes to them."
        )
        self.hears("Drita Shala", "parent", "She wants him at home and is ashamed to ask for help.")

    def and_weighs_family_and_relatives(self) -> None:
        self.puts_on_the_table("birth_family", "at home with help every morning", AT_HOME)
        self.puts_on_the_table("kinship", "with aunt Teuta", WITH_THE_AUNT, home=self.aunt)
        self.option = Option.objects.get(in_words="at home with help every morning")

    def and_names_the_visit_a_sentence_rests_on(self) -> None:
        self.opens(f"/options/{self.option.pk}/")
        self.page.locator("[name=care_safety_source]").select_option(f"visit:{self.visit.pk}")
        self.visitor.keeps_a_picture("weigh")

    def while_a_colleague_writes_about_the_same_factor(self) -> None:
        colleague = self.page.context.browser.new_context()  # type: ignore[union-attr]
        besim = Visitor(colleague.new_page(), self.visitor.address)
        besim.speaks("en")
        besim.signs_in("besim", "vatra-tests-are-warm")
        besim.goes_to(f"/options/{self.option.pk}/")
        besim.writes("care_safety_sentence", "Safe with help; the neighbour looks in every evening.")
        besim.sends()
        colleague.close()

    def then_both_texts_stand_side_by_side_and_she_chooses(self) -> None:
        self.visitor.writes("care_safety_sentence", "Safe with help every morning; seen on Monday.")
        self.visitor.sends()
        self.visitor.sees("Besim Gashi wrote meanwhile:")
        self.visitor.sees("the neighbour looks in every evening")
        self.visitor.is_shut_out_of_nothing()
        self.visitor.keeps_a_picture("meanwhile")
        self.visitor.chooses("care_safety_choice", "mine")
        both = "Safe with help every morning, seen on Monday; the neighbour looks in every evening."
        self.visitor.writes("care_safety_sentence", both)
        self.visitor.sends()
        kept = Weighing.objects.get(option=self.option, factor=Factor.CARE_SAFETY)
        assert (kept.sentence, kept.source) == (both, f"visit:{self.visit.pk}")
        self.opens(self.workspace)
        self.visitor.sees("Visit, 16 March 2026 (Luan)")
        self.visitor.keeps_a_picture("workspace")

    def when_the_supervisor_decides_for_help_at_home(self) -> None:
        self.signs_in("ilir")
        self.opens(f"{self.workspace}issue/")
        self.begins_the_decision(BECAUSE, Luan="at home with help every morning")
        self.visitor.sends()
        self.gives_every_reason_asked_for()
        self.visitor.sees("The decision is issued")
        self.visitor.is_shut_out_of_nothing()

    def then_a_support_plan_is_made_and_nobody_is_placed(self) -> None:
        self.signs_in("arta")
        self.opens(f"/decisions/{self.the_decision().pk}/")
        self.visitor.follows("Make the support plan with the family of Luan Shala")
        self.visitor.chooses("aim", "stay_with_family")
        self.visitor.writes("child_view", "I want to sleep beside mum.")
        self.page.locator("[name=goal-1-goal]").fill("Breakfast every morning")
        self.page.locator("[name=goal-1-measure]").fill("The kindergarten says so each Friday")
        self.page.locator("[name=goal-1-who]").fill("Family helper")
        for part in ("day", "month", "year"):
            self.page.locator(f"[name=goal-1-due_on_{part}]").fill(
                str({"day": 30, "month": 4, "year": 2026}[part])
            )
        self.visitor.sends()
        assert Plan.objects.get(file=self.file).aim == "stay_with_family"
        assert not Placement.objects.exists()


@pytest.fixture
def story(visitor: Visitor) -> Iterator[SupportAtHome]:
    """The story on its first day."""
    told = SupportAtHome(visitor)
    yield told
    told.days.stop()


def test_gatekeeping_ends_in_support_at_home(story: SupportAtHome) -> None:
    story.given_a_tired_mother_and_her_boy()
    story.when_the_worker_asks_whether_care_is_necessary()
    story.and_weighs_family_and_relatives()
    story.and_names_the_visit_a_sentence_rests_on()
    story.while_a_colleague_writes_about_the_same_factor()
    story.then_both_texts_stand_side_by_side_and_she_chooses()
    story.when_the_supervisor_decides_for_help_at_home()
    story.then_a_support_plan_is_made_and_nobody_is_placed()
    story.then_the_auditor_reads(story.the_decision(), BECAUSE, "I want to sleep beside mum.")
