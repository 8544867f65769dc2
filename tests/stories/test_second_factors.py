"""A passkey and one-time codes in a real browser: set up, signed in with, lost."""

import pytest
from allauth.mfa.models import Authenticator
from playwright.sync_api import Browser, CDPSession
from pytest_django.live_server_helper import LiveServer

from tests.access.second_factors import SECOND_STEP, code_of, kinds, wrong_code
from tests.builders import PASSWORD, a_unit, a_user
from tests.stories.conftest import Visitor
from vatra.access.models import User
from vatra.access.roles import Role

LANGUAGES = ("sq", "sr-latn", "en")
# A telephone or laptop that knows its owner by the finger.
DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


class SigningIn:
    """The steps of these stories."""

    def __init__(self, visitor: Visitor) -> None:
        self.visitor, self.page = visitor, visitor.page
        self.team = a_unit("Team Prishtina")
        self.arta = a_user(Role.SOCIAL_WORKER, self.team, username="arta", full_name="Arta Krasniqi")
        self.device, self.authenticator = self.with_a_device()

    def with_a_device(self) -> tuple[CDPSession, str]:
        device = self.page.context.new_cdp_session(self.page)
        device.send("WebAuthn.enable")
        added = device.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})
        return device, str(added["authenticatorId"])

    def loses_the_device(self) -> None:
        self.device.send("WebAuthn.clearCredentials", {"authenticatorId": self.authenticator})

    def opens_second_factors(self, way: str) -> None:
        self.visitor.is_signed_in("arta")
        self.visitor.goes_to("/my-account/")
        self.visitor.follows("Passkeys, one-time codes and recovery codes")
        self.visitor.follows(way)
        self.visitor.writes("password", PASSWORD)
        self.visitor.presses_button("Go on")

    def signs_out(self) -> None:
        self.visitor.goes_to("/account/logout/")
        self.visitor.presses_button("Sign Out")
        self.visitor.speaks("en")

    def gives_the_password(self) -> None:
        self.visitor.signs_in("arta", PASSWORD)

    def is_on_my_day(self) -> None:
        assert self.page.url == f"{self.visitor.address}/"
        self.visitor.sees("Sign out")

    def keeps_the_recovery_codes(self) -> list[str]:
        self.visitor.sees("This is the only time the codes are shown.")
        self.visitor.is_shut_out_of_nothing()
        self.visitor.keeps_a_picture("recovery-codes")
        codes = self.page.locator(".vatra-code").all_inner_texts()
        self.visitor.presses_button("I have kept the codes")
        return codes

    def adds_a_passkey(self) -> list[str]:
        self.opens_second_factors("Add a passkey")
        self.visitor.keeps_a_picture("add-a-passkey")
        self.visitor.presses_button("Add the passkey")
        return self.keeps_the_recovery_codes()

    def sets_up_an_app(self) -> tuple[str, list[str]]:
        self.opens_second_factors("Set up an app")
        self.visitor.keeps_a_picture("set-up-an-app")
        secret = self.page.locator(".vatra-code").inner_text()
        self.visitor.writes("code", code_of(secret))
        self.visitor.presses_button("Set up the app")
        return secret, self.keeps_the_recovery_codes()


@pytest.fixture
def story(visitor: Visitor) -> SigningIn:
    """Arta, her device, and the sign-in page."""
    return SigningIn(visitor)


def test_a_passkey_opens_my_day_without_the_password(story: SigningIn) -> None:
    assert len(story.adds_a_passkey()) == 10
    assert kinds(story.arta) == {"webauthn", "recovery_codes"}
    story.signs_out()
    story.visitor.goes_to("/account/login/")
    story.visitor.presses_button("Sign in with a passkey")
    story.is_on_my_day()


def test_where_the_address_is_a_number_no_passkey_is_offered(
    browser: Browser, live_server: LiveServer
) -> None:
    page = browser.new_page()
    offered = []
    for name in ("localhost", "127.0.0.1"):
        page.goto(live_server.url.replace("localhost", name) + "/account/login/")
        offered.append(page.locator("#passkey_login").is_visible())
    page.close()
    assert offered == [True, False]


def test_the_password_and_then_the_passkey_open_my_day(story: SigningIn) -> None:
    story.adds_a_passkey()
    story.signs_out()
    story.gives_the_password()
    assert story.page.url == story.visitor.address + SECOND_STEP
    story.visitor.keeps_a_picture("second-step")
    story.visitor.presses_button("Use your passkey")
    story.is_on_my_day()


def test_a_lost_device_is_said_on_the_page_and_a_recovery_code_helps_once(story: SigningIn) -> None:
    codes = story.adds_a_passkey()
    story.signs_out()
    story.loses_the_device()
    story.gives_the_password()
    story.page.get_by_role("button", name="Use your passkey").click()
    story.page.get_by_text("The passkey was not used.").wait_for()
    story.visitor.is_shut_out_of_nothing()
    story.visitor.keeps_a_picture("lost-device")
    story.visitor.writes("code", codes[0])
    story.visitor.presses_button("Sign in with the code")
    story.is_on_my_day()


def test_a_code_of_the_app_opens_my_day(story: SigningIn) -> None:
    secret, codes = story.sets_up_an_app()
    assert len(codes) == 10
    story.signs_out()
    # The code that set the app up does not count as used: it signed nobody in.
    story.gives_the_password()
    story.visitor.writes("code", wrong_code(secret))
    story.visitor.presses_button("Sign in with the code")
    story.visitor.sees("Incorrect code.")
    story.visitor.writes("code", code_of(secret))
    story.visitor.presses_button("Sign in with the code")
    story.is_on_my_day()


def test_an_administrator_removes_a_lost_second_factor_and_the_person_is_told(story: SigningIn) -> None:
    a_user(Role.ADMINISTRATOR, story.team, username="enes", full_name="Enes Hadžić")
    story.adds_a_passkey()
    story.visitor.is_signed_in("enes")
    story.visitor.goes_to(f"/staff/{story.arta.pk}/")
    story.visitor.keeps_a_picture("person-with-passkey")
    story.visitor.follows("Remove the second factors")
    story.visitor.writes("why", "Her telephone fell into the river.")
    story.visitor.keeps_a_picture("remove-second-factors")
    story.visitor.sends()
    story.visitor.sees("No second factor")
    story.gives_the_password()
    story.is_on_my_day()
    story.visitor.sees("Enes Hadžić removed your second factors")
    story.visitor.goes_to("/my-account/")
    story.visitor.is_shut_out_of_nothing()
    story.visitor.keeps_a_picture("my-account-told")


def pages_with_second_factors(user: User) -> list[str]:
    """Every page about signing in that opens to somebody who has a passkey and an app."""
    passkey = Authenticator.objects.get(user=user, type="webauthn").pk
    second = "/account/2fa/"
    return [
        *("/my-account/", "/account/password/change/", "/account/logout/", "/account/reauthenticate/"),
        *(second, f"{second}reauthenticate/", f"{second}webauthn/reauthenticate/", f"{second}webauthn/"),
        *(f"{second}webauthn/add/", f"{second}webauthn/keys/{passkey}/edit/"),
        *(f"{second}webauthn/keys/{passkey}/remove/", f"{second}totp/deactivate/"),
        *(f"{second}recovery-codes/", f"{second}recovery-codes/generate/"),
    ]


def looks_at(visitor: Visitor, path: str, number: int = 0) -> None:
    """The page opens under its own address in every language; axe meets the languages in turn."""
    turn = number % len(LANGUAGES)
    for language in LANGUAGES[turn:] + LANGUAGES[:turn]:
        visitor.speaks(language)
        visitor.goes_to(path)
        assert visitor.page.url == visitor.address + path
        if language == LANGUAGES[turn]:
            visitor.is_looked_at_with_axe()
        else:
            visitor.is_shut_out_of_nothing()
        visitor.keeps_a_picture(f"{path.strip('/').replace('/', '-')}-{language}")
    visitor.speaks("en")


def test_every_page_of_signing_in_can_be_used_by_everybody(visitor: Visitor) -> None:
    story = SigningIn(visitor)
    looks_at(story.visitor, "/account/login/")
    looks_at(story.visitor, "/account/password/reset/", 1)
    story.sets_up_an_app()
    story.visitor.goes_to("/account/2fa/webauthn/add/")
    story.visitor.presses_button("Add the passkey")
    for number, path in enumerate(pages_with_second_factors(story.arta)):
        looks_at(story.visitor, path, number)
    story.gives_the_password()
    looks_at(story.visitor, SECOND_STEP, 2)
