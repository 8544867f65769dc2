"""A night without anybody: safe within hours, and then the full decision in which the child is heard and told."""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from io import BytesIO

import pytest
import time_machine
from PIL import Image, ImageDraw

from tests.builders import a_child, a_file, a_home, a_person, a_unit, a_user
from tests.stories.conftest import Visitor
from vatra.access.roles import Role
from vatra.decisions.models import Closing, Drawing, Option, Outcome, Question, QuestionChild
from vatra.decisions.words import Factor
from vatra.kernel.duty import Duty
from vatra.placements.models import Placement

FRIDAY_NIGHT = datetime(2026, 3, 13, 21, 40, tzinfo=UTC)  # 22:40 in Kosovo
SATURDAY = datetime(2026, 3, 14, 8, tzinfo=UTC)
MONDAY = datetime(2026, 3, 16, 8, tzinfo=UTC)
THURSDAY = datetime(2026, 3, 19, 8, tzinfo=UTC)

# What could be said of each form of care; what nobody could say stays "not known".
SAID: Mapping[str, Mapping[Factor, tuple[str, str]]] = {
    "birth_family": {
        Factor.FAMILY: ("for", "His father is all he has; they are close."),
        Factor.CARE_SAFETY: ("against", "The father was taken to hospital; the flat is cold and empty."),
    },
    "foster_emergency": {
        Factor.CHILD_VIEW: ("against", "He wants to be where somebody knows his songs."),
        Factor.CARE_SAFETY: ("for", "Approved, awake, twenty minutes away."),
    },
    "kinship": {
        Factor.CHILD_VIEW: ("for", "He drew himself at his aunt's table."),
        Factor.FAMILY: ("for", "His father's sister, whom he sees every week."),
        Factor.CARE_SAFETY: ("for", "Seen on Sunday: a bed, a warm room, two adults."),
        Factor.CONTINUITY: ("for", "The same school, three streets away."),
    },
}


def a_drawing() -> bytes:
    """A table, two people, and where it was drawn."""
    paper = Image.new("RGB", (2400, 1800), "white")
    pencil = ImageDraw.Draw(paper)
    pencil.rectangle((700, 1000, 1700, 1100), fill="saddlebrown")
    for left, colour in ((800, "darkgreen"), (1300, "firebrick")):
        pencil.ellipse((left, 500, left + 250, 750), outline=colour, width=20)
        pencil.line((left + 125, 750, left + 125, 1000), fill=colour, width=20)
    where = Image.Exif()
    where.get_ifd(0x8825).update({1: "N", 2: (42.0, 39.0, 46.0), 3: "E", 4: (21.0, 9.0, 52.0)})
    photograph = BytesIO()
    paper.save(photograph, "JPEG", exif=where)
    return photograph.getvalue()


class Emergency:
    """The steps of this story, in the order in which they happen."""

    def __init__(self, visitor: Visitor) -> None:
        self.visitor, self.page = visitor, visitor.page
        self.days = time_machine.travel(FRIDAY_NIGHT, tick=True)
        self.days.start()

    def on(self, moment: datetime) -> None:
        """The story goes on at another hour."""
        self.days.stop()
        self.days = time_machine.travel(moment, tick=True)
        self.days.start()

    def signs_in(self, name: str) -> None:
        """Somebody of the cast sits down at the browser."""
        self.visitor.is_signed_in(name)

    def opens(self, path: str) -> None:
        """Open a page, and see that nobody is shut out of it."""
        self.visitor.goes_to(path)
        self.visitor.is_shut_out_of_nothing()

    def follows(self, link: str) -> None:
        """Follow a link by its words."""
        links = self.page.locator("main a").filter(has_text=link)
        self.visitor.presses(links.filter(has_not_text="Stop this clock").first)
        self.visitor.is_shut_out_of_nothing()

    def today(self) -> date:
        return datetime.now(UTC).date()  # noqa: TID251 - the story's own day

    @property
    def workspace(self) -> str:
        return f"/questions/{self.question.pk}/"

    def given_a_boy_whose_father_was_taken_to_hospital(self) -> None:
        team = a_unit("Team Prishtina")
        worker = a_user(Role.SOCIAL_WORKER, team, username="arta", full_name="Arta Krasniqi")
        a_user(Role.SOCIAL_WORKER, team, username="besim", full_name="Besim Gashi")
        a_user(Role.SUPERVISOR, team, username="ilir", full_name="Ilir Hoxha")
        a_user(Role.AUDITOR, team, username="milan", full_name="Milan Stojanović")
        self.file = a_file(a_child("Luan Krasniqi", birth=date(2019, 1, 17)), worker=worker)
        self.foster = a_home("Foster family Morina", form="foster_emergency", unit=team)
        self.aunt = a_home("Teuta Krasniqi's family", unit=team, carer=a_person("Teuta Krasniqi"))

    def when_she_asks(self, kind: str, why_now: str) -> None:
        self.signs_in("arta")
        self.opens(f"/files/{self.file.reference}/questions/new/{kind}/")
        self.visitor.chooses("causes", "parent_ill")
        self.visitor.writes("why_now", why_now)
        self.visitor.writes("if_nothing", "He would be alone.")
        self.visitor.sends()
        self.question = Question.objects.latest("pk")
        self.child = QuestionChild.objects.get(question=self.question)

    def and_there_are_only_hours(self) -> None:
        self.opens(f"/hearings/{self.child.pk}/")
        self.visitor.chooses("heard", "no")
        self.visitor.chooses("reason", "hours_to_protect")
        self.visitor.sends()
        self.visitor.sees("There were only hours to protect the child")
        self.visitor.sees("Not possible")

    def and_weighs(self, factors: int, *options: tuple[str, object, str]) -> None:
        for form, home, in_words in options:
            self.visitor.goes_to(f"{self.workspace}options/new/")
            self.visitor.chooses("form", form)
            if home is not None:
                self.page.locator("[name=home]").select_option(str(home.pk))  # type: ignore[attr-defined]
            self.visitor.writes("in_words", in_words)
            self.visitor.sends()
            shown = [factor for factor in Factor if self.page.locator(f"[name={factor}_sentence]").count()]
            assert len(shown) == factors
            for factor in shown:
                leaning, sentence = SAID[form].get(factor, ("unknown", "Nobody could tell us yet."))
                self.visitor.chooses(f"{factor}_leaning", leaning)
                self.visitor.writes(f"{factor}_sentence", sentence)
            self.visitor.sends()

    def and_the_supervisor_decides(self, in_words: str, because: str) -> Outcome:
        self.signs_in("ilir")
        self.opens(f"{self.workspace}issue/")
        chosen = Option.objects.get(question=self.question, in_words=in_words)
        self.visitor.chooses(f"child_{self.child.pk}", str(chosen.pk))
        self.visitor.writes("legal_basis", "Law 06/L-084 on child protection")
        self.visitor.writes("because", because)
        self.visitor.sends()
        self.gives_every_reason_asked_for()
        self.visitor.sees("The decision is issued")
        return Outcome.objects.select_related("decision").get(decision__question=self.question)

    def gives_every_reason_asked_for(self) -> None:
        """Where a rule warns, the page asks for a written reason."""
        boxes = self.page.locator("textarea[name^=reason_]")
        if boxes.count():
            for number in range(boxes.count()):
                boxes.nth(number).fill("Known, weighed and written down.")
            self.visitor.sends()

    def and_he_lives_there_from_that_day(self, outcome: Outcome) -> None:
        self.signs_in("arta")
        self.visitor.goes_to(f"/outcomes/{outcome.pk}/place/")
        self.visitor.fills_day("first_day", self.today())
        if self.page.locator("[name=end_reason]").count():
            self.page.locator("[name=end_reason]").select_option("moved_for_family")
        self.visitor.sends()
        self.gives_every_reason_asked_for()
        assert Placement.objects.get(outcome=outcome).first_day == self.today()

    def then_he_is_told(self, outcome: Outcome, reaction: str) -> None:
        self.signs_in("arta")
        self.opens(f"/files/{self.file.reference}/")
        self.follows("Tell the child what was decided")
        self.visitor.chooses("how", "pictures")
        assert self.page.locator("select[name=language]").input_value() or self.speaks_albanian()
        assert outcome.decision.reasons in self.page.locator("[name=words]").input_value()
        self.visitor.writes("reaction", reaction)
        self.visitor.writes(
            "complaint_explained", "If it is not good there: Besim, 038 200 300, day or night."
        )
        self.visitor.keeps_a_picture("tell")
        self.visitor.sends()
        self.visitor.sees(reaction)
        self.visitor.sees("038 200 300")

    def speaks_albanian(self) -> bool:
        self.page.locator("select[name=language]").select_option("sq")
        return True

    def and_the_question_is_closed(self) -> None:
        self.opens(self.workspace)
        self.follows("Close this question")
        self.visitor.sends()
        self.visitor.sees("The question is closed.")
        assert Closing.objects.get(question=self.question).closed_on == self.today()

    def when_he_is_prepared(self) -> None:
        self.opens(self.workspace)
        self.visitor.sees("To do now")
        self.follows("Prepare Luan Krasniqi")
        self.visitor.sees("with play, dolls or a drawing")
        self.visitor.fills_day("on", self.today())
        self.visitor.writes(
            "explained", "That we look for where he can live while dad is ill, and that he may say no."
        )
        self.visitor.writes("wants_there", "Aunt Teuta")
        self.visitor.sends()

    def and_heard_with_a_drawing(self) -> None:
        self.follows("Record what Luan Krasniqi says")
        self.visitor.chooses("heard", "yes")
        self.visitor.chooses("how", "drawing_play")
        self.visitor.fills_day("on", self.today())
        self.page.locator("select[name=where]").select_option("family_home")
        self.page.locator("select[name=language]").select_option("sq")
        self.visitor.writes("supported_by", "Aunt Teuta, as he wished")
        self.visitor.writes("words", "I sit here, and she sings. Dad comes on Sunday.")
        self.visitor.keeps_a_picture("hearing")
        self.visitor.sends()
        self.follows("Keep a drawing of Luan Krasniqi")
        photograph = {"name": "IMG_2044.jpg", "mimeType": "image/jpeg", "buffer": a_drawing()}
        self.page.locator("[name=picture]").set_input_files(files=[photograph])  # type: ignore[list-item]
        self.visitor.writes("says", "That is me, and that is the table.")
        self.visitor.sends()
        assert b"Exif" not in bytes(Drawing.objects.get().picture)

    def and_his_view_gets_its_weight(self) -> None:
        self.follows("Say what becomes of the view of Luan Krasniqi")
        self.visitor.sees("I sit here, and she sings.")
        self.visitor.writes("taken_up", "The aunt: yes. Dad on Sundays: yes, in the hospital, with the aunt.")
        self.visitor.sends()

    def and_his_father_is_heard_in_hospital(self) -> None:
        self.follows("Add a person")
        self.visitor.writes("name", "Agim Krasniqi")
        self.page.locator("select[name=part]").select_option("parent")
        self.visitor.chooses("heard", "yes")
        self.visitor.chooses("how", "talk")
        self.visitor.fills_day("on", self.today())
        self.page.locator("select[name=language]").select_option("sq")
        self.visitor.writes("view", "With my sister, until I can stand again.")
        self.visitor.writes("taken_up", "This is the option that is weighed first.")
        self.visitor.sends()
        self.visitor.sees("With my sister, until I can stand again.")

    def then_the_workspace_shows_how_far_it_has_come(self) -> None:
        self.opens(self.workspace)
        for word in ("Prepared", "Heard", "Given its weight", "Told", "Knows how to complain"):
            self.visitor.sees(word)
        steps = self.page.locator(".vatra-hearing__steps li").all_inner_texts()
        assert ["Done" in step for step in steps] == [True, True, True, False, False]
        self.visitor.keeps_a_picture("hearings")

    def and_a_colleague_asks_whether_he_felt_heard(self) -> None:
        self.signs_in("besim")
        self.opens(self.workspace)
        self.follows("Ask whether Luan Krasniqi felt heard")
        self.visitor.chooses("answer", "yes")
        self.visitor.writes("words", "She waited until I was done.")
        self.visitor.sends()
        self.visitor.sees("She waited until I was done.")

    def then_the_auditor_reads_it_all_and_changes_nothing(self, night: Question) -> None:
        self.signs_in("milan")
        self.opens(f"/questions/{night.pk}/")
        self.visitor.sees("There were only hours to protect the child")
        self.opens(self.workspace)
        assert self.page.locator("a[href$='/tell/'], a[href$='/prepare/'], a[href$='/close/']").count() == 0
        with self.page.expect_response(lambda answer: "/drawings/" in answer.url) as picture:
            self.page.get_by_text("Look at the drawing").click()
        assert picture.value.headers["content-type"] == "image/jpeg"
        width = "image => image.decode().then(() => image.naturalWidth)"
        assert self.page.locator(".vatra-drawing img").evaluate(width) == 1600
        self.visitor.is_shut_out_of_nothing()
        self.visitor.keeps_a_picture("told")
        self.opens(f"/files/{self.file.reference}/timeline/")
        for told in ("I sit here, and she sings.", "Can I take the blanket?", "The child was prepared"):
            self.visitor.sees(told)
        self.opens(f"/units/{self.file.unit_id}/heard/")
        self.visitor.sees("Too few to say.")
        self.visitor.keeps_a_picture("participation")


@pytest.fixture
def emergency(visitor: Visitor) -> Iterator[Emergency]:
    """The story on its first night."""
    told = Emergency(visitor)
    yield told
    told.days.stop()


def test_a_boy_is_safe_within_hours_and_heard_within_days(emergency: Emergency) -> None:
    emergency.given_a_boy_whose_father_was_taken_to_hospital()
    emergency.when_she_asks("emergency", "The ambulance took his father an hour ago. Nobody else is at home.")
    emergency.and_there_are_only_hours()
    emergency.and_weighs(
        4,
        ("birth_family", None, "alone in the flat until morning"),
        ("foster_emergency", emergency.foster, "with the Morina family tonight"),
    )
    safe = emergency.and_the_supervisor_decides(
        "with the Morina family tonight", "Nobody else could come tonight."
    )
    emergency.and_he_lives_there_from_that_day(safe)
    emergency.on(SATURDAY)
    emergency.then_he_is_told(safe, "He asked when dad comes.")
    emergency.and_the_question_is_closed()
    night = emergency.question
    emergency.on(MONDAY)
    emergency.when_she_asks("first_placement", "He is safe; now it is to be decided where he lives.")
    emergency.when_he_is_prepared()
    emergency.and_heard_with_a_drawing()
    emergency.and_his_view_gets_its_weight()
    emergency.and_his_father_is_heard_in_hospital()
    emergency.and_weighs(
        9,
        ("birth_family", None, "home, with help day and night"),
        ("kinship", emergency.aunt, "with aunt Teuta"),
        ("foster_emergency", emergency.foster, "stay with the Morina family"),
    )
    emergency.then_the_workspace_shows_how_far_it_has_come()
    lives = emergency.and_the_supervisor_decides("with aunt Teuta", "She is family, near, and he wishes it.")
    emergency.and_he_lives_there_from_that_day(lives)
    due = Duty.objects.get(chain=emergency.file.key, rule="child_told")
    assert due.due_on == date(2026, 3, 23)
    emergency.on(THURSDAY)
    emergency.then_he_is_told(lives, "Can I take the blanket?")
    assert not Duty.objects.filter(chain=emergency.file.key, rule="child_told").exists()
    emergency.and_the_question_is_closed()
    emergency.and_a_colleague_asks_whether_he_felt_heard()
    emergency.then_the_auditor_reads_it_all_and_changes_nothing(night)
