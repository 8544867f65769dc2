"""Public pages of letters, events and the press: few questions to the database, however much there is."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.advocacy.actions import a_call, a_press_conference, an_occasion, keeping
from tests.advocacy.letters import sent_letter
from tests.advocacy.test_press import PDF
from tests.builders import at
from vatra.advocacy.actions.press import AboutFile, keep_kit_file
from vatra.advocacy.events.opening import add_the_opening
from vatra.advocacy.models import Action, Occasion
from vatra.advocacy.reference import load_reference
from vatra.kernel.ledger import Actor

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]

NOBODY = Actor(None, "", at())


def asked(client: Client, page: str) -> int:
    """How often a page asks the database."""
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(page)
    assert answer.status_code == 200
    assert not answer.cookies
    assert len(answer.content) < 100_000
    return len(queries)


def more_of_everything(number: int) -> None:
    """One more of each."""
    call = a_call(slug=f"write-{number}")
    sent_letter(call, f"writer{number}@example.org")
    an_occasion(slug=f"event-{number}")
    conference = a_press_conference(slug=f"press-{number}", embargo_at=at())
    about = AboutFile(title="Facts", language="en", shows="no_child")
    keep_kit_file(conference=conference, content=PDF, about=about, by=keeping())


@pytest.mark.parametrize(
    "page",
    ["write/write-0", "answers", "events", "events/event-0", "press", "press/press-0"],
)
def test_a_page_asks_few_questions_and_no_more_where_there_is_more(client: Client, page: str) -> None:
    more_of_everything(0)
    address = f"/en/{page}/"
    few = asked(client, address)
    for number in (1, 2):
        more_of_everything(number)
    assert asked(client, address) <= few < 15


def test_the_opening_of_i_give_hope_is_written_down_once_and_stands_in_the_press_room(client: Client) -> None:
    assert add_the_opening(by=NOBODY) is None
    load_reference()
    assert add_the_opening(by=NOBODY) == Occasion.objects.get()
    assert Action.objects.get().slug == "i-give-hope-press-conference"
    page = client.get("/sq/press/").content.decode()
    assert "Konferenca për shtyp që hapi fushatën" in page
    assert 'datetime="2015-05-15"' in page
