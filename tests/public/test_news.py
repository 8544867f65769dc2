"""News: listed by its day, paged by the last one seen, and read by programs."""

from datetime import timedelta

import feedparser
import pytest
from django.test import Client

from tests.advocacy.site import a_page, an_edition, news, published
from tests.builders import at
from vatra.advocacy.models import SitePage
from vatra.advocacy.site.words import PageKind
from vatra.kernel.ledger import Actor

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]


def some_news(number: int) -> None:
    """One piece a day, the first one the oldest."""
    for index in range(number):
        by = Actor(None, "", at() - timedelta(days=number - index))
        news(f"day-{index}", by=by, en=f"Words of day {index}")


def test_the_newest_stands_first_and_the_list_goes_on(client: Client) -> None:
    some_news(12)
    first = client.get("/en/news/")
    assert [each.page.slug for each in first.context["news"]] == [
        f"day-{number}" for number in range(11, 1, -1)
    ]
    second = client.get(f"/en/news/{first.context['older']}")
    assert [each.page.slug for each in second.context["news"]] == ["day-1", "day-0"]
    assert second.context["older"] == ""


def test_two_of_one_day_are_both_seen(client: Client) -> None:
    for number in range(11):
        news(f"same-{number}")
    first = client.get("/en/news/")
    second = client.get(f"/en/news/{first.context['older']}")
    slugs = [each.page.slug for page in (first, second) for each in page.context["news"]]
    assert len(set(slugs)) == 11


def test_what_is_scheduled_or_taken_down_is_nowhere(client: Client) -> None:
    published(an_edition(a_page("later", kind=PageKind.NEWS)), at_moment=at() + timedelta(days=1))
    gone = news("gone").page
    SitePage.objects.filter(pk=gone.pk).update(taken_down_at=at())
    assert client.get("/en/news/").context["news"] == []
    assert [client.get(f"/en/news/{slug}/").status_code for slug in ("later", "gone")] == [404, 404]


def test_a_standing_page_is_no_news_and_news_no_standing_page(client: Client) -> None:
    published(an_edition(a_page("standing")))
    news("evening")
    assert client.get("/en/news/standing/").status_code == 404
    assert client.get("/en/evening/").status_code == 404


@pytest.mark.parametrize(("feed", "version"), [("rss.xml", "rss20"), ("atom.xml", "atom10")])
def test_programs_read_the_news_in_each_language(client: Client, feed: str, version: str) -> None:
    news("evening", sq="Në shqip", sr_latn="Na srpskom", en="In **English**")
    read = feedparser.parse(client.get(f"/en/news/{feed}").content)
    assert (read.bozo, read.version) == (False, version)
    (entry,) = read.entries
    assert entry.link == "http://localhost:8000/en/news/evening/"
    assert "<strong>English</strong>" in entry.summary
    assert entry.id.startswith("urn:uuid:")
    assert "Na srpskom" in feedparser.parse(client.get(f"/sr/news/{feed}").content).entries[0].summary


def test_an_address_that_makes_no_sense_shows_the_beginning(client: Client) -> None:
    some_news(1)
    for after in ("?day=x&after=1", "?day=2026-01-01", "?after=99999999999999999999"):
        assert len(client.get(f"/en/news/{after}").context["news"]) == 1
