"""Links, what is not there, forms of care, privacy, and what programs ask for."""

import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from django.apps import apps
from django.test import Client, override_settings

from tests.builders import a_user, at, by
from tests.public.addresses import a_whole_site
from vatra.access.roles import Role
from vatra.advocacy.actions.reaching_us import say_how_to_reach_us
from vatra.decisions.documents.sheet import EXPLAINED
from vatra.kernel.in_languages import wording
from vatra.kernel.privacy import Keep, declaration
from vatra.public.kept import BELONGS_TO, KEPT, told
from vatra.public.languages import OF_ADDRESS
from vatra.public.navigation import PLACES

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]


def links(page: str, label: str) -> list[str]:
    """The addresses in one list of links."""
    part = page[page.index(f'aria-label="{label}"') :]
    return re.findall(r'href="([^"]+)"', part[: part.index("</nav>")])


def test_every_link_of_the_site_opens(client: Client) -> None:
    a_whole_site()
    page = client.get("/en/").content.decode()
    found = {*links(page, "Pages of this site"), *links(page, "More of this site")}
    assert {"/en/about/", "/en/help/", "/en/foster/", "/en/news/", "/en/privacy/"} <= found
    assert {link: client.get(link).status_code for link in found} == dict.fromkeys(found, 200)


def test_links_stand_in_their_order_and_the_page_one_is_on_is_marked(client: Client) -> None:
    a_whole_site()
    page = client.get("/en/forms-of-care/kinship/").content.decode()
    assert links(page, "Pages of this site")[:2] == ["/en/about/", "/en/forms-of-care/"]
    assert re.findall(r'href="([^"]+)" aria-current="page"', page) == ["/en/forms-of-care/"]


def test_a_link_appears_with_its_page_and_not_before() -> None:
    assert [place.path for place in PLACES if not place.is_there] == []
    assert not replace(PLACES[0], path="no-such-part/").is_there


@pytest.mark.parametrize(("start", "spoken"), [("sq", "sq"), ("sr", "sr-latn"), ("en", "en")])
def test_what_is_not_there_is_said_in_the_language_of_the_address(
    client: Client, start: str, spoken: str
) -> None:
    client.cookies["language"] = "en"
    answer = client.get(f"/{start}/no/such/page/")
    assert (answer.status_code, answer.headers["Content-Language"]) == (404, spoken)
    page = answer.content.decode()
    assert f'<html lang="{spoken}"' in page
    assert f'href="/{start}/help/"' in page
    assert not answer.cookies


def test_elsewhere_the_staff_are_told_as_ever(client: Client) -> None:
    client.cookies["language"] = "en"
    assert "ask your supervisor" in client.get("/no/such/page/").content.decode()


def test_every_page_says_its_name_in_each_language(client: Client) -> None:
    a_whole_site()
    page = client.get("/sr/about/").content.decode()
    assert '<link rel="canonical" href="http://localhost:8000/sr/about/">' in page
    for short, code in OF_ADDRESS.items():
        assert f'hreflang="{code}" href="http://localhost:8000/{short}/about/"' in page
    assert '<meta property="og:title" content="Šta radimo i zašto">' in page
    assert 'content="http://localhost:8000/static/vatra/share.png"' in page


@override_settings(PUBLIC_SITE="https://vatra.example.org")
def test_the_name_is_the_one_the_public_knows(client: Client) -> None:
    assert 'href="https://vatra.example.org/en/"' in client.get("/en/").content.decode()


def test_the_way_out_works_without_scripts_and_tells_nobody_where_from(client: Client) -> None:
    page = client.get("/en/help/").content.decode()
    assert re.search(r'<a class="vatra-exit" href="https://[^"]+" rel="noreferrer nofollow" data-exit>', page)


@pytest.mark.parametrize("form", EXPLAINED)
def test_each_form_of_care_is_explained_alike(client: Client, form: str) -> None:
    heads = []
    for language in OF_ADDRESS:
        page = client.get(f"/{language}/forms-of-care/{form}/").content.decode()
        heads.append(len(re.findall("<h2", page)))
    assert set(heads) <= {6, 7}
    assert len(set(heads)) == 1


def test_what_the_law_says_has_its_source_and_is_marked_where_nobody_confirmed_it(client: Client) -> None:
    adoption = client.get("/en/forms-of-care/adoptive/").content.decode()
    assert "8 weeks" in adoption
    assert "Family Law 2004/32, art. 169" in adoption
    assert "Unverified" not in adoption
    assert "Unverified" in client.get("/en/forms-of-care/supervised_independent/").content.decode()
    assert "250.00 EUR a month" in client.get("/en/forms-of-care/foster_long/").content.decode()
    assert client.get("/en/forms-of-care/hospital/").status_code == 404


def test_the_privacy_page_tells_what_the_records_declare(client: Client) -> None:
    page = client.get("/en/privacy/").content.decode()
    assert "How to reach you" in page
    assert "Kept: Until 2 years after the last contact." in page


def test_the_contact_page_shows_what_somebody_has_said_and_nothing_else(client: Client) -> None:
    assert "mailto:" not in client.get("/en/contact/").content.decode()
    say_how_to_reach_us(
        phone="",
        hours=wording({}),
        email="home@vatra.example",
        address="Rruga e Dritës 4",
        by=by(a_user(Role.ADVOCACY_OFFICER)),
    )
    page = client.get("/en/contact/").content.decode()
    assert 'href="mailto:home@vatra.example"' in page
    assert "Rruga e Dritës 4" in page
    assert "tel:" not in page


def test_every_record_of_visitors_is_on_the_privacy_page() -> None:
    of_visitors = {
        model._meta.label
        for model in apps.get_models()
        if hasattr(model, "Privacy") and declaration(model).keep_for == Keep.CAMPAIGN
    }
    assert of_visitors - set(BELONGS_TO) <= set(KEPT)
    assert {to for name, to in BELONGS_TO.items() if name in of_visitors} <= set(KEPT)


def test_what_is_kept_is_told_in_words_that_can_be_translated() -> None:
    assert [words for each in told() for words in each.fields if isinstance(words, str)] == []


def test_what_belongs_to_a_record_is_kept_as_long_as_the_record() -> None:
    for name, to in BELONGS_TO.items():
        assert declaration(apps.get_model(name)).keep_for == declaration(apps.get_model(to)).keep_for


def test_the_front_page_leads_to_what_goes_on(client: Client) -> None:
    site = a_whole_site()
    page = client.get("/en/").content.decode()
    for part, name in (("campaigns", "campaign"), ("asks", "ask"), ("write", "write"), ("events", "event")):
        assert f'href="/en/{part}/{site[name]["slug"]}/"' in page


def test_programs_may_read_the_site_and_not_the_staffs_pages(client: Client) -> None:
    text = client.get("/robots.txt").content.decode()
    assert "Allow: /sq/" in text
    assert "Disallow: /\n" in text
    with override_settings(PUBLIC_HOSTS=["vatra.example.org"], ALLOWED_HOSTS=["*"]):
        assert "Allow" not in client.get("/robots.txt").content.decode()
        theirs = client.get("/robots.txt", headers={"host": "vatra.example.org"}).content.decode()
        assert "Allow: /sq/" in theirs


def test_the_list_of_pages_leads_to_pages(client: Client) -> None:
    a_whole_site()
    tree = ET.fromstring(client.get("/sitemap.xml").content)
    found = [each.text or "" for each in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    assert len(found) == len(set(found)) >= 3 * (8 + len(EXPLAINED))
    for part in ("campaigns", "asks", "sign", "write", "events", "press", "results"):
        assert [link for link in found if re.search(rf"/sr/{part}/[a-z0-9-]+/$", link)], part
    opened = {link: client.get(link.removeprefix("http://localhost:8000")).status_code for link in found}
    assert set(opened.values()) == {200}
