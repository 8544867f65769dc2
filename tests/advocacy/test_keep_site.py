"""Keeping the texts of the site: writing, publishing, calling off, going back, taking down."""

from datetime import timedelta

import pytest
from django.test import Client

from tests.advocacy.site import a_page, an_edition, news, published
from tests.builders import a_user, at, signed_in
from tests.desk.counting import MOST_QUERIES, cost
from vatra.access.roles import Role
from vatra.advocacy.models import SiteEdition, SitePage
from vatra.kernel.ledger import Event

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]


@pytest.fixture
def officer(client: Client) -> Client:
    """The browser of somebody who keeps the site."""
    return signed_in(client, a_user(Role.ADVOCACY_OFFICER))


def typed(based_on: int, **changed: str) -> dict[str, object]:
    """An edition as somebody types it."""
    return {
        "based_on": str(based_on),
        **{f"title_{code}": f"Titulli {code}" for code in ("sq", "sr_latn", "en")},
        **{f"body_{code}": f"Teksti {code}" for code in ("sq", "sr_latn", "en")},
        **changed,
    }


def acts_on(page: SitePage) -> list[str]:
    return list(Event.objects.filter(chain=page.key).order_by("position").values_list("act", flat=True))


def test_news_is_written_looked_at_and_published(officer: Client) -> None:
    answer = officer.post("/site/new/", {**typed(0), "kind": "news", "slug": "open-day"})
    assert answer.headers["Location"] == "/site/pages/open-day/editions/1/"
    assert officer.get("/en/news/open-day/").status_code == 404
    preview = officer.get("/site/pages/open-day/editions/1/en/")
    assert "Teksti en" in preview.content.decode()
    assert "no-store" in preview.headers["Cache-Control"]
    answer = officer.post("/site/pages/open-day/editions/1/publish/", {"when": "now"})
    assert answer.headers["Location"] == "/site/pages/open-day/"
    assert "Teksti sr_latn" in officer.get("/sr/news/open-day/").content.decode()
    assert acts_on(SitePage.objects.get()) == ["open_site_page", "write_edition", "publish_edition"]


def test_a_page_may_not_have_the_address_of_another(officer: Client) -> None:
    a_page("mission")
    for taken in ("mission", "news", "foster"):
        answer = officer.post("/site/new/", {**typed(0), "kind": "standing", "slug": taken})
        assert answer.status_code == 422
        assert "Another page has this address." in answer.content.decode()
    assert SitePage.objects.count() == 1


def test_what_is_scheduled_is_shown_from_its_moment_on(officer: Client, time_machine: object) -> None:
    edition = an_edition(a_page("about-us"))
    officer.post(
        f"/site/pages/about-us/editions/{edition.edition}/publish/",
        {"when": "later", "day_day": "20", "day_month": "3", "day_year": "2026", "hour": "08:00"},
    )
    assert officer.get("/en/about-us/").status_code == 404
    time_machine.move_to("2026-03-20T06:59:59+00:00", tick=False)  # type: ignore[attr-defined]
    assert officer.get("/en/about-us/").status_code == 404
    time_machine.move_to("2026-03-20T07:00:00+00:00", tick=False)  # type: ignore[attr-defined]
    assert officer.get("/en/about-us/").status_code == 200


def test_the_past_and_a_missing_day_are_refused(officer: Client) -> None:
    edition = an_edition(a_page("about-us"))
    address = f"/site/pages/about-us/editions/{edition.edition}/publish/"
    assert 'type="time" name="hour" value="08:00"' in officer.get(address).content.decode()
    past = {"when": "later", "day_day": "1", "day_month": "3", "day_year": "2026", "hour": "08:00"}
    assert "Choose a moment that has not passed." in officer.post(address, past).content.decode()
    assert "Say on which day." in officer.post(address, {"when": "later"}).content.decode()
    assert SiteEdition.objects.get().shown_from_at is None


def test_a_missing_language_asks_for_a_reason_which_is_kept(officer: Client) -> None:
    edition = an_edition(a_page("about-us"), sq="Vetëm shqip")
    address = f"/site/pages/about-us/editions/{edition.edition}/publish/"
    asked = officer.post(address, {"when": "now"})
    assert asked.status_code == 422
    assert "Not everything is written in: Serbian Latin, English." in asked.content.decode()
    officer.post(address, {"when": "now", "reason_site-missing": "Translated on Monday."})
    assert SiteEdition.objects.get().shown_from_at == at()
    assert Event.objects.get(act="publish_edition").why == "Translated on Monday."
    shown = officer.get("/en/about-us/").content.decode()
    assert '<div lang="sq">' in shown


def test_an_edition_is_published_once(officer: Client) -> None:
    edition = published(an_edition(a_page("about-us")))
    answer = officer.post(f"/site/pages/about-us/editions/{edition.edition}/publish/", {"when": "now"})
    assert answer.status_code == 422
    assert "This edition was published before." in answer.content.decode()


def test_who_began_before_somebody_else_saved_is_asked_why(officer: Client) -> None:
    page = an_edition(a_page("about-us")).page
    colleague = a_user(Role.ADVOCACY_OFFICER, full_name="Besa Gashi")
    signed_in(Client(), colleague).post("/site/pages/about-us/write/", typed(1, title_en="Hers"))
    asked = officer.post("/site/pages/about-us/write/", typed(1, title_en="Mine"))
    assert asked.status_code == 422
    assert "Besa Gashi saved edition 2 after you began." in asked.content.decode()
    assert page.editions.count() == 2
    officer.post(
        "/site/pages/about-us/write/",
        typed(1, title_en="Mine", **{"reason_site-meanwhile": "I took hers in."}),
    )
    assert str(page.editions.get(edition=3).title) == "Mine"


def test_an_edition_that_says_the_same_is_refused(officer: Client) -> None:
    an_edition(a_page("about-us"))
    officer.post("/site/pages/about-us/write/", typed(1, body_en="Text\n\nMore of it"))
    # As browsers end lines.
    answer = officer.post("/site/pages/about-us/write/", typed(2, body_en="Text\r\n\r\nMore of it"))
    assert "Nothing is different from the newest edition." in answer.content.decode()
    assert SiteEdition.objects.count() == 2


def test_a_draft_is_kept_while_typing(officer: Client) -> None:
    an_edition(a_page("about-us"))
    page = officer.get("/site/pages/about-us/write/").content.decode()
    assert 'data-autosave-url="/drafts/advocacy:write_site_page/about-us/"' in page


def test_what_will_be_shown_can_be_called_off_and_what_is_shown_cannot(officer: Client) -> None:
    page = a_page("about-us")
    shown = published(an_edition(page, en="Now"))
    later = published(an_edition(page, en="Later"), at_moment=at() + timedelta(days=2))
    assert officer.get(f"/site/pages/about-us/editions/{shown.edition}/off/").status_code == 302
    officer.post(f"/site/pages/about-us/editions/{later.edition}/off/", {"once": "1"})
    later.refresh_from_db()
    assert later.called_off_at == at()
    assert acts_on(page)[-1] == "call_off_edition"


def test_going_back_makes_a_new_edition_of_the_old_words(officer: Client) -> None:
    page = a_page("about-us")
    old = published(an_edition(page, en="The good words"))
    published(an_edition(page, en="The bad words"))
    officer.post(f"/site/pages/about-us/editions/{old.edition}/again/", {"once": "1"})
    copy = page.editions.get(edition=3)
    assert (str(copy.body), copy.copied_from, copy.shown_from_at) == ("The good words", old, None)


def test_the_history_shows_what_was_added_and_taken_out(officer: Client) -> None:
    page = a_page("about-us")
    an_edition(page, en="One\n\nTwo")
    an_edition(page, en="One\n\nThree")
    shown = officer.get("/site/pages/about-us/editions/2/").content.decode()
    assert '<del class="vatra-changes__line">Two</del>' in shown
    assert '<ins class="vatra-changes__line">Three</ins>' in shown


def test_a_page_taken_down_is_gone_until_it_is_published_again(officer: Client) -> None:
    edition = published(an_edition(a_page("about-us")))
    officer.post("/site/pages/about-us/down/", {"why": "It named somebody."})
    assert officer.get("/en/about-us/").status_code == 404
    assert Event.objects.get(act="take_page_down").why == "It named somebody."
    assert officer.get("/site/pages/about-us/down/").status_code == 302
    assert edition.page.editions.count() == 1


def test_a_page_taken_down_does_not_come_back_by_itself(officer: Client, time_machine: object) -> None:
    page = published(an_edition(a_page("about-us"))).page
    later = published(an_edition(page, en="Later"), at_moment=at() + timedelta(days=2))
    officer.post("/site/pages/about-us/down/", {"why": "It named somebody."})
    later.refresh_from_db()
    assert later.called_off_at == at()
    assert Event.objects.get(act="take_page_down").facts == {"called_off": [later.edition]}
    time_machine.move_to(at() + timedelta(days=3))  # type: ignore[attr-defined]
    assert officer.get("/en/about-us/").status_code == 404


def test_a_link_is_arranged_and_news_has_none(officer: Client) -> None:
    page = published(an_edition(a_page("about-us"))).page
    assert "/en/about-us/" not in officer.get("/en/").content.decode()
    officer.post("/site/pages/about-us/links/", {"place": "footer", "position": "3"})
    page.refresh_from_db()
    assert (page.place, page.position) == ("footer", 3)
    assert "/en/about-us/" in officer.get("/en/").content.decode()
    assert officer.get(f"/site/pages/{news('evening').page.slug}/links/").status_code == 404


def test_the_list_tells_what_is_missing_in_which_language(officer: Client) -> None:
    an_edition(a_page("about-us"), sq="Vetëm shqip")
    shown = officer.get("/site/").content.decode()
    assert shown.count("not everything") == 2
    assert "is not shown" in shown


def test_the_list_costs_the_same_with_one_page_and_with_twenty(officer: Client) -> None:
    published(an_edition())
    few, _size = cost(officer, "/site/")
    for _number in range(19):
        published(an_edition())
    assert cost(officer, "/site/")[0] == few <= MOST_QUERIES


@pytest.mark.parametrize(
    "address",
    ["", "new/", "reach-us/", "pages/about-us/", "pages/about-us/write/", "pages/about-us/editions/1/en/"],
)
def test_a_social_worker_does_not_keep_the_site(client: Client, address: str) -> None:
    an_edition(a_page("about-us"))
    assert signed_in(client, a_user()).get(f"/site/{address}").status_code == 403


def test_what_is_not_there_is_not_found(officer: Client) -> None:
    an_edition(a_page("about-us"))
    for address in ("pages/nothing/", "pages/about-us/editions/7/", "pages/about-us/editions/1/xx/"):
        assert officer.get(f"/site/{address}").status_code == 404


def test_how_to_reach_us_is_shown_once_somebody_says_it(officer: Client) -> None:
    assert "Our own number" not in officer.get("/en/help/").content.decode()
    officer.post("/site/reach-us/", {"phone": "038 000 000", "hours_en": "Weekdays, 8 to 16"})
    shown = officer.get("/en/help/").content.decode()
    assert 'href="tel:038000000"' in shown
    assert "Weekdays, 8 to 16" in shown


def test_hours_without_a_number_are_refused(officer: Client) -> None:
    answer = officer.post("/site/reach-us/", {"phone": "", "hours_en": "Weekdays"})
    assert answer.status_code == 422
    assert "Give the number that these hours are for." in answer.content.decode()
