"""The door of the public site: everybody, three languages, no cookie, and answers a cache may keep."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("address", "spoken"), [("sq", "sq"), ("sr", "sr-latn"), ("en", "en")])
def test_the_address_says_the_language(client: Client, address: str, spoken: str) -> None:
    answer = client.get(f"/{address}/")
    assert answer.status_code == 200
    assert answer.headers["Content-Language"] == spoken
    assert f'<html lang="{spoken}"' in answer.content.decode()


def test_a_language_the_site_does_not_have_is_not_found(client: Client) -> None:
    assert client.get("/xx/").status_code == 404


def test_reading_leaves_no_cookie_and_varies_with_none(client: Client) -> None:
    answer = client.get("/en/")
    assert not answer.cookies
    assert "Cookie" not in answer.headers.get("Vary", "")
    assert answer.headers["Cache-Control"].startswith("public")


def test_a_page_read_again_unchanged_is_not_sent_again(client: Client) -> None:
    tag = client.get("/en/").headers["ETag"]
    again = client.get("/en/", headers={"if-none-match": tag})
    assert (again.status_code, again.content) == (304, b"")


def test_the_chosen_language_of_staff_does_not_change_the_address(client: Client) -> None:
    client.cookies["language"] = "en"
    assert client.get("/sq/").headers["Content-Language"] == "sq"
