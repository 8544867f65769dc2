"""Asking for a change, and what the pages of staff show of asks."""

import csv
import io
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from tests.advocacy.asks import (
    a_campaign,
    a_post,
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
from vatra.advocacy.actions.asks import reword_ask
from vatra.advocacy.asks.open_asks import open_asks, overdue_asks
from vatra.advocacy.asks.rules import MOST_OPEN, too_many_asks
from vatra.advocacy.models import PolicyAsk
from vatra.kernel.models import Event

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]


def sent(post: int, **new: str) -> dict[str, str]:
    return {
        "title_sq": "Statusi me kohë",
        "title_sr_latn": "",
        "title_en": "A status in time",
        "text_sq": "",
        "text_sr_latn": "",
        "text_en": "Within six months.",
        "slug": "status-in-time",
        "addressee": str(post),
        "theme": "best_interest",
        "crc_article": "20",
        "change": "policy",
        "level": "central",
        "instrument": "law",
        "baseline": "14 months (2024)",
        "asked_on_day": "1",
        "asked_on_month": "3",
        "asked_on_year": "2026",
        **new,
    }


def test_an_officer_asks_for_a_change(client: Client) -> None:
    campaign, post = a_campaign(), a_post()
    browser = signed_in(client, an_officer())
    answer = browser.post(f"/campaigns/{campaign.pk}/asks/new/", sent(post.pk))
    ask = PolicyAsk.objects.get()
    assert answer.headers["Location"] == f"/asks/{ask.pk}/"
    assert (ask.addressee, ask.crc_article, ask.asked_on) == (post, 20, date(2026, 3, 1))
    assert "<strong>Asked</strong>, since 1 March 2026" in browser.get(f"/asks/{ask.pk}/").content.decode()


def test_nobody_types_a_state() -> None:
    assert not {"stage", "state", "status"} & {field.name for field in PolicyAsk._meta.get_fields()}


@pytest.mark.parametrize("article", ["0", "55", "x"])
def test_the_convention_has_54_articles(client: Client, article: str) -> None:
    page = f"/campaigns/{a_campaign().pk}/asks/new/"
    answer = signed_in(client, an_officer()).post(page, sent(a_post().pk, crc_article=article))
    assert answer.status_code == 422
    with pytest.raises(IntegrityError, match="ask_article_is_none"), transaction.atomic():
        PolicyAsk.objects.filter(pk=an_ask().pk).update(crc_article=55)


def test_the_forty_first_open_ask_wants_a_reason(client: Client) -> None:
    assert too_many_asks(MOST_OPEN - 1) == []
    campaign, post = a_campaign(), a_post()
    done = an_ask(campaign=campaign, addressee=post)
    it_came_to(done, "practised", date(2026, 1, 1))
    for _ in range(MOST_OPEN):
        an_ask(campaign=campaign, addressee=post)
    assert open_asks(TODAY).count() == MOST_OPEN
    browser = signed_in(client, an_officer())
    page = f"/campaigns/{campaign.pk}/asks/new/"
    answer = browser.post(page, sent(post.pk))
    assert answer.status_code == 422
    assert "40 open asks already" in answer.content.decode()
    browser.post(page, sent(post.pk, **{"reason_too-many-asks": "The budget is decided this month."}))
    ask = PolicyAsk.objects.get(slug="status-in-time")
    assert Event.objects.get(chain=ask.key).why == "The budget is decided this month."


def test_an_ask_is_translated_later() -> None:
    ask = an_ask()
    reword_ask(
        ask=ask,
        title={**ask.title, "sr-latn": "Status na vreme"},
        text=ask.text,
        baseline=ask.baseline,
        deadline_on=date(2026, 12, 31),
        by=acting(),
    )
    ask.refresh_from_db()
    assert (ask.title["sr-latn"], ask.deadline_on) == ("Status na vreme", date(2026, 12, 31))


@pytest.mark.parametrize(
    ("stage", "is_overdue"),
    [("adopted", True), ("in_force", False), ("practised", False), ("repealed", True)],
)
def test_an_ask_is_overdue_until_it_is_in_force(stage: str, is_overdue: bool) -> None:
    ask = an_ask(deadline_on=date(2026, 2, 28))
    it_came_to(ask, stage, date(2026, 2, 1))
    assert overdue_asks(TODAY).exists() == is_overdue
    assert not overdue_asks(date(2026, 2, 28)).exists()


def test_the_overdue_list_names_asks_and_promises(client: Client) -> None:
    late = an_ask(deadline_on=TODAY - timedelta(days=1))
    in_time = an_ask(deadline_on=TODAY)
    a_promise(quote="The draft comes in January.")
    shown = signed_in(client, an_officer()).get("/asks/overdue/").content.decode()
    assert f"/asks/{late.pk}/" in shown
    assert f"/asks/{in_time.pk}/" not in shown
    assert "The draft comes in January." in shown


def test_staff_take_away_what_the_public_does_not_see(client: Client) -> None:
    ask = an_ask()
    browser = signed_in(client, an_officer())
    table = browser.get("/asks/asks.csv").content.decode()
    assert [row[0] for row in csv.reader(io.StringIO(table))][1:] == [ask.slug]
    assert str(ask.title) in said_in(browser.get("/asks/scorecard/en.pdf").content)
    assert browser.get("/asks/scorecard/de.pdf").status_code == 404


def test_the_page_of_an_ask_costs_the_same_for_one_and_for_many(client: Client) -> None:
    browser = signed_in(client, an_officer())
    costs = []
    for number in (1, 15):
        ask = an_ask()
        for each in range(number):
            it_came_to(ask, "committed", date(2025, 2, 1 + each))
            an_update(ask)
            a_promise(ask.addressee, ask=ask)
        costs.append(cost(browser, f"/asks/{ask.pk}/"))
        costs.append(cost(browser, "/asks/to-approve/"))
    assert costs[0][0] == costs[2][0] <= MOST_QUERIES
    assert costs[1][0] == costs[3][0] <= MOST_QUERIES
    assert max(size for _queries, size in costs) < MOST_BYTES
