"""Three brothers and sisters, one question: two stay together, one pair is parted with a reason, a way and a day."""

from collections.abc import Iterator
from datetime import date

import pytest

from tests.builders import TODAY, a_child, a_file, a_home, a_unit, siblings
from tests.stories.conftest import Visitor
from tests.stories.deciding import Deciding
from vatra.decisions.models import Outcome, QuestionChild, Separation
from vatra.decisions.words import Factor
from vatra.kernel.duty import Duty

LOOK_AGAIN = date(2026, 5, 18)
TOGETHER = {
    Factor.CHILD_VIEW: ("for", "The little ones want to be where Rita is."),
    Factor.SIBLINGS: ("for", "Two beds in one room, and a third for every weekend."),
    Factor.CARE_SAFETY: ("for", "Two adults at home; seen on Thursday."),
}
NEAR_THE_HOSPITAL = {
    Factor.CHILD_VIEW: ("for", "Rita wants to be near the hospital, and her sisters every Saturday."),
    Factor.SIBLINGS: ("against", "The others cannot come along; there is one bed."),
    Factor.HEALTH: ("for", "Dialysis three times a week, ten minutes away."),
}
AT_HOME = {Factor.CARE_SAFETY: ("against", "Nobody is at home until the father leaves hospital.")}
WORDS = {
    "Rita": "I want the hospital near, and my sisters on Saturdays.",
    "Lule": "I want to be where Era is.",
    "Era": "Holds Lule's hand, sleeps when she is near.",
}
BECAUSE = "Rita lives near her hospital; Lule and Era stay together with their aunt, near their school."


class SiblingGroup(Deciding):
    """The steps of this story, in the order in which they happen."""

    def given_three_sisters_one_of_them_ill(self) -> None:
        team = a_unit("Team Peja")
        self.given_a_team(team)
        names = (("Rita", date(2012, 5, 1)), ("Lule", date(2017, 3, 1)), ("Era", date(2023, 8, 1)))
        self.files = [
            a_file(a_child(f"{name} Kelmendi", birth=birth), worker=self.arta) for name, birth in names
        ]
        siblings(*(file.child for file in self.files))
        self.aunt = a_home("Teuta Kelmendi's family", unit=team)
        self.foster = a_home("Foster family Morina", form="foster_specialised", unit=team)

    def when_the_worker_asks_about_all_three(self) -> None:
        self.signs_in("arta")
        self.asks(
            self.files[0],
            "first_placement",
            why_now="Their father lies in hospital for months.",
            if_nothing="Three children are alone, one of them needs dialysis.",
            cause="parent_ill",
        )
        assert QuestionChild.objects.filter(question=self.question).count() == 3
        self.opens(self.workspace)
        self.visitor.sees("No reason to part them is written; they stay together:")
        for pair in ("Rita Kelmendi and Lule Kelmendi", "Lule Kelmendi and Era Kelmendi"):
            self.visitor.sees(pair)

    def and_hears_each_of_them(self) -> None:
        for name, words in WORDS.items():
            how = "observed" if name == "Era" else "talk"
            self.prepares_and_hears(name, words, "The sisters see each other every week.", how=how)
        self.hears("Agim Kelmendi", "parent", "He wants them with his sister, and Rita near her doctors.")

    def and_weighs_what_there_is(self) -> None:
        self.puts_on_the_table("birth_family", "at home with a helper", AT_HOME)
        self.puts_on_the_table("kinship", "with aunt Teuta", TOGETHER, home=self.aunt)
        self.puts_on_the_table(
            "foster_specialised",
            "with the Morina family, near the hospital",
            NEAR_THE_HOSPITAL,
            home=self.foster,
        )

    def when_the_supervisor_would_part_them_without_a_reason(self) -> None:
        self.signs_in("ilir")
        self.visitor.goes_to(f"{self.workspace}issue/")
        self.decides_apart()
        self.visitor.sees("Rita Kelmendi and Lule Kelmendi would live apart. Write the reason for these two.")
        self.visitor.is_shut_out_of_nothing()
        assert not Outcome.objects.exists()

    def decides_apart(self) -> None:
        self.begins_the_decision(
            BECAUSE,
            Rita="with the Morina family, near the hospital",
            Lule="with aunt Teuta",
            Era="with aunt Teuta",
        )
        self.visitor.sends()

    def then_a_reason_is_written_for_each_pair(self) -> None:
        self.signs_in("arta")
        for sister in ("Lule", "Era"):
            self.visitor.goes_to(f"{self.workspace}separation/")
            self.page.locator("[name=pair]").select_option(label=f"Rita Kelmendi and {sister} Kelmendi")
            self.visitor.chooses("reason", "different_needs")
            self.visitor.writes("in_words", f"Rita's dialysis; {sister} needs her school and her bed.")
            self.visitor.writes(
                "contact", "Every Saturday at the aunt's; the driver of the centre brings her."
            )
            self.visitor.fills_day("look_again_on", LOOK_AGAIN)
            self.visitor.is_shut_out_of_nothing()
            self.visitor.sends()
        assert Separation.objects.filter(question=self.question).count() == 2
        self.opens(self.workspace)
        self.visitor.sees("Looked at again on 18 May 2026")
        self.visitor.keeps_a_picture("siblings")

    def and_the_supervisor_decides_for_each_by_name(self) -> None:
        self.signs_in("ilir")
        self.visitor.goes_to(f"{self.workspace}issue/")
        self.decides_apart()
        self.gives_every_reason_asked_for()
        self.visitor.sees("The decision is issued")
        homes = dict(
            Outcome.objects.filter(decision=self.the_decision()).values_list(
                "file__child__given_name", "home__name"
            )
        )
        assert homes == {
            "Rita": "Foster family Morina",
            "Lule": "Teuta Kelmendi's family",
            "Era": "Teuta Kelmendi's family",
        }

    def then_somebody_is_reminded_to_look_again(self) -> None:
        due = Duty.objects.filter(chain=self.files[0].key, rule="siblings_apart")
        assert {duty.due_on for duty in due} == {LOOK_AGAIN}
        self.on(date(2026, 5, 10))
        self.signs_in("arta")
        self.opens("/")
        self.visitor.sees("Look again at why brothers and sisters live apart")
        self.on(TODAY)


@pytest.fixture
def story(visitor: Visitor) -> Iterator[SiblingGroup]:
    """The story on its first day."""
    told = SiblingGroup(visitor)
    yield told
    told.days.stop()


def test_a_sibling_group_is_parted_only_pair_by_pair(story: SiblingGroup) -> None:
    story.given_three_sisters_one_of_them_ill()
    story.when_the_worker_asks_about_all_three()
    story.and_hears_each_of_them()
    story.and_weighs_what_there_is()
    story.when_the_supervisor_would_part_them_without_a_reason()
    story.then_a_reason_is_written_for_each_pair()
    story.and_the_supervisor_decides_for_each_by_name()
    story.then_somebody_is_reminded_to_look_again()
    story.then_the_auditor_reads(
        story.the_decision(), BECAUSE, *WORDS.values(), "Rita Kelmendi and Era Kelmendi would live apart"
    )
