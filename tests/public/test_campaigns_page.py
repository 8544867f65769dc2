"""The public timeline of campaigns: our history in three languages, drawn and told."""

from datetime import date

import pytest
from django.test import Client

from tests.advocacy.asks import a_campaign, acting, an_ask, it_came_to
from tests.builders import at
from tests.desk.counting import MOST_BYTES, MOST_QUERIES, cost
from vatra.advocacy.actions.campaign_parts import add_phase
from vatra.advocacy.actions.campaigns import open_campaign, show_campaign
from vatra.advocacy.actions.past import tell_past_action
from vatra.advocacy.models import Campaign
from vatra.advocacy.reference import load_reference

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("sq", ("Kujdesu për mua!", "Parandalimi i braktisjes", "Unë jap shpresë")),
        ("sr", ("Brini o meni!", "Sprečavanje napuštanja", "Ja dajem nadu")),
        ("en", ("Care for Me!", "Prevention of abandonment", "I give hope")),
    ],
)
def test_our_three_campaigns_stand_on_the_timeline_in_each_language(
    client: Client, language: str, told: tuple[str, ...]
) -> None:
    load_reference()
    shown = page(client, f"/{language}/campaigns/")
    assert shown.count("<rect") == 3
    for name in told:
        # Once in the drawing, once in words.
        assert shown.count(name) >= 2


def test_a_month_that_nobody_knows_is_said_to_be_unknown(client: Client) -> None:
    load_reference()
    shown = page(client, "/en/campaigns/prevention-of-abandonment/")
    assert "One month within these days; the month is not known." in shown
    assert "Unverified" in shown
    assert "stroke-dasharray" in shown


def test_the_press_conference_is_told_with_its_day(client: Client) -> None:
    load_reference()
    shown = page(client, "/en/campaigns/i-give-hope/")
    for words in ("The press conference that opened", "Press conference", "15 May 2015", "<circle"):
        assert words in shown
    assert 'href="/en/campaigns/care-for-me/"' in shown


def test_a_part_stands_below_its_whole_and_the_newest_whole_comes_first(client: Client) -> None:
    load_reference()
    newer = a_campaign("newer", first_day=date(2024, 1, 1))
    show_campaign(campaign=newer, from_day=date(2024, 1, 1), by=acting())
    shown = page(client, "/en/campaigns/")
    places = [shown.index(f"/en/campaigns/{slug}/") for slug in ("newer", "care-for-me", "i-give-hope")]
    assert places == sorted(places)


def test_what_is_not_shown_is_not_found_and_its_part_stands_on_its_own(client: Client) -> None:
    hidden = a_campaign("hidden")
    part = a_campaign("part-of-it", parent=hidden)
    show_campaign(campaign=part, from_day=date(2024, 1, 1), by=acting())
    later = a_campaign("later")
    show_campaign(campaign=later, from_day=date(2026, 3, 17), by=acting())
    shown = page(client, "/en/campaigns/")
    assert "part-of-it" in shown
    for slug in ("hidden", "later"):
        assert f"/en/campaigns/{slug}/" not in shown
    for slug in ("hidden", "later"):
        assert client.get(f"/en/campaigns/{slug}/").status_code == 404
    assert "Part of:" not in page(client, "/en/campaigns/part-of-it/")


def test_what_is_not_written_in_a_language_says_which_it_is_in(client: Client) -> None:
    campaign = a_campaign("care")
    show_campaign(campaign=campaign, from_day=campaign.first_day, by=acting())
    assert '<span lang="sq">Kujdesu për mua!</span>' in page(client, "/sr/campaigns/care/")


def test_what_somebody_wrote_is_text(client: Client) -> None:
    campaign = open_campaign(
        slug="script",
        name={"en": "<script>alert(1)</script>"},
        purpose={"en": '"><img src=x>'},
        first_day=date(2024, 1, 1),
        last_day=None,
        audiences=["public"],
        by=acting(),
    )
    show_campaign(campaign=campaign, from_day=campaign.first_day, by=acting())
    for address in ("/en/campaigns/", "/en/campaigns/script/"):
        shown = page(client, address)
        assert "<script>alert" not in shown
        assert "<img src=x>" not in shown


def many(number: int) -> Campaign:
    """A campaign with so many of everything."""
    whole = a_campaign(f"whole-{number}", last_day=date(2029, 12, 31))
    show_campaign(campaign=whole, from_day=whole.first_day, by=acting())
    for each in range(number):
        part = a_campaign(f"part-{number}-{each}", parent=whole, last_day=date(2029, 12, 31))
        show_campaign(campaign=part, from_day=whole.first_day, by=acting())
        day = date(2021 + each // 12, each % 12 + 1, 1)
        add_phase(campaign=whole, name={"en": f"Phase {each}"}, first_day=day, last_day=day, by=acting())
        tell_past_action(
            campaign=whole,
            kind="event",
            slug=f"event-{number}-{each}",
            title={"en": f"Event {each}"},
            on=day,
            by=acting(),
        )
        if each < 5:
            it_came_to(an_ask(campaign=whole, shown=True), "drafted", date(2026, 1, 1))
    return whole


def test_the_pages_cost_the_same_with_one_of_everything_and_with_thirty(client: Client) -> None:
    pairs = []
    for number in (1, 30):
        whole = many(number)
        pairs.append((cost(client, "/en/campaigns/"), cost(client, f"/en/campaigns/{whole.slug}/")))
    for few, several in zip(*pairs, strict=True):
        assert few[0] == several[0] <= MOST_QUERIES
        assert several[1] < MOST_BYTES


def test_a_long_list_goes_on_by_its_last_row(client: Client) -> None:
    for number in range(21):
        campaign = a_campaign(f"campaign-in-row-{number:02}", first_day=date(2024, 1, 1 + number))
        show_campaign(campaign=campaign, from_day=campaign.first_day, by=acting())
    first = page(client, "/en/campaigns/")
    assert "campaign-in-row-20" in first
    assert "campaign-in-row-00" not in first
    second = page(client, "/en/campaigns/?day=2024-01-02&after=" + str(_pk("campaign-in-row-01")))
    assert "campaign-in-row-00" in second
    assert "campaign-in-row-01" not in second


def _pk(slug: str) -> int:
    return Campaign.objects.get(slug=slug).pk
