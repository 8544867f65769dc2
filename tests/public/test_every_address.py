"""What holds for every address of the public site, whoever added it."""

import re

import pytest
from django.test import Client

from tests.builders import at
from tests.desk.counting import MOST_BYTES, MOST_QUERIES, cost
from tests.public.addresses import a_whole_site, public_addresses

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]

ADDRESSES = [address for _name, address in public_addresses()]
LOADED = re.compile(r'<(?:link[^>]+rel="(?:stylesheet|preload|icon)"|script|img|iframe)[^>]+>')


@pytest.fixture(autouse=True)
def _site() -> None:
    a_whole_site()


def test_every_page_has_an_example_to_be_opened_with() -> None:
    assert [address for address in ADDRESSES if "<" in address] == [], "name one in tests/public/addresses.py"


def test_reading_leaves_nothing_in_the_browser_and_looks_for_nothing_there(client: Client) -> None:
    client.cookies["sessionid"] = "of-somebody"
    client.cookies["language"] = "sq"
    for address in ADDRESSES:
        answer = client.get(address)
        assert (address, answer.status_code) == (address, 200)
        assert "Set-Cookie" not in answer.headers
        assert "Cookie" not in answer.headers.get("Vary", "")
        assert not answer.cookies
        assert "csrfmiddlewaretoken" not in answer.content.decode()


def test_a_cache_may_keep_each_and_is_told_when_nothing_changed(client: Client) -> None:
    for address in ADDRESSES:
        first = client.get(address)
        assert first.headers["Cache-Control"].startswith("public, max-age="), address
        again = client.get(address, headers={"if-none-match": first.headers["ETag"]})
        assert (address, again.status_code, again.content) == (address, 304, b"")


def test_each_costs_little(client: Client) -> None:
    for address in ADDRESSES:
        queries, size = cost(client, address)
        assert queries <= MOST_QUERIES, address
        assert size < MOST_BYTES, address


def test_none_loads_anything_from_elsewhere(client: Client) -> None:
    for address in ADDRESSES:
        loaded = LOADED.findall(client.get(address).content.decode())
        assert not [each for each in loaded if re.search(r'(?:src|href)="(?:https?:)?//', each)], address


@pytest.mark.parametrize("language", ["sq", "sr"])
def test_each_is_there_in_the_other_languages(client: Client, language: str) -> None:
    for name, address in public_addresses(language):
        assert (name, client.get(address).status_code) == (name, 200)
