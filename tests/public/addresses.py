"""Every address of the public site, with what it takes to open it."""

import re
from collections.abc import Iterator, Mapping

from tests.advocacy.actions import a_call, a_press_conference, an_occasion, keeping, visitor, written
from tests.advocacy.asks import a_campaign, acting, an_ask
from tests.advocacy.known import a_wave, answers, officer
from tests.advocacy.letters import sent_letter
from tests.advocacy.signing import a_sheet, a_signature, confirmed
from tests.advocacy.site import news, received_by
from tests.builders import a_unit, at
from tests.guards.test_pages import OURS
from vatra.access.doors import EVERYBODY
from vatra.access.models import SentIn
from vatra.advocacy import tokens
from vatra.advocacy.actions.campaigns import show_campaign
from vatra.advocacy.actions.letters import write_letter
from vatra.advocacy.actions.occasions import Guest, register
from vatra.advocacy.actions.press import AboutFile, keep_kit_file
from vatra.advocacy.actions.result_pages import release_page, write_wave_page
from vatra.advocacy.signing.links import new_link
from vatra.advocacy.signing.words import LinkPurpose
from vatra.advocacy.site.shipped import load_site

# What an address names besides its language, page by page.
Given = Mapping[str, Mapping[str, str]]

PDF = b"%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n\x80"

# Pages behind the link of somebody's mail: kept by nobody and found by no search engine.
FOR_ONE_PERSON = {
    "confirm_signature",
    "own_signature",
    "confirm_letter",
    "did_they_answer",
    "confirm_place",
}
# Open to everybody and other each time: a calculation and a sheet good for one sending, a counter just moved.
NEW_EACH_TIME = {"proof", "survey", "sheet_confirmed"}
NOT_KEPT = FOR_ONE_PERSON | NEW_EACH_TIME
# Not text: what they hold is looked at where they are made.
FILES = {"asks_scorecard": "application/pdf", "press_file": "application/pdf"}


def a_whole_site() -> Given:
    """The shipped texts, a piece of news, somebody who reads what is sent in, and one of everything else."""
    load_site()
    news("an-evening")
    unit = a_unit()
    for what in SentIn:
        received_by(unit, what)
    return {
        "form_of_care": {"form": "foster_long"},
        "news_item": {"slug": "an-evening"},
        "text": {"slug": "about"},
        **_campaign_and_ask(),
        **_signing(),
        **_letters(),
        **_events(),
        **_found_out(),
    }


def public_addresses(given: Given, language: str = "en") -> Iterator[tuple[str, str]]:
    """The name and the address of every page that is open to everybody; without an example it keeps its brackets."""
    for address, pattern in OURS:
        if getattr(pattern.callback, "permission", None) == EVERYBODY:
            name = str(pattern.name)
            yield name, _filled(address, {**given.get(name, {}), "language": language})


def _filled(address: str, given: Mapping[str, str]) -> str:
    return re.sub(r"<\w+:(\w+)>", lambda part: given.get(part[1], part[0]), address)


def _campaign_and_ask() -> Given:
    campaign = show_campaign(campaign=a_campaign("care-for-me"), from_day=at().date(), by=acting())
    ask = an_ask(campaign=campaign, shown=True)
    return {"campaign": {"slug": campaign.slug}, "ask": {"slug": ask.slug}}


def _signing() -> Given:
    sheet = a_sheet()
    slug = {"slug": sheet.action.slug}
    asked, own = a_signature(sheet), confirmed(sheet)
    return {
        **dict.fromkeys(("sheet", "sheet_sent", "proof", "sheet_confirmed", "sheet_erased"), slug),
        "confirm_signature": {**slug, "word": new_link(asked, LinkPurpose.CONFIRM)},
        "own_signature": {**slug, "word": new_link(own, LinkPurpose.OWN)},
    }


def _letters() -> Given:
    call = a_call()
    waiting, sent = write_letter(call=call, written=written(), by=visitor()), sent_letter(call)
    return {
        "write": {"slug": call.action.slug},
        "confirm_letter": {"token": tokens.token_for(waiting.key, tokens.CONFIRM_LETTER)},
        "did_they_answer": {"token": tokens.token_for(sent.key, tokens.DID_THEY_ANSWER)},
    }


def _events() -> Given:
    occasion = an_occasion()
    guest = register(occasion=occasion, guest=Guest("Besa Hoti", "en", "besa@example.org"), by=visitor())
    conference = a_press_conference(embargo_at=at())
    about = AboutFile(title="Facts", language="en", shows="no_child")
    file = keep_kit_file(conference=conference, content=PDF, about=about, by=keeping())
    slug = {"slug": conference.action.slug}
    return {
        "event": {"slug": occasion.action.slug},
        "confirm_place": {"token": tokens.token_for(guest.key, tokens.CONFIRM_PLACE)},
        "conference": slug,
        "press_file": {**slug, "pk": str(file.pk)},
    }


def _found_out() -> Given:
    wave = {"slug": a_wave().slug}
    closed = answers(a_wave(frame=("n; North; 300", "n; one\nn; two")), "n,0,yes", "n,1,no", close=True)
    said = {"title": {"en": "What people know"}, "summary": {"en": "A little."}}
    page = write_wave_page(wave=closed, against=None, slug="what-people-know", by=officer(), **said)
    return {
        "survey": wave,
        "survey_thanks": wave,
        "result": {"slug": release_page(page=page, by=officer()).slug},
    }
