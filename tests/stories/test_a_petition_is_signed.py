"""Somebody signs a petition and confirms it by mail: only then does the counter go up, by one."""

from collections.abc import Iterator

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from tests.advocacy.signing import a_sheet, confirmed, links_in, tally
from tests.desk.mail_servers import Inbox, an_inbox, use
from tests.stories.conftest import Visitor
from vatra.access.outbox import send_waiting
from vatra.advocacy.models import Signature, SignerMail, SigningSheet
from vatra.advocacy.signing.letters import ITS_READER, letter
from vatra.kernel import clock


@pytest.fixture
def inbox(settings: Settings) -> Iterator[Inbox]:
    with an_inbox() as running:
        use(running, settings)
        yield running


@pytest.fixture
def sheet() -> SigningSheet:
    opened = a_sheet(goal=10)
    confirmed(opened, name="Besim Gashi", moment=clock.now())
    return opened


def mail_arrives() -> None:
    """What the worker does every minute."""
    send_waiting(SignerMail.objects.may_leave().select_related(*ITS_READER), letter)


def fills_in(visitor: Visitor, sheet: SigningSheet, name: str) -> None:
    visitor.goes_to(f"/en/sign/{sheet.action.slug}/")
    visitor.writes("name", name)
    visitor.writes("email", "arta@example.org")
    visitor.page.locator("[name=of_age]").check()
    visitor.page.locator("[name=deliver]").check()


def test_a_signature_is_confirmed_by_mail(visitor: Visitor, inbox: Inbox, sheet: SigningSheet) -> None:
    fills_in(visitor, sheet, "=Arta Krasniqi")
    visitor.presses_button("Sign")
    visitor.sees("A name begins with a letter.")
    visitor.is_shut_out_of_nothing()
    visitor.writes("name", "Arta Krasniqi")
    visitor.presses_button("Sign")
    visitor.sees("Check your mail")
    visitor.is_shut_out_of_nothing()
    signature = Signature.objects.get(signer__name="Arta Krasniqi")
    assert (signature.held_for, len(signature.proof)) == ("", 32)
    mail_arrives()
    link = links_in(inbox.mails[-1].get_content())["confirm"]
    # A filter of the mail server opens the link before its reader does.
    assert (Client().get(link).status_code, Client().head(link).status_code) == (200, 200)
    assert tally(sheet) == 1
    visitor.goes_to(link)
    visitor.sees("in the name of: Arta Krasniqi")
    visitor.is_shut_out_of_nothing()
    visitor.presses_button("Yes, I have signed this")
    visitor.sees("Your signature counts")
    visitor.sees("2\npeople have signed and confirmed it")
    visitor.keeps_a_picture("signature-confirmed")
    assert tally(sheet) == 2


def test_without_scripts_the_signature_waits_for_a_look(
    visitor: Visitor, inbox: Inbox, sheet: SigningSheet
) -> None:
    plain = visitor.page.context.browser
    assert plain is not None
    context = plain.new_context(java_script_enabled=False)
    someone = Visitor(context.new_page(), visitor.address)
    fills_in(someone, sheet, "Besa Hoxha")
    someone.sees("Your browser runs no scripts.")
    someone.presses_button("Sign")
    someone.sees("Check your mail")
    context.close()
    mail_arrives()
    assert Signature.objects.get(signer__name="Besa Hoxha").held_for == "no_proof"
    assert inbox.mails == []
    assert tally(sheet) == 1
