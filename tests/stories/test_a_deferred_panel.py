"""A panel defers and says what is missing; it is done, the panel meets again and approves with a condition."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine

from tests.builders import (
    TODAY,
    a_child,
    a_file,
    a_hearing,
    a_home,
    a_question,
    a_unit,
    a_user,
    an_option,
)
from tests.stories.conftest import Visitor
from vatra.access.roles import Role
from vatra.decisions.models import Condition, Decision, PanelMeeting, PanelSeat, Resolution
from vatra.homes.words import FormOfCare

NEXT_WEEK = TODAY + timedelta(days=7)
DISSENT = "Nobody has asked the aunt in Peja, who raised two of his cousins."
MEMBERS = (
    ("luan", "Luan Thaçi", "law"),
    ("mira", "Mira Gashi", "psychology"),
    ("sara", "Sara Nikolić", "health"),
)


class DeferredPanel:
    """The steps of this story, in the order in which they happen."""

    def __init__(self, visitor: Visitor) -> None:
        self.visitor, self.page = visitor, visitor.page
        self.days = time_machine.travel(
            datetime(TODAY.year, TODAY.month, TODAY.day, 8, tzinfo=UTC), tick=True
        )
        self.days.start()

    def on(self, day: date) -> None:
        """The story goes on another day."""
        self.days.stop()
        self.days = time_machine.travel(datetime(day.year, day.month, day.day, 8, tzinfo=UTC), tick=True)
        self.days.start()

    def signs_in(self, name: str) -> None:
        """Somebody of the cast sits down at the browser."""
        self.visitor.is_signed_in(name)

    def opens_the_day_of(self, name: str) -> None:
        """Somebody of the cast begins with what is theirs to do."""
        self.signs_in(name)
        self.visitor.goes_to("/")

    def given_a_question_that_could_be_decided(self) -> None:
        team = a_unit("Team Prishtina")
        worker = a_user(Role.SOCIAL_WORKER, team, username="arta", full_name="Arta Krasniqi")
        a_user(Role.SUPERVISOR, team, username="ilir", full_name="Ilir Hoxha")
        a_user(Role.AUDITOR, team, username="milan", full_name="Milan Stojanović")
        for name, full_name, _discipline in (*MEMBERS, ("besa", "Besa Rexha", "education")):
            a_user(Role.PANEL_MEMBER, team, username=name, full_name=full_name)
        self.file = a_file(a_child("Dren Berisha"), worker=worker)
        self.question = a_question(self.file)
        an_option(self.question, FormOfCare.BIRTH_FAMILY)
        self.kin = an_option(self.question, FormOfCare.KINSHIP, a_home("Zoja Berisha's family"))
        a_hearing(self.question, "At grandmother's there are hens.")

    def when_the_supervisor_gives_four_seats(self) -> None:
        self.signs_in("ilir")
        for _name, full_name, discipline in (*MEMBERS, ("besa", "Besa Rexha", "education")):
            self.visitor.goes_to(f"/questions/{self.question.pk}/panel/seats/new/")
            self.page.locator("[name=member]").select_option(label=full_name)
            self.page.locator("[name=discipline]").select_option(discipline)
            if full_name == "Besa Rexha":
                self.page.locator("[name=as_guest]").check()
                self.visitor.is_shut_out_of_nothing()
            self.visitor.sends()
        assert PanelSeat.objects.count() == 4

    def and_calls_the_panel(self, on: date) -> None:
        self.signs_in("ilir")
        self.visitor.goes_to(f"/questions/{self.question.pk}/")
        self.visitor.follows("Call the panel")
        assert self.question.why_now in self.page.locator("[name=agenda]").input_value()
        self.visitor.fills_day("meets_on", on)
        self.visitor.is_shut_out_of_nothing()
        self.visitor.sends()
        self.visitor.sees("The panel is called.")
        self.visitor.is_shut_out_of_nothing()
        self.visitor.keeps_a_picture("panel")
        self.meeting = PanelMeeting.objects.latest("pk")

    def then_nobody_reads_before_declaring(self, name: str) -> None:
        self.opens_the_day_of(name)
        self.visitor.follows("Say whether there is a conflict of interest")
        self.visitor.sees("Dren Berisha")
        assert "hens" not in self.page.content()
        self.looks_closely_for(name)
        self.visitor.keeps_a_picture("declaration")
        self.visitor.chooses("has_conflict", "no")
        self.visitor.sends()
        self.visitor.sees("You can read this until 15 April 2026")
        self.visitor.sees("At grandmother's there are hens.")
        self.looks_closely_for(name)
        self.visitor.keeps_a_picture("pack")

    def looks_closely_for(self, name: str) -> None:
        """The same page need not be looked at again for every member; `test_every_page` opens none of these."""
        if name in {"besa", "luan"}:
            self.visitor.is_looked_at_with_axe()

    def and_the_guest_does_not_vote(self) -> None:
        assert self.page.locator("main").get_by_role("link", name="Vote").count() == 0
        answer = self.page.goto(f"{self.visitor.address}/meetings/{self.meeting.pk}/vote/")
        assert answer is not None
        assert answer.status == 403

    def and_votes(self, name: str, position: str, words: str = "") -> None:
        self.opens_the_day_of(name)
        self.visitor.follows("Vote")
        self.visitor.chooses("position", position)
        self.visitor.writes("dissent", words)
        self.looks_closely_for(name)
        self.visitor.sends()
        self.visitor.sees("Your vote is written down.")
        self.looks_closely_for(name)

    def and_the_panel_defers(self, missing: str) -> None:
        self.begins_the_answer("defer", "The house was seen once, by night.")
        self.visitor.sends()
        self.visitor.sees("Who defers says what is missing.")
        self.visitor.is_shut_out_of_nothing()
        self.visitor.writes("missing", missing)
        self.visitor.sends()
        self.visitor.sees("It is written down what the panel says.")
        self.visitor.is_shut_out_of_nothing()
        self.visitor.keeps_a_picture("deferred")

    def begins_the_answer(self, kind: str, because: str) -> None:
        self.signs_in("ilir")
        self.visitor.goes_to(f"/meetings/{self.meeting.pk}/answer/")
        self.visitor.sees(DISSENT)
        self.visitor.chooses("kind", kind)
        self.visitor.writes("because", because)

    def then_it_cannot_be_issued(self) -> None:
        self.tries_to_issue()
        self.visitor.sees("This decision needs a panel that has approved it.")
        assert not Decision.objects.exists()

    def tries_to_issue(self) -> None:
        self.visitor.goes_to(f"/questions/{self.question.pk}/issue/")
        self.visitor.chooses(f"child_{self.question.children.get().pk}", str(self.kin.pk))
        self.visitor.writes("legal_basis", "Family Law 2004/32")
        self.visitor.writes("because", "He knows his grandmother, and the school is near.")
        self.visitor.sends()

    def when_the_worker_does_what_is_missing(self, missing: str) -> None:
        self.signs_in("arta")
        self.visitor.goes_to(f"/questions/{self.question.pk}/")
        self.visitor.sees(missing)
        self.visitor.goes_to(f"/files/{self.file.reference}/notes/new/")
        self.visitor.writes("note", "The aunt in Peja was asked. She would rather help her mother with him.")
        self.visitor.sends()

    def and_the_panel_approves_with(self, condition: str, due: date) -> None:
        self.begins_the_answer("approve_with_conditions", "The aunt was asked and helps her mother.")
        self.visitor.writes("condition-1-what", condition)
        self.page.locator("[name=condition-1-responsible]").select_option(label="Arta Krasniqi")
        self.visitor.fills_day("condition-1-due_on", due)
        self.visitor.is_shut_out_of_nothing()
        self.visitor.keeps_a_picture("answer")
        self.visitor.sends()
        self.visitor.sees(condition)
        self.visitor.is_shut_out_of_nothing()

    def then_the_supervisor_issues(self) -> None:
        self.tries_to_issue()
        boxes = self.page.locator("textarea[name^=reason_]")
        for number in range(boxes.count()):
            boxes.nth(number).fill("Known, weighed and written down.")
        self.visitor.sends()
        assert Decision.objects.get().outcomes.get().option == self.kin

    def and_the_condition_is_a_task_of_the_worker(self, condition: str) -> None:
        self.opens_the_day_of("arta")
        self.visitor.sees("What a panel asks of you")
        self.visitor.is_shut_out_of_nothing()
        self.visitor.keeps_a_picture("conditions")
        self.visitor.follows(condition)
        self.visitor.writes("result", "The teacher came along. He sits beside his cousin.")
        self.visitor.is_shut_out_of_nothing()
        self.visitor.sends()
        self.visitor.sees("The teacher came along.")
        assert Condition.objects.get().met_on == NEXT_WEEK

    def and_the_auditor_reads_what_was_said_and_who_dissented(self) -> None:
        self.signs_in("milan")
        self.visitor.goes_to(f"/questions/{self.question.pk}/")
        for told in ("Deferred until something is done", "Approved with conditions"):
            self.visitor.sees(told)
        self.visitor.follows("Votes and dissent in full")
        for told in ("Luan Thaçi", DISSENT, "The aunt was asked and helps her mother."):
            self.visitor.sees(told)
        assert self.page.get_by_role("link", name="Write down what the panel says").count() == 0
        self.visitor.is_shut_out_of_nothing()
        self.visitor.keeps_a_picture("resolution")


@pytest.fixture
def story(visitor: Visitor) -> Iterator[DeferredPanel]:
    """The story on its first day."""
    told = DeferredPanel(visitor)
    yield told
    told.days.stop()


def test_a_panel_defers_until_what_is_missing_is_done(story: DeferredPanel) -> None:
    missing, condition = "Ask the aunt in Peja.", "Take him to see his new school before he moves."
    story.given_a_question_that_could_be_decided()
    story.when_the_supervisor_gives_four_seats()
    story.and_calls_the_panel(TODAY)
    story.then_nobody_reads_before_declaring("besa")
    story.and_the_guest_does_not_vote()
    for name, _full_name, _discipline in MEMBERS:
        story.then_nobody_reads_before_declaring(name)
    story.and_votes("luan", "disagrees", DISSENT)
    story.and_votes("mira", "agrees")
    story.and_votes("sara", "agrees")
    story.and_the_panel_defers(missing)
    story.then_it_cannot_be_issued()
    story.when_the_worker_does_what_is_missing(missing)
    story.on(NEXT_WEEK)
    story.and_calls_the_panel(NEXT_WEEK)
    story.and_votes("luan", "disagrees", DISSENT)
    story.and_votes("mira", "agrees")
    story.and_votes("sara", "agrees")
    story.and_the_panel_approves_with(condition, NEXT_WEEK + timedelta(days=10))
    story.then_the_supervisor_issues()
    story.and_the_condition_is_a_task_of_the_worker(condition)
    story.and_the_auditor_reads_what_was_said_and_who_dissented()
    assert list(Resolution.objects.order_by("pk").values_list("kind", flat=True)) == [
        "defer",
        "approve_with_conditions",
    ]
