"""A press conference opens "I give hope", and an article about it is coded by two."""

from datetime import date, datetime, timedelta

import pytest
from time_machine import TimeMachineFixture

from tests.advocacy.actions import a_campaign
from tests.advocacy.media import a_message, an_outlet
from tests.advocacy.test_press import PDF
from tests.builders import a_unit, a_user
from tests.stories.conftest import Visitor
from vatra.access.models import Appointment, User
from vatra.access.roles import Role
from vatra.advocacy.media.books import latest
from vatra.advocacy.models import Campaign, Clipping, KitFile, PressConference, Registration
from vatra.advocacy.tokens import CONFIRM_PLACE, token_for
from vatra.kernel import clock

BEGINS = datetime(2015, 5, 15, 11, tzinfo=clock.LOCAL)
SLUG = "i-give-hope-opens"
STATEMENT = "I give hope begins today."
YES = {"pity_frame": "yes"}


class Opening:
    """The steps of these stories."""

    def __init__(self, visitor: Visitor, time_machine: TimeMachineFixture) -> None:
        self.visitor, self.page, self.time = visitor, visitor.page, time_machine
        self.time.move_to(BEGINS - timedelta(days=7))
        unit = a_unit("Team")
        self.bekim = a_user(Role.ADVOCACY_OFFICER, unit, username="bekim", full_name="Bekim Sadiku")
        self.teuta = a_user(Role.ADVOCACY_OFFICER, unit, username="teuta", full_name="Teuta Zeka")
        Appointment.objects.update(first_day=date(2013, 5, 15))
        self.campaign = Campaign.objects.filter(slug="i-give-hope").first() or a_campaign("i-give-hope")

    def becomes(self, user: User) -> None:
        self.visitor.is_signed_in(user.username)

    def signs_out(self) -> None:
        self.page.context.clear_cookies(name="sessionid")

    def plans_the_press_conference(self) -> None:
        self.visitor.goes_to("/actions/")
        self.visitor.follows("Plan a press conference")
        self.page.locator("[name=campaign]").select_option(str(self.campaign.pk))
        self.visitor.writes("slug", SLUG)
        self.visitor.writes("title_en", "I give hope: opening")
        self.visitor.fills_day("first_day", BEGINS.date())
        self.visitor.fills_day("shown_from", clock.today())
        self.visitor.writes("place", "Hotel Emerald")
        self.visitor.writes("starts", "11:00")
        self.visitor.writes("ends", "12:00")
        self.visitor.chooses("languages", "sq")
        self.page.locator("[name=is_open]").check()
        self.visitor.sends()

    def prepares_the_kit(self) -> None:
        self.visitor.follows("Prepare what the press gets")
        self.visitor.writes("statement_en", STATEMENT)
        self.visitor.writes("contact_name", "Bekim Sadiku")
        self.visitor.writes("contact", "press@vatra.example")
        self.visitor.sends()
        self.visitor.follows("Put a file into the kit")
        self.visitor.writes("title", "Facts and figures")
        self.visitor.chooses("shows", "no_child")
        self.page.locator("[name=file]").set_input_files(
            {"name": "facts.pdf", "mimeType": "application/pdf", "buffer": PDF}
        )
        self.visitor.sends()

    def a_journalist_registers(self) -> None:
        self.signs_out()
        self.visitor.goes_to(f"/en/events/{SLUG}/")
        self.visitor.writes("name", "Besa Hoti")
        self.visitor.writes("email", "besa@zeri.example")
        self.visitor.writes("outlet", "Zëri i vogël")
        self.visitor.presses_button("Register")
        self.visitor.sees("Look into your mail")
        registration = Registration.objects.get()
        self.visitor.goes_to(f"/en/confirm-place/{token_for(registration.key, CONFIRM_PLACE)}/")
        self.visitor.presses_button("Yes, I come")
        self.visitor.sees("Somebody of us decides about your accreditation")

    def is_accredited(self) -> None:
        self.becomes(self.bekim)
        self.visitor.goes_to(f"/occasions/{SLUG}/")
        self.visitor.follows("Decide")
        self.visitor.chooses("is_granted", "yes")
        self.visitor.sends()
        self.visitor.sees("Accredited")

    def keeps_the_article(self) -> Clipping:
        self.visitor.goes_to("/media/new/")
        self.visitor.writes("address", "https://zeri.example/lajme/9?utm_source=feed")
        self.visitor.writes("title", "Unë jap shpresë u hap")
        self.page.locator("[name=outlet]").select_option(label="Zëri i vogël")
        self.page.locator("[name=campaign]").select_option(str(self.campaign.pk))
        self.visitor.fills_day("published_on", clock.today())
        self.visitor.sends()
        return Clipping.objects.get()

    def codes(self, clipping: Clipping, user: User, **answers: str) -> None:
        self.becomes(user)
        self.visitor.goes_to(f"/media/clippings/{clipping.pk}/code/")
        for question in latest().questions:
            usual = {"reach": "large", "tone": "for", "message": "none"}.get(question.code, "no")
            self.visitor.chooses(question.code, answers.get(question.code, usual))
        self.visitor.sends()


@pytest.fixture
def story(visitor: Visitor, time_machine: TimeMachineFixture) -> Opening:
    """Two advocacy officers, a week before the opening."""
    return Opening(visitor, time_machine)


def test_the_press_conference_opens_i_give_hope(story: Opening) -> None:
    visitor = story.visitor
    story.becomes(story.bekim)
    story.plans_the_press_conference()
    story.prepares_the_kit()
    visitor.is_shut_out_of_nothing()
    story.a_journalist_registers()
    visitor.goes_to(f"/en/press/{SLUG}/")
    visitor.sees("stand here once the embargo has ended")
    assert STATEMENT not in story.page.locator("body").inner_text()
    story.is_accredited()
    story.signs_out()
    story.time.move_to(BEGINS)
    assert PressConference.objects.get().embargo_at == BEGINS
    visitor.goes_to(f"/en/press/{SLUG}/")
    visitor.sees(STATEMENT)
    visitor.keeps_a_picture("press-conference")
    with story.page.expect_download() as downloading:
        story.page.get_by_role("link", name="Facts and figures").click()
    assert downloading.value.path().read_bytes() == bytes(KitFile.objects.get().content) == PDF
    story.time.move_to(BEGINS + timedelta(hours=3))
    story.becomes(story.bekim)
    visitor.goes_to(f"/occasions/{SLUG}/")
    story.visitor.follows("Write down who came")
    story.page.get_by_label("Besa Hoti").check()
    visitor.sends()
    visitor.sees("Came")
    story.visitor.follows("Plan what follows")
    visitor.writes("what", "Send the missing figures to Besa Hoti")
    visitor.fills_day("due_on", (BEGINS + timedelta(days=4)).date())
    story.page.locator("[name=person]").select_option(label="Teuta Zeka")
    visitor.sends()
    visitor.sees("Send the missing figures to Besa Hoti")
    visitor.is_shut_out_of_nothing()
    visitor.keeps_a_picture("occasion")


def test_an_article_is_coded_by_two_apart_from_each_other_and_the_page_tells_how_far_they_agree(
    story: Opening,
) -> None:
    visitor = story.visitor
    an_outlet("Zëri i vogël")
    a_message(story.campaign)
    story.time.move_to(BEGINS + timedelta(days=1))
    story.becomes(story.bekim)
    clipping = story.keeps_the_article()
    story.codes(clipping, story.bekim, **YES)
    visitor.sees("1 of 2 coders are done.")
    story.becomes(story.teuta)
    visitor.goes_to(f"/media/clippings/{clipping.pk}/")
    visitor.sees("What was answered is shown when both are done.")
    assert "Does it ask for pity" not in story.page.locator("body").inner_text()
    story.codes(clipping, story.teuta)
    visitor.sees("They differ")
    visitor.goes_to("/media/agreement/")
    visitor.sees("1 article was coded by two people")
    visitor.sees("Unë jap shpresë u hap")
    visitor.keeps_a_picture("agreement")
    story.visitor.follows("Unë jap shpresë u hap")
    story.visitor.presses_button("Settle where two coders differ")
    visitor.chooses("pity_frame", "no")
    visitor.writes("why", "The mother speaks for herself.")
    visitor.sends()
    visitor.sees("The mother speaks for herself.")
    visitor.goes_to("/media/agreement/")
    visitor.sees("Nothing is open.")
    visitor.is_shut_out_of_nothing()
