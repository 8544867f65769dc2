"""What holds for every address of the public site, whoever added it."""

import re
from collections.abc import Iterator

import pytest
import time_machine
from django.test import Client
from pytest_django.plugin import DjangoDbBlocker

from tests.builders import at
from tests.desk.counting import MOST_BYTES, MOST_QUERIES, cost
from tests.once import built_once
from tests.public.addresses import (
    FILES,
    FOR_ONE_PERSON,
    NOT_KEPT,
    Given,
    a_whole_site,
    public_addresses,
)

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]

LOADED = re.compile(r'<(?:link[^>]+rel="(?:stylesheet|preload|icon)"|script|img|iframe)[^>]+>')


@pytest.fixture(name="given", scope="module")
def _given(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Given]:
    with time_machine.travel(at(), tick=False), built_once(django_db_blocker):
        yield a_whole_site()


@pytest.fixture(name="pages")
def _pages(given: Given) -> dict[str, str]:
    return dict(public_addresses(given))


def test_every_page_has_an_example_to_be_opened_with(pages: dict[str, str]) -> None:
    assert [address for address in pages.values() if "<" in address] == [], (
        "name one in tests/public/addresses.py"
    )
    assert set(pages) >= {*NOT_KEPT, *FILES}


def test_reading_leaves_nothing_in_the_browser_and_looks_for_nothing_there(
    client: Client, pages: dict[str, str]
) -> None:
    client.cookies["sessionid"] = "of-somebody"
    client.cookies["language"] = "sq"
    for address in pages.values():
        answer = client.get(address)
        assert (address, answer.status_code) == (address, 200)
        assert "Set-Cookie" not in answer.headers
        assert "Cookie" not in answer.headers.get("Vary", "")
        assert not answer.cookies
        assert b"csrfmiddlewaretoken" not in answer.content


def test_a_cache_may_keep_each_and_is_told_when_nothing_changed(
    client: Client, pages: dict[str, str]
) -> None:
    for address in (address for name, address in pages.items() if name not in NOT_KEPT):
        first = client.get(address)
        assert first.headers["Cache-Control"].startswith("public, max-age="), address
        again = client.get(address, headers={"if-none-match": first.headers["ETag"]})
        assert (address, again.status_code, again.content) == (address, 304, b"")


@pytest.mark.parametrize("name", sorted(NOT_KEPT))
def test_what_is_for_one_person_or_one_time_is_kept_by_no_cache(
    client: Client, pages: dict[str, str], name: str
) -> None:
    answer = client.get(pages[name])
    assert answer.headers["Cache-Control"] == "no-store"
    assert "ETag" not in answer.headers


@pytest.mark.parametrize("name", sorted(FOR_ONE_PERSON))
def test_what_a_mail_leads_to_is_found_by_no_search_engine_and_named_to_no_other_site(
    client: Client, pages: dict[str, str], name: str
) -> None:
    answer = client.get(pages[name])
    assert (answer.headers["X-Robots-Tag"], answer.headers["Referrer-Policy"]) == ("noindex", "no-referrer")


@pytest.mark.parametrize("name", sorted(FILES))
def test_a_file_says_what_it_is(client: Client, pages: dict[str, str], name: str) -> None:
    answer = client.get(pages[name])
    assert (answer.headers["Content-Type"], answer.content[:5]) == (FILES[name], b"%PDF-")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_each_costs_little(client: Client, pages: dict[str, str]) -> None:
    for address in pages.values():
        queries, size = cost(client, address)
        assert queries <= MOST_QUERIES, address
        assert size < MOST_BYTES, address


def test_none_loads_anything_from_elsewhere(client: Client, pages: dict[str, str]) -> None:
    for address in (address for name, address in pages.items() if name not in FILES):
        loaded = LOADED.findall(client.get(address).content.decode())
        assert not [each for each in loaded if re.search(r'(?:src|href)="(?:https?:)?//', each)], address


@pytest.mark.parametrize("language", ["sq", "sr"])
def test_each_is_there_in_the_other_languages(client: Client, given: Given, language: str) -> None:
    for name, address in public_addresses(given, language):
        assert (name, client.get(address).status_code) == (name, 200)
