"""Names of the public site: "/" speaks the visitor's language, and the staff's pages are not there."""

import pytest
from django.test import Client, override_settings

from tests.builders import a_user
from vatra.public.languages import asked_for

pytestmark = pytest.mark.django_db

PUBLIC = "vatra.example.org"
ELSEWHERE = {"PUBLIC_HOSTS": [PUBLIC], "ALLOWED_HOSTS": [PUBLIC, "testserver"]}


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        ("sq", "sq"),
        ("sr-RS,sr;q=0.9", "sr"),
        ("bs-BA,hr;q=0.8", "sr"),
        ("en-GB,en;q=0.9,sq;q=0.8", "en"),
        ("de-DE,de;q=0.9", "sq"),
        ("de;q=1,en;q=0.3,sr;q=0.6", "sr"),
        ("", "sq"),
        ("*", "sq"),
        ("%$,;q=", "sq"),
    ],
)
def test_the_language_a_browser_asks_for(accepted: str, language: str) -> None:
    assert asked_for(accepted) == language


@override_settings(**ELSEWHERE)
def test_the_first_address_leads_to_the_site_in_the_language_of_the_visitor(client: Client) -> None:
    answer = client.get("/", headers={"host": PUBLIC, "accept-language": "sr"})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/sr/")
    assert answer.headers["Vary"] == "Accept-Language"
    assert not answer.cookies


@override_settings(**ELSEWHERE)
@pytest.mark.parametrize("address", ["/find/", "/account/login/", "/site/", "/concerns/1/", "/language/"])
def test_pages_of_staff_are_not_there_even_for_staff(client: Client, address: str) -> None:
    client.force_login(a_user())
    answer = client.get(address, headers={"host": PUBLIC, "accept-language": "en"})
    assert answer.status_code == 404
    assert "/account/login/" not in answer.content.decode()
    assert answer.headers["Content-Language"] == "en"


@override_settings(**ELSEWHERE)
@pytest.mark.parametrize("name", ["Vatra.Example.ORG", "vatra.example.org.", "vatra.example.org:443"])
def test_a_name_written_otherwise_is_the_same_name(client: Client, name: str) -> None:
    assert client.get("/account/login/", headers={"host": name}).status_code == 404


@override_settings(**ELSEWHERE)
def test_under_other_names_everything_is_as_ever(client: Client) -> None:
    assert client.get("/").headers["Location"] == "/account/login/?next=/"
    assert client.get("/en/").status_code == 200


def test_who_is_not_signed_in_is_led_to_sign_in_and_from_there_to_the_site(client: Client) -> None:
    page = client.get("/", follow=True).content.decode()
    assert 'href="/sq/"' in page
    client.cookies["language"] = "sr-latn"
    assert 'href="/sr/"' in client.get("/account/login/").content.decode()
