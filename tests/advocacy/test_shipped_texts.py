"""The texts that come with Vatra: whole in three languages, loaded once, and never stronger than staff's."""

import re

import pytest
from django.test import Client
from django.urls import resolve

from tests.advocacy.site import an_edition, published
from tests.builders import at
from vatra.advocacy.models import SiteEdition, SitePage
from vatra.advocacy.site.markup import as_page
from vatra.advocacy.site.shipped import arranged, load_site, text_in
from vatra.kernel.in_languages import SITE_LANGUAGES

PAGES = [page.slug for page in arranged()]


@pytest.mark.parametrize("slug", PAGES)
def test_a_text_has_the_same_build_in_every_language(slug: str) -> None:
    builds = {
        language: re.findall(r"<(h2|h3|p|li|a)[ >]", as_page(text_in(language, slug).body))
        for language in SITE_LANGUAGES
    }
    assert builds["sq"] == builds["sr-latn"] == builds["en"]
    assert len({text_in(language, slug).title for language in SITE_LANGUAGES}) == len(SITE_LANGUAGES)


@pytest.mark.parametrize("slug", PAGES)
@pytest.mark.parametrize("language", SITE_LANGUAGES)
def test_links_of_a_text_lead_to_pages_in_its_language(slug: str, language: str) -> None:
    links = re.findall(r'href="(/[^"]*)"', as_page(text_in(language, slug).body))
    for link in links:
        assert link.startswith(f"/{language.partition('-')[0]}/")
        assert resolve(link).view_name != "public:text" or link.split("/")[2] in PAGES


@pytest.mark.django_db
def test_loading_twice_changes_nothing() -> None:
    assert load_site() == PAGES
    assert load_site() == []
    assert SiteEdition.objects.count() == len(PAGES)
    assert [each.missing for each in SiteEdition.objects.all()] == [[]] * len(PAGES)


@pytest.mark.django_db
@pytest.mark.time_machine(at(), tick=False)
def test_what_staff_wrote_wins(client: Client) -> None:
    load_site()
    published(an_edition(SitePage.objects.get(slug="about"), en="Our own words"))
    load_site()
    assert "Our own words" in client.get("/en/about/").content.decode()
