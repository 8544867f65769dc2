"""The steps that stories about a decision share, in the words of those who take them."""

from collections.abc import Mapping
from datetime import UTC, date, datetime

import time_machine

from tests.builders import TODAY, a_user
from tests.stories.conftest import Visitor
from vatra.access.models import Unit
from vatra.access.roles import Role
from vatra.casework.models import File
from vatra.decisions.models import Decision, Option, Question, QuestionChild
from vatra.decisions.words import Factor
from vatra.homes.models import Home

Said = Mapping[str, tuple[str, str]]
"""By factor: which way it points, and why."""


class Deciding:
    """A worker, a supervisor and an auditor of one team, and a question they work on."""

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

    def today(self) -> date:
        return datetime.now(UTC).date()  # noqa: TID251 - the story's own day

    def signs_in(self, name: str) -> None:
        """Somebody of the cast sits down at the browser."""
        self.visitor.is_signed_in(name)

    def opens(self, path: str) -> None:
        """Open a page, and see that nobody is shut out of it."""
        self.visitor.goes_to(path)
        self.visitor.is_shut_out_of_nothing()

    @property
    def workspace(self) -> str:
        return f"/questions/{self.question.pk}/"

    def given_a_team(self, team: Unit) -> None:
        self.arta = a_user(Role.SOCIAL_WORKER, team, username="arta", full_name="Arta Krasniqi")
        a_user(Role.SOCIAL_WORKER, team, username="besim", full_name="Besim Gashi")
        a_user(Role.SUPERVISOR, team, username="ilir", full_name="Ilir Hoxha")
        a_user(Role.AUDITOR, team, username="milan", full_name="Milan Stojanović")

    def asks(self, file: File, kind: str, *, why_now: str, if_nothing: str, cause: str = "") -> None:
        """Choose the kind of question, and say why it is asked."""
        self.opens(f"/files/{file.reference}/questions/new/")
        self.visitor.presses(self.page.locator(f"main a[href$='/new/{kind}/']"))
        together = self.page.locator("[name=together]")
        for number in range(together.count()):
            together.nth(number).check()
        if cause:
            self.visitor.chooses("causes", cause)
        self.visitor.writes("why_now", why_now)
        self.visitor.writes("if_nothing", if_nothing)
        self.visitor.is_shut_out_of_nothing()
        self.visitor.sends()
        self.question = Question.objects.latest("pk")

    def prepares_and_hears(self, given_name: str, words: str, taken_up: str, *, how: str = "talk") -> None:
        """The child knows what is asked, is heard, and the view is given its weight."""
        child = QuestionChild.objects.get(question=self.question, file__child__given_name=given_name)
        self.visitor.goes_to(f"/hearings/{child.pk}/prepare/")
        self.visitor.fills_day("on", self.today())
        self.visitor.writes("explained", "What is decided, by whom, and that nothing has to be said.")
        self.visitor.sends()
        self.visitor.goes_to(f"/hearings/{child.pk}/")
        self.visitor.chooses("heard", "yes")
        self.visitor.chooses("how", how)
        self.page.locator("select[name=language]").select_option("sq")
        self.visitor.fills_day("on", self.today())
        self.visitor.writes("words", words)
        self.visitor.writes("taken_up", taken_up)
        self.visitor.sends()

    def hears(self, name: str, part: str, view: str) -> None:
        """Somebody close to the child says what they think."""
        self.visitor.goes_to(f"{self.workspace}participants/new/")
        self.visitor.writes("name", name)
        self.page.locator("select[name=part]").select_option(part)
        self.visitor.chooses("heard", "yes")
        self.visitor.chooses("how", "talk")
        self.visitor.fills_day("on", self.today())
        self.page.locator("select[name=language]").select_option("sq")
        self.visitor.writes("view", view)
        self.visitor.sends()

    def puts_on_the_table(self, form: str, in_words: str, said: Said, *, home: Home | None = None) -> None:
        """An option, with its home where there is one, weighed on every factor; what is not said is not known."""
        self.visitor.goes_to(f"{self.workspace}options/new/")
        self.visitor.chooses("form", form)
        if home is not None:
            self.page.locator("[name=home]").select_option(str(home.pk))
        self.visitor.writes("in_words", in_words)
        self.visitor.writes("short_term", "Help comes to the house from Monday.")
        self.visitor.writes("long_term", "To be looked at again before school begins.")
        self.visitor.sends()
        self.weighs(said)

    def weighs(self, said: Said) -> None:
        """Fill in the page on which an option is weighed."""
        for factor in Factor:
            leaning, sentence = said.get(factor, ("unknown", "Nobody could tell us yet."))
            self.visitor.fills({f"{factor}_leaning": leaning, f"{factor}_sentence": sentence})
        self.visitor.sends()

    def begins_the_decision(self, because: str, **chosen: str) -> None:
        """Choose for each child, by the given name, and write the reasons."""
        for given_name, in_words in chosen.items():
            child = QuestionChild.objects.get(question=self.question, file__child__given_name=given_name)
            option = Option.objects.get(question=self.question, in_words=in_words)
            self.visitor.chooses(f"child_{child.pk}", str(option.pk))
        self.visitor.writes("legal_basis", "Law 06/L-084 on child protection")
        self.visitor.writes("because", because)

    def gives_every_reason_asked_for(self) -> None:
        """Where a rule warns, the page asks for a written reason."""
        boxes = self.page.locator("textarea[name^=reason_]")
        if boxes.count():
            for number in range(boxes.count()):
                boxes.nth(number).fill("Known, weighed and written down.")
            self.visitor.sends()

    def the_decision(self) -> Decision:
        """The last one on the question."""
        return Decision.objects.filter(question=self.question).latest("pk")

    def then_the_auditor_reads(self, decision: Decision, *told: str) -> None:
        """Somebody who was not involved sees what was decided, why, and what the child said; and changes nothing."""
        self.signs_in("milan")
        self.opens(f"/decisions/{decision.pk}/")
        for words in told:
            self.visitor.sees(words)
        for act in ("supersede/", "withdraw/", "appeals/new/"):
            answer = self.page.goto(f"{self.visitor.address}/decisions/{decision.pk}/{act}")
            assert answer is not None
            assert answer.status == 403
