"""Feeds: only what has one of our words is suggested, once, and somebody decides what is kept."""

from pathlib import Path

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from tests.advocacy.actions import an_officer, keeping
from tests.advocacy.media import a_clipping, an_outlet
from tests.advocacy.test_fetching import a_server, answering
from tests.builders import TODAY, at, signed_in
from vatra.advocacy.actions.media import dismiss_suggestion, follow_feed
from vatra.advocacy.media.feeds import told_in
from vatra.advocacy.media.looking import look_into, look_into_feeds
from vatra.advocacy.models import Clipping, FeedSource, Suggestion

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]

FEED = """<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Zëri</title>
<item><title>Fëmijët në familje</title><link>https://zeri.example/lajme/1?utm_source=rss</link>
<pubDate>Sun, 15 Mar 2026 23:30:00 GMT</pubDate>
<description>&lt;p&gt;Një &lt;b&gt;strehim familjar&lt;/b&gt; për çdo fëmijë.&lt;/p&gt;&lt;script&gt;x&lt;/script&gt;</description></item>
<item><title>Futboll: 2 me 1</title><link>https://zeri.example/lajme/2</link></item>
<item><title>Fëmija pa adresë</title><link>javascript:alert(1)</link></item>
</channel></rss>""".encode()
# What a parser that opens what it is told to open would read.
WITH_ENTITY = b"""<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY secret SYSTEM "file:///etc/hostname">]>
<rss version="2.0"><channel><item><title>femije &secret;</title><link>https://z.example/1</link></item></channel></rss>"""


def a_source(*keywords: str) -> FeedSource:
    """A feed read since today."""
    return follow_feed(
        outlet=an_outlet(),
        address="http://zeri.example/rss",
        keywords=list(keywords or ["fëmijë", "strehim familjar"]),
        first_day=TODAY,
        by=keeping(),
    )


def test_entries_with_one_of_our_words_are_told_without_markup() -> None:
    (told,) = told_in(FEED, ["strehim familjar"])
    assert (told.title, told.published_on) == ("Fëmijët në familje", TODAY)
    assert told.excerpt.startswith("Një strehim familjar për çdo fëmijë.")
    assert "<" not in told.excerpt


@pytest.mark.parametrize(
    ("keyword", "number"),
    [("fëmijë", 1), ("FEMIJ", 1), ("futboll", 1), ("mije", 0), ("shkollë", 0), ("  ", 0)],
)
def test_a_word_is_found_at_the_beginning_of_words_whatever_its_accents(keyword: str, number: int) -> None:
    assert len(list(told_in(FEED, [keyword]))) == number


def test_a_feed_opens_nothing_on_this_machine_and_a_broken_one_tells_nothing() -> None:
    host = Path("/etc/hostname").read_text().strip()
    assert host not in "".join(told.title for told in told_in(WITH_ENTITY, ["femije"]))
    for broken in (b"", b"not a feed", b"/etc/hostname", b"http://127.0.0.1/", b"\x00\xff"):
        assert list(told_in(broken, ["a"])) == []


@pytest.mark.parametrize(
    "broken",
    [
        {"https://zeri.example/lajme/1": "https://zeri.example:99999/"},
        {"https://zeri.example/lajme/1": "https://[zeri/"},
        {"https://zeri.example/lajme/1": "https://zeri.example/\0"},
        {"Fëmijët": "&#xD800;"},
    ],
)
def test_what_leads_nowhere_or_cannot_be_read_is_left_out(broken: dict[str, str]) -> None:
    assert list(told_in(changed(FEED, broken), ["strehim familjar"])) == []


@pytest.mark.parametrize("year", ["9999", "0000", "99999"])
def test_a_day_no_calendar_has_is_no_day(year: str) -> None:
    feed = changed(FEED, {"Sun, 15 Mar 2026 23:30:00 GMT": f"{year}-12-31T23:30:00Z"})
    (told,) = told_in(feed, ["strehim familjar"])
    assert told.published_on is None or told.published_on.year == 9999


def test_signs_no_column_can_hold_are_dropped() -> None:
    (told,) = told_in(changed(FEED, {"në familje": "në\0 familje"}), ["strehim familjar"])
    assert told.title == "Fëmijët në familje"


def changed(feed: bytes, words: dict[str, str]) -> bytes:
    """The same feed with other words in it."""
    text = feed.decode()
    for old, new in words.items():
        assert old in text
        text = text.replace(old, new)
    return text.encode()


def test_what_is_new_is_suggested_once_and_the_server_is_asked_for_news_only() -> None:
    source = a_source()
    with a_server(answering(FEED, ETag='"one"')) as way:
        assert (look_into_feeds(way=way), look_into_feeds(way=way)) == (1, 0)
    source.refresh_from_db()
    assert (source.etag, source.trouble, source.read_at) == ('"one"', "", at())
    assert [each.title for each in Suggestion.objects.open()] == ["Fëmijët në familje"]


def test_what_is_kept_already_is_not_suggested() -> None:
    a_clipping(address="https://www.zeri.example/lajme/1/")
    with a_server(answering(FEED)) as way:
        assert look_into(a_source(), way=way) == 0


def test_a_feed_that_cannot_be_read_says_why_and_does_not_hold_up_the_others(client: Client) -> None:
    bad = follow_feed(
        outlet=an_outlet(), address="http://127.0.0.1/rss", keywords=["a"], first_day=TODAY, by=keeping()
    )
    assert look_into_feeds() == 0
    bad.refresh_from_db()
    assert bad.trouble == "not_public"
    page = signed_in(client, an_officer()).get("/media/sources/").content.decode()
    assert "The address leads into a private network, and is not opened." in page


def test_a_feed_we_stopped_following_is_not_read(client: Client) -> None:
    source = a_source()
    past = {"last_day_day": "15", "last_day_month": "3", "last_day_year": "2026"}
    refused = signed_in(client, an_officer()).post(f"/media/sources/{source.pk}/stop/", past)
    assert "The last day cannot be before the first day." in refused.content.decode()
    FeedSource.objects.update(first_day=TODAY.replace(day=1))
    client.post(f"/media/sources/{source.pk}/stop/", past)
    assert not FeedSource.objects.read_on(TODAY).exists()


def test_a_feed_is_followed_with_words_one_on_each_line(client: Client) -> None:
    sent = {
        "outlet": an_outlet().pk,
        "address": "https://zeri.example/rss",
        "keywords": "fëmijë\n\n strehim \n",
    }
    sent |= {"first_day_day": "16", "first_day_month": "3", "first_day_year": "2026"}
    browser = signed_in(client, an_officer())
    browser.post("/media/sources/new/", sent)
    assert FeedSource.objects.get().keywords == ["fëmijë", "strehim"]
    assert "zeri.example" in browser.get("/media/sources/").content.decode()


def test_a_suggestion_becomes_a_clipping_when_somebody_takes_it(client: Client) -> None:
    source = a_source()
    with a_server(answering(FEED)) as way:
        look_into(source, way=way)
    suggestion = Suggestion.objects.get()
    browser = signed_in(client, an_officer())
    page = browser.get(f"/media/suggestions/{suggestion.pk}/take/").content.decode()
    assert "Fëmijët në familje" in page
    sent = {"address": suggestion.address, "title": suggestion.title, "outlet": source.outlet_id}
    sent |= {
        "published_on_day": "16",
        "published_on_month": "3",
        "published_on_year": "2026",
        "language": "sq",
    }
    answer = browser.post(f"/media/suggestions/{suggestion.pk}/take/", sent)
    clipping = Clipping.objects.get()
    assert answer.headers["Location"] == f"/media/clippings/{clipping.pk}/"
    suggestion.refresh_from_db()
    assert suggestion.clipping == clipping
    assert list(Suggestion.objects.open()) == []
    assert browser.get(f"/media/suggestions/{suggestion.pk}/take/").status_code == 404


def test_a_suggestion_about_something_else_is_put_aside_and_not_made_again(client: Client) -> None:
    source = a_source()
    with a_server(answering(FEED)) as way:
        look_into(source, way=way)
        suggestion = Suggestion.objects.get()
        signed_in(client, an_officer()).post(f"/media/suggestions/{suggestion.pk}/dismiss/", {})
        assert look_into(source, way=way) == 0
    assert list(Suggestion.objects.open()) == []


def test_the_schema_knows_no_suggestion_taken_and_put_aside() -> None:
    with a_server(answering(FEED)) as way:
        look_into(a_source(), way=way)
    dismiss_suggestion(suggestion=Suggestion.objects.get(), by=keeping())
    clipping = a_clipping()
    with pytest.raises(IntegrityError, match="suggestion_taken_and_dismissed"), transaction.atomic():
        Suggestion.objects.update(clipping=clipping)


def test_an_address_to_which_no_connection_can_be_opened_is_not_kept(client: Client) -> None:
    answer = signed_in(client, an_officer()).post("/media/new/", {"address": "https://zeri.example:99999/1"})
    assert (answer.status_code, Clipping.objects.count()) == (422, 0)
    assert "Enter a valid URL" in answer.content.decode()


def test_the_same_article_is_kept_once_and_kindly_refused_the_second_time(client: Client) -> None:
    kept = a_clipping(address="https://zeri.example/lajme/9")
    sent = {
        "address": "http://www.zeri.example/lajme/9/?fbclid=x",
        "title": "Again",
        "outlet": kept.outlet_id,
    }
    sent |= {
        "published_on_day": "16",
        "published_on_month": "3",
        "published_on_year": "2026",
        "language": "sq",
    }
    answer = signed_in(client, an_officer()).post("/media/new/", sent)
    assert (answer.status_code, Clipping.objects.count()) == (422, 1)
    assert "This article is already in the list. Thank you for looking out." in answer.content.decode()
