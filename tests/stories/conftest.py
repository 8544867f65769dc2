"""A real browser on a real server, in three languages and two widths."""

import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client, override_settings
from playwright.sync_api import Browser, Locator, Page, sync_playwright
from pytest_django import DjangoDbBlocker
from pytest_django.live_server_helper import LiveServer

from tests.stories.hands import FILL, PRESS
from tests.stories.looking import Look
from vatra.access.models import User
from vatra.commands import assets
from vatra.commands.chromium import found

ROOT = Path(__file__).parents[2]
SHOTS = ROOT / ".screenshots"
WIDTHS = {"desk": 1280, "phone": 390}
HEIGHT = 900
# What a page asks for is kept by the browser, on whatever day the story has its clock.
YEARS = 10 * 365 * 24 * 60 * 60
# The threads of the server are gone; what they kept open would keep the test database from going.
HANG_UP = """SELECT pg_terminate_backend(pid) FROM pg_stat_activity
             WHERE datname = current_database() AND pid <> pg_backend_pid()"""
# How much wider than the window the page is, and whether it refuses something.
MEASURE = """[
    document.documentElement.scrollWidth - window.innerWidth, document.querySelector(".govuk-error-summary") !== null,
]"""
SEEN_BY_AXE: set[tuple[str, int]] = set()
# Chromium must not look for its maker's servers: there is no network, and nothing of ours needs one.
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# A page opens in the process that showed the one before, which is an eighth of its work.
# Playwright switches the first two off as well; of two such lists Chromium reads the last.
AS_IT_WAS = "--disable-features=AvoidUnnecessaryBeforeUnloadCheckSync,PaintHolding,RenderDocument"


def chromium() -> str | None:
    """Where Chromium is on this machine."""
    return os.environ.get("VATRA_CHROMIUM") or found()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test here is a story; without Chromium it is skipped and says what to install."""
    no_browser = pytest.mark.skip(reason="Chromium is not installed: install Debian's package 'chromium'.")
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.story)
            if chromium() is None:
                item.add_marker(no_browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all stories of a worker."""
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium(), args=[*QUIET, AS_IT_WAS])
        yield started
        started.close()


@pytest.fixture(scope="session")
def live_server(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[LiveServer]:
    """The site as an installation serves it: Whitenoise hands out the files, connections to the database stay."""
    assets.build()
    with override_settings(WHITENOISE_MAX_AGE=YEARS):
        server = LiveServer("localhost", start=False)
        server.thread.static_handler = lambda site: site
        with connections_that_stay():
            server.start()
            yield server
            server.stop()
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute(HANG_UP)


@contextmanager
def connections_that_stay() -> Iterator[None]:
    """A thread of the server asks the database on the connection it has, as in production."""
    database = settings.DATABASES["default"]
    before = database["CONN_MAX_AGE"]
    database["CONN_MAX_AGE"] = None
    yield
    database["CONN_MAX_AGE"] = before


class Visitor:
    """Somebody at a browser: opens pages, reads and clicks, and is told when a page shuts somebody out."""

    def __init__(self, page: Page, address: str) -> None:
        self.page, self.address = page, address
        self.look = Look(page)
        self.shots = 0

    @property
    def width(self) -> int:
        """How wide the window is, in CSS pixels."""
        return self.page.viewport_size["width"] if self.page.viewport_size else 0

    def goes_to(self, path: str) -> None:
        """Open a page of the site."""
        self.page.goto(self.address + path)

    def signs_in(self, username: str, password: str) -> None:
        """Sign in by the sign-in page."""
        self.page.context.clear_cookies(name="sessionid")
        self.goes_to("/account/login/")
        self.fills({"login": username, "password": password})
        self.presses(self.page.locator("form button.govuk-button").first)

    def is_signed_in(self, username: str) -> None:
        """Come back to the browser as somebody whose way through the sign-in page was already walked."""
        browser = Client()
        browser.force_login(User.objects.get(username=username))
        session = browser.cookies[settings.SESSION_COOKIE_NAME].value
        self.page.context.add_cookies([{"name": "sessionid", "value": session, "url": self.address}])

    def speaks(self, language: str) -> None:
        """Choose the language of the pages."""
        self.page.context.add_cookies([{"name": "language", "value": language, "url": self.address}])

    def fills_day(self, name: str, day: object) -> None:
        """Type a day into its three boxes."""
        self.fills({f"{name}_{part}": str(getattr(day, part)) for part in ("day", "month", "year")})

    def chooses(self, name: str, value: str) -> None:
        """Tick a radio or a box."""
        self.fills({name: value})

    def writes(self, name: str, text: str) -> None:
        """Type into a field."""
        self.fills({name: text})

    def fills(self, told: Mapping[str, str]) -> None:
        """Type into each field of these names, or tick the radio or the box that stands for the value."""
        self.page.evaluate(FILL, list(told.items()))

    def presses(self, what: Locator) -> None:
        """Press a button or follow a link, and wait for the page it leads to."""
        with self.page.expect_navigation():
            what.evaluate(PRESS)

    def presses_button(self, words: str) -> None:
        """Press the button, or the link that looks like one, with these words."""
        self.presses(self.page.locator("main").get_by_role("button", name=words))

    def follows(self, words: str) -> None:
        """Follow the first link with these words."""
        self.presses(self.page.locator("main").get_by_role("link", name=words).first)

    def sends(self) -> None:
        """Press the button of the form."""
        self.presses(self.page.locator("main form[data-autosave-url] button.govuk-button:not([name])").first)

    def sees(self, text: str) -> None:
        """The page says this."""
        assert text in self.page.locator("body").inner_text(), f"“{text}” is not on {self.page.url}"

    def is_shut_out_of_nothing(self) -> None:
        """Nothing runs out of either window, and what the page refuses axe can read as well.

        The story goes on in the other window, so that its hands work in both. Every kind of page as it opens is handed
        to axe by `test_every_page`.
        """
        for _width in self._in_each_window():
            wide, refuses = self.page.evaluate(MEASURE)
            self._fits(wide)
            if refuses and not self._was_looked_at():
                self._is_looked_at()

    def _in_each_window(self) -> Iterator[int]:
        """One width after the other, beginning with the one in which the page was opened."""
        for width in sorted(WIDTHS.values(), key=lambda width: width != self.width):
            self.is_as_wide_as(width)
            yield width

    def _was_looked_at(self) -> bool:
        """Whether axe has looked at such a page in this width already."""
        look = (re.sub(r"\d+", "0", urlsplit(self.page.url).path), self.width)
        is_known = look in SEEN_BY_AXE
        SEEN_BY_AXE.add(look)
        return is_known

    def _is_looked_at(self) -> None:
        """Nothing runs out of the window, and the page has no accessibility fault that axe can find."""
        wide, faults = self.look.sees()
        self._fits(wide)
        assert faults == [], f"{self.page.url}: {faults}"

    def _fits(self, wide: int) -> None:
        """Nobody has to scroll sideways."""
        assert wide <= 0, f"{self.page.url} is {wide} px wider than the window"

    def is_looked_at_with_axe(self) -> None:
        """The same, and axe finds nothing in either window."""
        for _width in self._in_each_window():
            self._is_looked_at()

    def is_as_wide_as(self, width: int) -> None:
        """The window gets this width."""
        if width != self.width:
            self.page.set_viewport_size({"width": width, "height": HEIGHT})

    def keeps_a_picture(self, name: str) -> None:
        """Keep what the page looks like, when VATRA_PICTURES is set: for the README and for our own eyes."""
        if os.environ.get("VATRA_PICTURES"):
            SHOTS.mkdir(exist_ok=True)
            for width in self._in_each_window():
                self.page.screenshot(path=SHOTS / f"{name}-{width}.png", full_page=True)


@contextmanager
def at_a_browser(browser: Browser, address: str) -> Iterator[Visitor]:
    """Somebody at a desk; what the browser complains about fails the story."""
    context = browser.new_context(
        viewport={"width": WIDTHS["desk"], "height": HEIGHT}, reduced_motion="reduce"
    )
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.on(
        "request",
        lambda asked: faults.append(asked.url) if not asked.url.startswith(address) else None,
    )
    someone = Visitor(page, address)
    someone.speaks("en")
    yield someone
    context.close()
    strange = [fault for fault in faults if "404" not in fault and "403" not in fault and "422" not in fault]
    assert strange == [], strange


@pytest.fixture
def visitor(browser: Browser, live_server: LiveServer) -> Iterator[Visitor]:
    """Somebody at a desk, who takes out a telephone whenever a page was looked at, and then goes back to the desk."""
    with at_a_browser(browser, live_server.url) as someone:
        yield someone
