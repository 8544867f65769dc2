"""An ask moves to “adopted” with a source: one officer writes it, another approves it, and the public reads it."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
import time_machine

from tests.advocacy.asks import an_ask
from tests.builders import TODAY, a_unit, a_user
from tests.stories.conftest import Visitor
from vatra.access.roles import Role
from vatra.advocacy.actions.campaigns import show_campaign
from vatra.advocacy.models import AskUpdate
from vatra.kernel.ledger import Actor

GAZETTE = "https://gazette.example/2026/14"
WORDS = "The assembly has adopted the law."


class AdoptedAsk:
    """The steps of this story, in the order in which they happen."""

    def __init__(self, visitor: Visitor) -> None:
        self.visitor, self.page = visitor, visitor.page

    def given_an_ask_and_two_officers(self) -> None:
        unit = a_unit("Organisation")
        for name in ("bekim", "teuta"):
            a_user(Role.ADVOCACY_OFFICER, unit, username=name, full_name=name.capitalize())
        self.ask = an_ask(shown=True, slug="status-in-time")
        by = Actor(None, "", datetime(2026, 3, 16, 8, tzinfo=UTC))
        show_campaign(campaign=self.ask.campaign, from_day=date(2025, 1, 1), by=by)

    def when_the_first_writes_what_happened(self) -> None:
        self.visitor.is_signed_in("bekim")
        self.visitor.goes_to("/")
        self.follows("Campaigns", inside="nav")
        self.follows("Asks", inside="nav[aria-label='Parts of advocacy']")
        self.follows(str(self.ask.title))
        self.visitor.is_shut_out_of_nothing()
        self.follows("Write down what happened")
        self.visitor.fills_day("happened_on", TODAY)
        self.page.locator("[name=stage]").select_option("adopted")
        self.visitor.writes("text_en", WORDS)
        self.visitor.writes("source_url", GAZETTE)
        self.visitor.is_shut_out_of_nothing()
        self.visitor.sends()
        self.visitor.sees("counts once somebody else has approved it")

    def then_the_public_still_reads(self, stage: str) -> None:
        self.visitor.goes_to(f"/en/asks/{self.ask.slug}/")
        self.visitor.sees(f"{stage}, since")
        assert (WORDS in self.page.content()) == (stage == "Adopted")
        self.visitor.is_looked_at_with_axe()
        self.visitor.keeps_a_picture(f"ask-{stage.lower()}")

    def and_the_first_cannot_approve_it(self) -> None:
        self.visitor.goes_to("/asks/to-approve/")
        self.visitor.sees("You wrote this yourself")
        self.visitor.goes_to(f"/ask-updates/{AskUpdate.objects.get().pk}/approve/")
        self.visitor.sends()
        self.visitor.sees("somebody else has to answer")
        self.visitor.is_shut_out_of_nothing()

    def when_the_second_approves_it(self) -> None:
        self.visitor.is_signed_in("teuta")
        self.visitor.goes_to("/asks/to-approve/")
        self.visitor.is_shut_out_of_nothing()
        self.follows("Approve")
        self.visitor.sees(GAZETTE)
        self.visitor.sends()
        self.visitor.sees("it counts from now on")
        self.visitor.is_shut_out_of_nothing()

    def and_finds_the_source(self) -> None:
        link = self.page.get_by_role("link", name=GAZETTE)
        assert link.get_attribute("href") == GAZETTE
        self.visitor.goes_to("/en/asks/")
        self.visitor.sees("Adopted")

    def and_a_past_day_shows_what_was_then(self) -> None:
        self.visitor.goes_to(f"/en/asks/{self.ask.slug}/")
        self.page.locator("[name=on]").fill("2026-03-15")
        self.visitor.presses(self.page.get_by_role("button", name="Show", exact=True))
        self.visitor.sees("This page shows 15 March 2026, a day that is past.")
        self.visitor.sees("Asked, since")
        assert WORDS not in self.page.content()
        self.visitor.is_looked_at_with_axe()

    def follows(self, link: str, *, inside: str = "main") -> None:
        """Follow a link by its words."""
        self.visitor.presses(self.page.locator(f"{inside} a").filter(has_text=link).first)


@pytest.fixture
def story(visitor: Visitor) -> Iterator[AdoptedAsk]:
    """The story on its one day."""
    with time_machine.travel(datetime(TODAY.year, TODAY.month, TODAY.day, 10, tzinfo=UTC), tick=True):
        yield AdoptedAsk(visitor)


def test_an_ask_moves_to_adopted_with_a_source(story: AdoptedAsk) -> None:
    story.given_an_ask_and_two_officers()
    story.when_the_first_writes_what_happened()
    story.then_the_public_still_reads("Asked")
    story.and_the_first_cannot_approve_it()
    story.when_the_second_approves_it()
    story.then_the_public_still_reads("Adopted")
    story.and_finds_the_source()
    story.and_a_past_day_shows_what_was_then()
