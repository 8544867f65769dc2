"""From a campaign to the page of each thing done for it, and to what came of it."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from tests.advocacy.actions import (
    a_call,
    a_campaign,
    a_press_conference,
    an_occasion,
    an_officer,
    keeping,
    moment,
)
from tests.advocacy.signing import a_sheet
from tests.builders import LONG_AGO, TODAY, at, signed_in
from vatra.advocacy.actions.past import tell_past_action
from vatra.advocacy.models import Action, Campaign
from vatra.advocacy.page import PLACES
from vatra.advocacy.places import place_of
from vatra.public.places import page_of

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]


def a_told_action(campaign: Campaign) -> Action:
    """An event nothing is known of but its day."""
    return tell_past_action(
        campaign=campaign, kind="event", slug="told", title={"en": "Told"}, on=LONG_AGO, by=keeping()
    )


def one_of_each() -> list[Action]:
    """Actions of several kinds."""
    return [each.action for each in (a_sheet(), a_call(), an_occasion(), a_press_conference())]


def test_each_action_has_a_page_for_staff_and_one_for_everybody(client: Client) -> None:
    browser = signed_in(client, an_officer())
    for action in one_of_each():
        assert browser.get(place_of(action)).status_code == 200
        assert client.get(page_of(action, "en")).status_code == 200


def test_what_was_only_told_from_the_past_has_no_page_and_no_link(client: Client) -> None:
    campaign = a_campaign()
    told = a_told_action(campaign)
    assert (place_of(told), page_of(told, "en")) == ("", "")
    browser = signed_in(client, an_officer())
    for address in (f"/campaigns/{campaign.pk}/", "/actions/"):
        page = browser.get(address).content.decode()
        assert "Told" in page
        assert f"/{told.slug}/" not in page


def test_a_campaign_leads_to_its_actions_and_to_what_came_of_it(client: Client) -> None:
    action = a_sheet().action
    campaign = action.campaign
    page = signed_in(client, an_officer()).get(f"/campaigns/{campaign.pk}/").content.decode()
    links = set(re.findall(r'href="([^"]+)"', page))
    found = {
        place_of(action),
        f"/campaigns/{campaign.pk}/known/",
        f"/media/campaigns/{campaign.slug}/",
        *("/signing/", "/actions/", "/media/", "/answers-of-institutions/", "/known/"),
    }
    assert found <= links
    assert {client.get(each).status_code for each in found} == {200}


def test_each_list_of_advocacy_leads_on_to_the_others(client: Client) -> None:
    browser = signed_in(client, an_officer())
    lists = [reverse(view) for _words, view in PLACES]
    for address in lists:
        links = re.findall(r'moj-sub-navigation__link" href="([^"]+)"', browser.get(address).content.decode())
        assert links == lists


def test_an_event_of_one_day_tells_its_day_once(client: Client) -> None:
    browser = signed_in(client, an_officer())
    one_day, two_days = (
        an_occasion(day=TODAY),
        an_occasion(day=TODAY, ends_at=moment(TODAY + timedelta(1), 12)),
    )
    pages = [browser.get(place_of(each.action)).content.decode() for each in (one_day, two_days)]
    assert "16 March 2026, 11:00 to 12:00" in pages[0]
    assert "16 March 2026, 11:00 to 17 March 2026, 12:00" in pages[1]
