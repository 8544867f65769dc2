"""What we ask, on the public site: today, on a past day, as a feed, a table and a paper."""

import csv
import io
from datetime import date

import feedparser
import pytest
from django.test import Client

from tests.advocacy.asks import (
    SOURCE,
    a_promise,
    acting,
    an_ask,
    an_officer,
    an_update,
    it_came_to,
)
from tests.builders import TODAY, at, signed_in
from tests.desk.counting import MOST_BYTES, MOST_QUERIES, cost
from tests.on_paper import said_in
from vatra.advocacy.actions.campaigns import show_campaign
from vatra.advocacy.actions.institutions import begin_term
from vatra.advocacy.actions.promises import judge_promise
from vatra.advocacy.actions.ratings import rate_progress, rate_quality
from vatra.advocacy.models import PolicyAsk

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]


def page(client: Client, address: str, **asked: str) -> str:
    answer = client.get(address, asked)
    assert answer.status_code == 200
    return answer.content.decode()


def test_an_approved_update_changes_the_stage_and_a_waiting_one_does_not(client: Client) -> None:
    ask = an_ask(shown=True)
    an_update(ask, "adopted")
    assert "The ask is adopted." not in page(client, f"/en/asks/{ask.slug}/")
    it_came_to(ask, "drafted", date(2026, 2, 2))
    shown = page(client, f"/en/asks/{ask.slug}/")
    assert "<strong>Drafted</strong>, since 2 February 2026" in shown
    assert f'href="{SOURCE}"' in shown


def test_a_past_day_shows_what_was_then(client: Client) -> None:
    ask = an_ask(shown=True, asked_on=date(2025, 1, 10))
    begin_term(
        post=ask.addressee,
        holder="Arlinda Demolli",
        first_day=date(2024, 1, 1),
        last_day=date(2025, 5, 31),
        source="Gazette",
        by=acting(),
    )
    it_came_to(ask, "committed", date(2025, 5, 1))
    it_came_to(ask, "adopted", date(2026, 1, 1))
    then = page(client, f"/en/asks/{ask.slug}/", on="2025-05-20")
    assert "<strong>Committed</strong>" in then
    assert "The ask is adopted." not in then
    assert "Arlinda Demolli" in then
    now = page(client, f"/en/asks/{ask.slug}/")
    assert "<strong>Adopted</strong>" in now
    assert "Arlinda Demolli" not in now
    assert "Not asked yet on this day" in page(client, f"/en/asks/{ask.slug}/", on="2025-01-09")


def test_a_past_day_says_what_was_known_on_it(client: Client) -> None:
    ask = an_ask(shown=True)
    it_came_to(ask, "adopted", date(2026, 1, 1))
    told = page(client, f"/en/asks/{ask.slug}/", on="2026-01-05")
    assert "<strong>Adopted</strong>" in told
    assert "On that day it was still told as: Asked" in told
    assert "still told as" not in page(client, f"/en/asks/{ask.slug}/")


@pytest.mark.parametrize("on", ["", "yesterday", "2026-13-01", "2031-01-01", "0001-01-01", "9999-12-31"])
def test_a_day_that_is_none_or_has_not_come_breaks_nothing(client: Client, on: str) -> None:
    ask = an_ask(shown=True)
    assert str(ask.title) in page(client, f"/en/asks/{ask.slug}/", on=on)


def test_what_is_not_shown_yet_is_nowhere(client: Client) -> None:
    hidden = an_ask()
    it_came_to(hidden, "adopted", date(2026, 1, 1))
    assert client.get(f"/en/asks/{hidden.slug}/").status_code == 404
    for address in ("/en/asks/", "/en/asks/asks.csv", "/en/asks/updates.atom"):
        assert hidden.slug not in page(client, address)


def test_the_list_is_narrowed_by_theme_level_and_stage(client: Client) -> None:
    drafted = an_ask(shown=True, theme="gatekeeping", level="municipal")
    it_came_to(drafted, "drafted", date(2026, 1, 1))
    other = an_ask(shown=True)
    for asked in ({"theme": "gatekeeping"}, {"level": "municipal"}, {"stage": "drafted"}):
        shown = page(client, "/en/asks/", **asked)
        assert drafted.slug in shown
        assert other.slug not in shown
    assert other.slug in page(client, "/en/asks/", stage="asked")
    assert other.slug in page(client, "/en/asks/", stage="no such stage")


def test_promises_and_what_became_of_them_stand_below(client: Client) -> None:
    ask = an_ask(shown=True)
    kept = a_promise(ask.addressee, ask=ask)
    judge_promise(
        promise=kept, verdict="kept", judged_on=date(2026, 2, 1), source="The draft itself", by=acting()
    )
    a_promise(ask.addressee, ask=ask, quote="The budget follows.", condition="If the assembly agrees")
    shown = page(client, f"/en/asks/{ask.slug}/")
    for words in ("Kept", "The draft itself", "Overdue", "It depends on: If the assembly agrees"):
        assert words in shown
    assert "Kept" not in page(client, f"/en/asks/{ask.slug}/", on="2026-01-31")
    assert "The budget follows." not in page(client, f"/en/asks/{ask.slug}/", on="2025-09-30")


def test_the_feed_can_be_read_by_a_news_reader(client: Client) -> None:
    ask = an_ask(shown=True)
    it_came_to(ask, "drafted", date(2026, 1, 1))
    it_came_to(ask, "adopted", date(2026, 2, 1))
    answer = client.get("/en/asks/updates.atom")
    assert answer.headers["Content-Type"].startswith("application/atom+xml")
    feed = feedparser.parse(answer.content)
    assert not feed.bozo
    assert [entry.title for entry in feed.entries] == [f"{ask.title}: Adopted", f"{ask.title}: Drafted"]
    assert len({entry.id for entry in feed.entries}) == 2
    assert feed.entries[0].link.startswith(f"http://localhost:8000/en/asks/{ask.slug}/#update-")


def test_the_table_has_a_row_for_each_ask_and_no_formula(client: Client) -> None:
    ask = an_ask(shown=True, title={"en": '=HYPERLINK("http://x")'}, deadline_on=date(2026, 6, 1))
    it_came_to(ask, "in_force", date(2026, 1, 1))
    rate_progress(ask=ask, step=4, rated_on=date(2026, 2, 1), why="It is there.", by=acting())
    heads, row = csv.reader(io.StringIO(page(client, "/en/asks/asks.csv").removeprefix("\ufeff")))
    told = dict(zip(heads, row, strict=True))
    assert told["What is asked"] == '\'=HYPERLINK("http://x")'
    assert (told["Stage"], told["Since"], told["Asked for by"]) == ("In force", "2026-01-01", "2026-06-01")
    assert (told["Progress, 1 to 5"], told["Quality, 1 to 5"]) == ("4", "")
    assert told["GAP Institute’s steps"] == "Partly fulfilled"


def test_the_table_for_everybody_names_no_campaign_that_is_not_shown(client: Client) -> None:
    ask = an_ask(shown=True)
    name = str(ask.campaign)
    assert name not in page(client, "/en/asks/asks.csv")
    assert name in page(signed_in(client, an_officer()), "/asks/asks.csv")
    show_campaign(campaign=ask.campaign, from_day=TODAY, by=acting())
    assert name in page(client, "/en/asks/asks.csv")


@pytest.mark.parametrize("language", ["sq", "sr", "en"])
def test_the_scorecard_is_a_paper_in_each_language(client: Client, language: str) -> None:
    ask = an_ask(
        shown=True,
        title={"sq": "Statusi me kohë", "sr-latn": "Status na vreme", "en": "A status in time"},
    )
    rate_quality(
        ask=ask,
        grade=2,
        rated_on=date(2026, 2, 1),
        reader="Ana Kovaç",
        organisation="Institute",
        why="Too vague.",
        by=acting(),
    )
    answer = client.get(f"/{language}/asks/scorecard.pdf")
    assert answer.headers["Content-Type"] == "application/pdf"
    title = {"sq": "Statusi me kohë", "sr": "Status na vreme", "en": "A status in time"}[language]
    assert title in said_in(answer.content)
    assert client.get(f"/{language}/asks/scorecard.pdf").content == answer.content


def test_the_pages_cost_the_same_for_one_and_for_many(client: Client) -> None:
    pairs = []
    for number in (1, 15):
        ask = an_ask(shown=True)
        for each in range(number):
            it_came_to(an_ask(shown=True), "drafted", date(2026, 1, 1))
            it_came_to(ask, "committed", date(2025, 2, 1 + each))
            promise = a_promise(ask.addressee, ask=ask)
            judge_promise(
                promise=promise, verdict="broken", judged_on=date(2026, 2, 2), source="Nothing", by=acting()
            )
        pairs.append(
            (
                cost(client, "/en/asks/"),
                cost(client, f"/en/asks/{ask.slug}/"),
                cost(client, "/en/asks/asks.csv"),
            )
        )
    for few, several in zip(*pairs, strict=True):
        assert few[0] == several[0] <= MOST_QUERIES
        assert several[1] < MOST_BYTES


def test_reading_leaves_no_cookie(client: Client) -> None:
    ask = an_ask(shown=True)
    for address in ("/en/asks/", f"/en/asks/{ask.slug}/", "/en/asks/updates.atom", "/en/asks/asks.csv"):
        assert not client.get(address).cookies


def test_a_long_list_goes_on_by_its_last_row(client: Client) -> None:
    asks = [an_ask(shown=True, asked_on=date(2025, 1, 1 + number)) for number in range(21)]
    first = page(client, "/en/asks/")
    assert f"/en/asks/{asks[20].slug}/" in first
    assert f"/en/asks/{asks[0].slug}/" not in first
    follows = page(client, "/en/asks/", day="2025-01-02", after=str(asks[1].pk))
    assert f"/en/asks/{asks[0].slug}/" in follows
    assert f"/en/asks/{asks[1].slug}/" not in follows
    assert PolicyAsk.objects.count() == 21
