"""Getting help: numbers first, and a form only where somebody reads it."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client

from tests.advocacy.site import received_by
from tests.builders import a_unit, at
from vatra.access.models import SentIn, Unit
from vatra.casework.models import Concern
from vatra.kernel.ledger import Event

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]

FORM = "/en/help/worry/"
WORRY = {"worry": "A small child cries every evening.", "municipality": "peje", "source": "neighbour"}


@pytest.fixture
def unit() -> Unit:
    """A unit that reads worries from everywhere."""
    cache.clear()
    unit = a_unit()
    received_by(unit, SentIn.WORRY)
    return unit


def test_numbers_for_danger_come_first_and_what_is_not_confirmed_is_marked(client: Client) -> None:
    page = client.get("/en/help/").content.decode()
    assert page.index('href="tel:112"') < page.index('href="tel:080011112"')
    danger, advice = page[: page.index('id="talk"')], page[page.index('id="talk"') :]
    assert "Unverified" not in danger
    assert advice.count("Unverified") == 2
    assert "Day and night, every day" in danger


def test_where_nobody_reads_there_is_no_form(client: Client) -> None:
    assert FORM not in client.get("/en/help/").content.decode()
    assert client.get(FORM).status_code == 404
    assert client.post(FORM, WORRY).status_code == 404


def test_a_worry_lands_with_the_unit_and_nothing_is_asked_of_the_sender(client: Client, unit: Unit) -> None:
    assert FORM in client.get("/en/help/").content.decode()
    answer = client.post(FORM, WORRY)
    assert (answer.status_code, answer.headers["Location"]) == (302, "/en/help/told/")
    assert "no-store" in answer.headers["Cache-Control"]
    concern = Concern.objects.get()
    assert (concern.unit, concern.is_from_site, concern.is_anonymous) == (unit, True, True)
    assert (concern.worry, concern.source, concern.urgency) == (WORRY["worry"], "neighbour", "day")
    event = Event.objects.get(chain=concern.key)
    assert (event.act, event.user_id, event.role) == ("receive_worry_from_site", None, "public")


def test_the_unit_of_the_municipality_gets_it(client: Client, unit: Unit) -> None:
    own = a_unit()
    received_by(own, SentIn.WORRY, "peje")
    client.post(FORM, WORRY)
    client.post(FORM, {**WORRY, "municipality": "gjilan"})
    assert list(Concern.objects.order_by("pk").values_list("unit", flat=True)) == [own.pk, unit.pk]


def test_only_municipalities_that_somebody_reads_can_be_chosen(client: Client) -> None:
    received_by(a_unit(), SentIn.WORRY, "peje")
    page = client.get(FORM).content.decode()
    assert 'value="peje"' in page
    assert 'value="gjilan"' not in page
    assert client.post(FORM, {**WORRY, "municipality": "gjilan"}).status_code == 422


def test_what_was_typed_is_kept_where_something_is_missing(client: Client, unit: Unit) -> None:
    answer = client.post(FORM, {**WORRY, "municipality": "", "told_by": "Teuta"})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert WORRY["worry"] in page
    assert 'value="Teuta"' in page
    assert "Not answered yet: “Where does the family live?”" in page
    assert Concern.objects.count() == 0


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("https://buy.example", "A name holds no internet address."),
        ("www.buy.me", "A name holds no internet address."),
        ("best-casino.example/x", "A name holds no internet address."),
        ("=1+1", "A name begins with a letter."),
        ("@SUM(A1)", "A name begins with a letter."),
    ],
)
def test_a_name_that_is_an_address_or_a_formula_is_refused(
    client: Client, unit: Unit, name: str, said: str
) -> None:
    answer = client.post(FORM, {**WORRY, "told_by": name})
    assert said in answer.content.decode()
    assert Concern.objects.count() == 0


@pytest.mark.parametrize("name", ["Ana-Marija Đorđević", "Dr. Besa O'Neill", "Dr.Besa", "Çlirim", "A. B."])
def test_a_name_is_a_name(client: Client, unit: Unit, name: str) -> None:
    client.post(FORM, {**WORRY, "told_by": name})
    assert Concern.objects.get().told_by == name


def test_a_machine_gets_the_same_answer_and_leaves_nothing(client: Client, unit: Unit) -> None:
    answer = client.post(FORM, {**WORRY, "homepage": "https://buy.example"})
    assert answer.headers["Location"] == "/en/help/told/"
    assert Concern.objects.count() == 0


def test_a_double_click_is_one_worry(client: Client, unit: Unit) -> None:
    for _time in range(2):
        assert client.post(FORM, WORRY).headers["Location"] == "/en/help/told/"
    assert Concern.objects.count() == 1


def test_a_flood_is_stopped_and_the_words_are_not_lost(client: Client, unit: Unit) -> None:
    answers = [client.post(FORM, {**WORRY, "worry": f"Worry {number}"}) for number in range(8)]
    assert [answer.status_code for answer in answers] == [302] * 6 + [429] * 2
    assert "Worry 7" in answers[-1].content.decode()
    assert Concern.objects.count() == 6
    other = client.post(FORM, {**WORRY, "worry": "From elsewhere"}, REMOTE_ADDR="203.0.113.9")
    assert other.status_code == 302


def test_no_address_of_a_network_is_kept(client: Client, unit: Unit) -> None:
    client.post(FORM, WORRY, REMOTE_ADDR="203.0.113.77")
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM access_cache WHERE cache_key LIKE '%%203.0.113%%'")
        assert cursor.fetchone() == (0,)
        cursor.execute("SELECT count(*) FROM access_cache WHERE cache_key LIKE '%%public:%%'")
        assert cursor.fetchone() == (1,)


def test_a_household_of_the_newer_addresses_is_one_network(client: Client, unit: Unit) -> None:
    for number in range(7):
        sender = f"2001:db8:0:{number + 1}::1"
        answer = client.post(FORM, {**WORRY, "worry": f"Worry {number}"}, REMOTE_ADDR=sender)
    assert answer.status_code == 429


def test_the_page_that_thanks_says_when_it_is_read(client: Client) -> None:
    page = client.get("/en/help/told/").content.decode()
    assert "on the next working day" in page
    assert 'href="tel:112"' in page
    assert '<meta name="robots" content="noindex">' in page
