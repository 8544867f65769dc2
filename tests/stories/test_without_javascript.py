"""An old laptop, a browser without JavaScript: the work is done all the same."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from tests.builders import PASSWORD, a_child, a_file, worker_of
from tests.stories.conftest import Visitor
from vatra.casework.models import Visit


@pytest.fixture
def plain(browser: Browser, live_server: LiveServer) -> Iterator[Visitor]:
    """Somebody whose browser runs no scripts, at 200 % zoom."""
    context = browser.new_context(
        java_script_enabled=False, viewport={"width": 640, "height": 450}, device_scale_factor=2
    )
    someone = Visitor(context.new_page(), live_server.url)
    someone.speaks("en")
    yield someone
    context.close()


def test_a_visit_is_written_down_without_javascript_and_by_keyboard(plain: Visitor) -> None:
    file = a_file(a_child("Dren Berisha"))
    worker = worker_of(file)
    plain.signs_in(worker.username, PASSWORD)
    plain.goes_to(f"/files/{file.reference}/")
    plain.page.locator("a:text('Write down a visit')").focus()
    with plain.page.expect_navigation():
        plain.page.keyboard.press("Enter")
    plain.page.locator("[name=purpose][value=regular]").focus()
    plain.page.keyboard.press("Space")
    plain.page.locator("[name=account]").focus()
    plain.page.keyboard.type("Warm, fed, glad of the visit.")
    plain.page.locator("main form[data-autosave-url] button.govuk-button:not([name])").focus()
    with plain.page.expect_navigation():
        plain.page.keyboard.press("Enter")
    visit = Visit.objects.get()
    assert (visit.file, visit.account, visit.visited_by) == (file, "Warm, fed, glad of the visit.", worker)
    wide = plain.page.locator("html").bounding_box()
    assert wide is not None
    assert wide["width"] <= 640


def test_a_draft_survives_a_lost_session_and_a_second_tab(browser: Browser, live_server: LiveServer) -> None:
    file = a_file(a_child("Dren Berisha"))
    worker = worker_of(file)
    context = browser.new_context()
    one = Visitor(context.new_page(), live_server.url)
    one.speaks("en")
    one.signs_in(worker.username, PASSWORD)
    one.goes_to(f"/files/{file.reference}/notes/new/")
    other = Visitor(context.new_page(), live_server.url)
    other.goes_to(f"/files/{file.reference}/notes/new/")
    one.writes("note", "The neighbour called: the lights were off all night.")
    one.page.get_by_text("Saved", exact=False).first.wait_for()
    other.writes("note", "Another text, written in a second tab.")
    other.page.get_by_text("The neighbour called", exact=False).first.wait_for()
    other.sees("The neighbour called: the lights were off all night.")
    assert other.page.locator("[name=note]").input_value() == "Another text, written in a second tab."
    context.clear_cookies(name="sessionid")
    one.signs_in(worker.username, PASSWORD)
    one.goes_to(f"/files/{file.reference}/notes/new/")
    assert (
        one.page.locator("[name=note]").input_value()
        == "The neighbour called: the lights were off all night."
    )
    context.close()
