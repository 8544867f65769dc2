"""A newborn and her brother: from a nurse's worry to a home with their grandmother, and back to their mother."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine

from tests.builders import PASSWORD, a_home, a_person, a_unit, a_user
from tests.stories.conftest import Visitor
from vatra.access.roles import Role
from vatra.casework.models import File
from vatra.decisions.models import Option, Outcome, Question, QuestionChild
from vatra.decisions.words import Factor
from vatra.kernel.duty.models import Duty
from vatra.people.models import Kinship, Person
from vatra.placements.models import Placement

THURSDAY = date(2026, 3, 5)
MONDAY = date(2026, 3, 9)

# What was said about each form of care; what nobody could say stays "not known".
SAID: dict[str, dict[Factor, tuple[str, str]]] = {
    "birth_family": {
        Factor.CHILD_VIEW: ("for", "Dren asks for his mother every evening."),
        Factor.FAMILY: ("for", "She is loving and steady with both."),
        Factor.CARE_SAFETY: ("against", "She lies in the infectious ward; nobody else is at home."),
        Factor.HEALTH: ("against", "A newborn could catch the illness."),
        Factor.SIBLINGS: ("for", "They would be together."),
    },
    "kinship": {
        Factor.CHILD_VIEW: ("for", "Dren wants to be where the hens are, and Era with him."),
        Factor.IDENTITY: ("for", "The same village, language and faith."),
        Factor.FAMILY: ("for", "Their mother's mother; she comes every day already."),
        Factor.SIBLINGS: ("for", "Both in one room, as they wish."),
        Factor.CARE_SAFETY: ("for", "A warm house, seen on Wednesday; two adults."),
        Factor.VULNERABILITY: ("for", "She raised four children, one of them premature."),
        Factor.HEALTH: ("for", "The health centre is five minutes away."),
        Factor.EDUCATION: ("for", "Dren keeps his kindergarten."),
        Factor.CONTINUITY: ("for", "He slept there every weekend."),
    },
    "foster_short": {
        Factor.CHILD_VIEW: ("against", "Dren does not know the family and is afraid."),
        Factor.SIBLINGS: ("for", "The family would take both."),
        Factor.CARE_SAFETY: ("for", "Approved, experienced with newborns."),
        Factor.CONTINUITY: ("against", "Forty kilometres from mother and kindergarten."),
    },
}


class Journey:
    """The steps of this story, in the order in which they happen."""

    def __init__(self, visitor: Visitor) -> None:
        self.visitor, self.page = visitor, visitor.page
        self.days = time_machine.travel(datetime(2026, 3, 5, 8, tzinfo=UTC), tick=True)
        self.days.start()

    def on(self, day: date) -> None:
        """The story goes on another day."""
        self.days.stop()
        self.days = time_machine.travel(datetime(day.year, day.month, day.day, 8, tzinfo=UTC), tick=True)
        self.days.start()

    def signs_in(self, name: str) -> None:
        """Somebody of the cast sits down at the browser."""
        self.visitor.is_signed_in(name)

    def file(self, given_name: str) -> File:
        """The file of a child of the story."""
        return File.objects.get(child__given_name=given_name)

    def given_a_small_team_and_two_homes(self) -> None:
        self.team = a_unit("Team Prishtina")
        a_user(Role.HOSPITAL_COUNSELLOR, self.team, username="nurse", full_name="Besa Kelmendi")
        a_user(Role.SOCIAL_WORKER, self.team, username="arta", full_name="Arta Krasniqi")
        a_user(Role.SUPERVISOR, self.team, username="ilir", full_name="Ilir Hoxha")
        a_user(Role.SOCIAL_WORKER, a_unit("Team Prizren"), username="stranger", full_name="Dona Gashi")
        self.grandmother = a_home("Zoja Berisha's family", unit=self.team, carer=a_person("Zoja Berisha"))
        self.aunt = a_home("Teuta Berisha's family", unit=self.team, carer=a_person("Teuta Berisha"))
        self.foster = a_home("Foster family Morina", form="foster_short", unit=self.team)

    def when_the_nurse_worries_about_a_newborn_and_her_brother(self) -> None:
        self.visitor.signs_in("nurse", PASSWORD)
        self.visitor.goes_to("/concerns/new/")
        self.visitor.is_shut_out_of_nothing()
        self.visitor.writes(
            "worry", "The mother is nineteen, alone and very ill. She fears to take her daughter home."
        )
        self.visitor.chooses("urgency", "day")
        for cause in ("parent_ill", "very_young_parent"):
            self.visitor.chooses("causes", cause)
        self.visitor.chooses("source", "hospital")
        self.tells_of_a_child(1, "Era", "Berisha", THURSDAY - timedelta(days=2), "F")
        self.page.locator("[name=child-1-mother_name]").fill("Liridona Berisha")
        self.opens_row(2)
        self.tells_of_a_child(2, "Dren", "Berisha", date(2022, 1, 17), "M")
        self.page.locator("[name=child-2-same_parents]").check()
        self.visitor.sends()
        self.visitor.sees("Nothing is decided yet")

    def tells_of_a_child(self, number: int, given: str, family: str, birth: date, sex: str) -> None:
        row = f"child-{number}"
        self.visitor.fills({f"{row}-given_name": given, f"{row}-family_name": family, f"{row}-sex": sex})
        self.visitor.fills_day(f"{row}-birth", birth)

    def opens_row(self, number: int) -> None:
        box = self.page.locator(f"[name=child-{number}-given_name]")
        if not box.is_visible():
            self.page.locator("details", has=box).locator("summary").click()

    def and_the_social_worker_opens_files_and_draws_the_family(self) -> None:
        self.signs_in("arta")
        self.visitor.goes_to("/concerns/")
        self.visitor.follows("Era Berisha")
        self.visitor.is_shut_out_of_nothing()
        self.visitor.presses(self.page.locator("a:text('Open files')"))
        self.visitor.sends()
        self.visitor.sees("The files are open")
        for child in ("Era", "Dren"):
            self.visitor.goes_to(f"/files/{self.file(child).reference}/family/new/")
            self.visitor.chooses("kind", "grandparent")
            self.visitor.writes("given_name", "Zoja")
            self.visitor.writes("family_name", "Berisha")
            self.visitor.sends()
            self.says_it_is_somebody_new()
        self.visitor.goes_to(f"/files/{self.file('Dren').reference}/family/")
        self.visitor.sees("Zoja Berisha")
        self.visitor.sees("Era Berisha")
        self.visitor.is_shut_out_of_nothing()
        self.visitor.keeps_a_picture("family")

    def says_it_is_somebody_new(self) -> None:
        """The page may ask whether this is somebody already known."""
        if self.page.locator("[name=same_as]").count() and "/family/new/" in self.page.url:
            self.page.locator("[name=same_as]").last.check()
            self.visitor.sends()

    def and_records_the_support_that_was_tried(self) -> None:
        for child in ("Era", "Dren"):
            self.visitor.goes_to(f"/files/{self.file(child).reference}/support/new/")
            self.visitor.chooses("kind", "counselling")
            self.visitor.writes("given_by", "Psychologist on the maternity ward")
            self.visitor.fills_day("first_day", THURSDAY)
            self.visitor.writes(
                "account", "Three talks. The mother wants her children with her mother until she is well."
            )
            self.visitor.sends()

    def when_she_asks_what_is_best_for_both(self, kind: str) -> None:
        self.visitor.goes_to(f"/files/{self.file('Dren').reference}/questions/new/{kind}/")
        together = self.page.locator("[name=together]")
        for number in range(together.count()):
            together.nth(number).check()
        self.visitor.writes("why_now", "The hospital wants to discharge the mother to the infectious ward.")
        self.visitor.writes("if_nothing", "A newborn and a small boy would be without anybody.")
        self.visitor.sends()
        self.question = Question.objects.latest("pk")

    def and_hears_the_brother_in_his_words(self, words: str) -> None:
        for child in self.question.children.select_related("file__child"):
            is_baby = child.file.child.given_name == "Era"
            self.prepares(child, is_baby=is_baby)
            self.visitor.goes_to(f"/hearings/{child.pk}/")
            self.visitor.chooses("heard", "yes")
            self.visitor.chooses("how", "observed" if is_baby else "drawing_play")
            self.page.locator("select[name=language]").select_option("sq")
            self.visitor.fills_day("on", self.today())
            self.visitor.writes("words", "Calm on Zoja's arm, drinks well." if is_baby else words)
            self.visitor.writes("taken_up", "Both stay together with somebody they know, as he wishes.")
            self.visitor.sends()
        assert QuestionChild.objects.filter(question=self.question, heard_how=None).count() == 0

    def prepares(self, child: QuestionChild, *, is_baby: bool) -> None:
        self.visitor.goes_to(f"/hearings/{child.pk}/prepare/")
        self.visitor.fills_day("on", self.today())
        self.visitor.writes(
            "explained",
            "Held by her aunt, in her own time: we only watch."
            if is_baby
            else "With two houses and a road on paper: where will you and Era sleep? You may say it, or not.",
        )
        self.visitor.sends()

    def and_hears(self, name: str, part: str, view: str) -> None:
        self.visitor.goes_to(f"/questions/{self.question.pk}/participants/new/")
        self.visitor.writes("name", name)
        self.page.locator("select[name=part]").select_option(part)
        self.visitor.chooses("heard", "yes")
        self.visitor.chooses("how", "talk")
        self.visitor.fills_day("on", self.today())
        self.page.locator("select[name=language]").select_option("sq")
        self.visitor.writes("view", view)
        self.visitor.sends()
        self.visitor.sees(view)

    def today(self) -> date:
        return datetime.now(UTC).date()  # noqa: TID251 - the story's own day

    def and_weighs_the_options(self, *options: tuple[str, object, str]) -> None:
        for form, home, in_words in options:
            self.visitor.goes_to(f"/questions/{self.question.pk}/options/new/")
            self.visitor.chooses("form", form)
            if home is not None:
                self.page.locator("[name=home]").select_option(str(home.pk))  # type: ignore[attr-defined]
            self.visitor.writes("in_words", in_words)
            self.visitor.sends()
            self.weighs(SAID[form])
        self.visitor.goes_to(f"/questions/{self.question.pk}/")
        self.visitor.is_shut_out_of_nothing()

    def weighs(self, said: dict[Factor, tuple[str, str]]) -> None:
        for factor in Factor:
            leaning, sentence = said.get(factor, ("unknown", "Nobody could tell us yet."))
            self.visitor.fills({f"{factor}_leaning": leaning, f"{factor}_sentence": sentence})
        self.visitor.sends()

    def and_the_supervisor_decides(self, in_words: str) -> list[Outcome]:
        self.signs_in("ilir")
        self.visitor.goes_to(f"/questions/{self.question.pk}/issue/")
        chosen = Option.objects.get(question=self.question, in_words=in_words)
        for child in self.question.children.all():
            self.visitor.chooses(f"child_{child.pk}", str(chosen.pk))
        self.visitor.writes("legal_basis", "Family Law 2004/32")
        self.visitor.writes(
            "because", "Both children stay together, near their mother, with somebody they know."
        )
        self.visitor.sends()
        self.gives_every_reason_asked_for()
        self.visitor.sees("The decision is issued")
        self.visitor.is_shut_out_of_nothing()
        return list(Outcome.objects.filter(decision__question=self.question).order_by("pk"))

    def gives_every_reason_asked_for(self) -> None:
        """Where a rule warns, the page asks for a written reason."""
        boxes = self.page.locator("textarea[name^=reason_]")
        if boxes.count():
            self.visitor.is_shut_out_of_nothing()
            for number in range(boxes.count()):
                boxes.nth(number).fill("Known, weighed and written down.")
            self.visitor.sends()

    def and_both_come_to_live_there(self, outcomes: list[Outcome], first_day: date) -> None:
        self.signs_in("arta")
        self.visitor.goes_to(f"/outcomes/{outcomes[0].pk}/place/")
        self.visitor.fills_day("first_day", first_day)
        if self.page.locator("[name=end_reason]").count():
            self.page.locator("[name=end_reason]").select_option("moved_for_family")
        self.page.locator("[name=together]").first.check()
        self.visitor.sends()
        self.gives_every_reason_asked_for()
        self.visitor.sees("From that day the home is")

    def then_the_file_tells_at_one_look(self, home: str, words: str) -> None:
        self.visitor.goes_to(f"/files/{self.file('Dren').reference}/")
        for told in ("Dren Berisha", home, words, "Era Berisha"):
            self.visitor.sees(told)
        self.visitor.is_shut_out_of_nothing()

    def when_weeks_go_by_with_a_visit_a_contact_and_a_review(self) -> None:
        self.on(date(2026, 3, 13))
        self.signs_in("arta")
        dren = self.file("Dren").reference
        self.visitor.goes_to(f"/files/{dren}/visits/new/")
        self.visitor.chooses("purpose", "first_visit")
        self.visitor.writes("child_words", "I feed the hens every morning.")
        self.visitor.writes("account", "Warm room, a bed of his own, his sister beside the stove.")
        self.visitor.sends()
        self.visitor.goes_to(f"/files/{dren}/contacts/new/")
        mother = Kinship.objects.get(person=self.file("Dren").child, kind="mother").relative
        self.visitor.chooses("relative", str(mother.pk))
        self.visitor.chooses("kind", "call")
        self.visitor.writes("child_words", "When do you come, mum?")
        self.visitor.sends()
        self.plans_the_review(date(2026, 6, 5))
        self.on(date(2026, 6, 5))
        self.signs_in("arta")
        self.holds_the_review()
        self.visitor.goes_to(f"/files/{dren}/timeline/")
        for told in ("I feed the hens every morning.", "When do you come, mum?", "two houses"):
            self.visitor.sees(told)
        self.visitor.is_shut_out_of_nothing()
        self.visitor.keeps_a_picture("timeline")

    def plans_the_review(self, day: date) -> None:
        self.visitor.goes_to(f"/files/{self.file('Dren').reference}/reviews/plan/")
        self.visitor.fills_day("meets_on", day)
        self.visitor.writes("place", "At the grandmother's table")
        self.visitor.is_shut_out_of_nothing()
        self.visitor.sends()
        self.visitor.sees("Zoja Berisha: Carer")
        self.visitor.is_shut_out_of_nothing()

    def holds_the_review(self) -> None:
        file = self.file("Dren")
        self.visitor.goes_to(f"/files/{file.reference}/")
        self.visitor.presses_button("Hold the review")
        self.page.get_by_label("Zoja Berisha (Carer)").check()
        self.visitor.chooses("participation", "PN3")
        self.visitor.writes("child_words", "He drew two houses and a road between them.")
        for cause in file.causes.all():
            self.visitor.chooses(f"cause-{cause.pk}-now", "less")
        self.visitor.writes(
            "conclusion", "The mother is better. The grandmother tires; the aunt next door helps."
        )
        self.visitor.is_shut_out_of_nothing()
        self.visitor.sends()
        self.visitor.sees("Still there, but less than before")
        self.visitor.is_shut_out_of_nothing()

    def then_nobody_was_ever_in_two_homes_or_none(self) -> None:
        stays = list(Placement.objects.filter(file=self.file("Dren")).order_by("first_day"))
        assert [stay.home.name for stay in stays] == ["Zoja Berisha's family", "Teuta Berisha's family"]
        assert stays[0].last_day == stays[1].first_day - timedelta(days=1)

    def when_both_return_to_their_mother(self, outcomes: list[Outcome], last_day: date) -> None:
        self.signs_in("arta")
        for outcome in outcomes:
            self.visitor.goes_to(f"/outcomes/{outcome.pk}/return/")
            self.visitor.fills_day("last_day", last_day)
            self.visitor.sends()
            self.visitor.sees("The return is recorded")

    def then_follow_ups_are_due_after_one_three_six_and_twelve_months(self, last_day: date) -> None:
        due = Duty.objects.filter(chain=self.file("Dren").key, rule__startswith="after_return_").order_by(
            "due_on"
        )
        assert [duty.due_on for duty in due] == [
            date(2026, 10, 30),
            date(2026, 12, 30),
            date(2027, 3, 30),
            date(2027, 9, 30),
        ]
        self.visitor.goes_to("/")
        self.visitor.is_shut_out_of_nothing()

    def and_a_colleague_from_another_town_sees_nothing(self) -> None:
        self.signs_in("stranger")
        answer = self.page.goto(f"{self.visitor.address}/files/{self.file('Dren').reference}/")
        assert answer is not None
        assert answer.status == 404
        self.visitor.goes_to("/find/?q=Dren+Berisha")
        assert self.file("Dren").reference not in self.page.content()

    def and_the_supervisors_reading_is_on_record(self) -> None:
        self.signs_in("ilir")
        reference = self.file("Dren").reference
        self.visitor.goes_to(f"/files/{reference}/")
        self.visitor.goes_to(f"/files/{reference}/readers/")
        self.visitor.sees("Ilir Hoxha")
        self.visitor.sees("Arta Krasniqi")
        assert "Dona Gashi" not in self.page.locator("main").inner_text()
        self.visitor.is_shut_out_of_nothing()


@pytest.fixture
def journey(visitor: Visitor) -> Iterator[Journey]:
    """The story on its first day."""
    told = Journey(visitor)
    yield told
    told.days.stop()


def test_a_newborn_and_her_brother_find_a_home_and_return(journey: Journey) -> None:
    journey.given_a_small_team_and_two_homes()
    journey.when_the_nurse_worries_about_a_newborn_and_her_brother()
    journey.and_the_social_worker_opens_files_and_draws_the_family()
    journey.and_records_the_support_that_was_tried()
    journey.when_she_asks_what_is_best_for_both("first_placement")
    journey.and_hears_the_brother_in_his_words("At grandmother's there are hens. Era comes too.")
    journey.and_hears("Liridona Berisha", "parent", "She wants both with her mother until she is well.")
    journey.and_weighs_the_options(
        ("birth_family", None, "with their mother, with help every day"),
        ("kinship", journey.grandmother, "with grandmother Zoja"),
        ("foster_short", journey.foster, "with the Morina family"),
    )
    journey.visitor.keeps_a_picture("options")
    outcomes = journey.and_the_supervisor_decides("with grandmother Zoja")
    journey.visitor.keeps_a_picture("decision")
    journey.and_both_come_to_live_there(outcomes, MONDAY)
    journey.on(MONDAY)
    journey.signs_in("arta")
    journey.then_the_file_tells_at_one_look("Zoja Berisha's family", "At grandmother's there are hens.")
    journey.visitor.keeps_a_picture("file")
    journey.when_weeks_go_by_with_a_visit_a_contact_and_a_review()
    journey.when_she_asks_what_is_best_for_both("change_of_placement")
    journey.and_hears_the_brother_in_his_words("Aunt Teuta sings. Her house is next door.")
    journey.and_hears("Liridona Berisha", "parent", "She trusts her sister as she trusts her mother.")
    journey.and_hears("Zoja Berisha", "carer", "She is tired and glad that they stay next door.")
    journey.and_weighs_the_options(
        ("birth_family", None, "with their mother already now"),
        ("kinship", journey.aunt, "with aunt Teuta next door"),
    )
    journey.and_both_come_to_live_there(
        journey.and_the_supervisor_decides("with aunt Teuta next door"), date(2026, 6, 8)
    )
    journey.then_nobody_was_ever_in_two_homes_or_none()
    journey.on(date(2026, 9, 28))
    journey.signs_in("arta")
    journey.when_she_asks_what_is_best_for_both("return_home")
    journey.and_hears_the_brother_in_his_words("Mum is well. I want to sleep in my bed.")
    journey.and_hears("Liridona Berisha", "parent", "The doctor has let her go. She wants her children home.")
    journey.and_hears("Teuta Berisha", "carer", "They are ready; she will help every evening.")
    journey.and_weighs_the_options(
        ("kinship", journey.aunt, "stay with aunt Teuta"),
        ("birth_family", None, "home to their mother"),
    )
    home = journey.and_the_supervisor_decides("home to their mother")
    journey.when_both_return_to_their_mother(home, date(2026, 9, 30))
    journey.then_follow_ups_are_due_after_one_three_six_and_twelve_months(date(2026, 9, 30))
    journey.and_a_colleague_from_another_town_sees_nothing()
    journey.and_the_supervisors_reading_is_on_record()
    assert Person.objects.filter(given_name="Dren").count() == 1
