"""What every installation knows from its first day."""

from datetime import date

import pytest
import time_machine
from pytest_django.plugin import DjangoDbBlocker

from tests.advocacy.asks import acting
from tests.builders import at
from tests.once import built_once
from vatra.advocacy.actions.campaigns import change_campaign
from vatra.advocacy.models import Action, Campaign, Institution, Post
from vatra.advocacy.reference import load_reference
from vatra.kernel.in_languages import SITE_LANGUAGES
from vatra.kernel.models import Event
from vatra.people.words import Municipality

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]

IN_KOSOVO = [code for code in Municipality if code != Municipality.ABROAD]


def test_the_campaigns_of_our_history_have_their_days() -> None:
    load_reference()
    known = {each.slug: each for each in Campaign.objects.select_related("parent")}
    care, month, hope = (known[slug] for slug in ("care-for-me", "prevention-of-abandonment", "i-give-hope"))
    assert (care.first_day, care.last_day) == (date(2013, 5, 15), date(2016, 5, 14))
    assert not care.dates_unverified
    assert hope.first_day == date(2015, 5, 15)
    assert {month.parent, hope.parent} == {care}
    assert month.dates_unverified
    assert hope.dates_unverified
    opening = Action.objects.get(campaign=hope)
    assert (opening.kind, opening.first_day) == ("press_conference", date(2015, 5, 15))


def test_all_of_it_is_told_in_the_three_languages() -> None:
    load_reference()
    told = [
        *Campaign.objects.values_list("name", flat=True),
        *Campaign.objects.values_list("purpose", flat=True),
        *Campaign.objects.filter(dates_unverified=True).values_list("dates_note", flat=True),
        *Action.objects.values_list("title", flat=True),
        *Institution.objects.values_list("name", flat=True),
        *Post.objects.values_list("title", flat=True),
    ]
    assert len(told) > 80
    assert all(set(words) == set(SITE_LANGUAGES) for words in told)


def test_each_of_the_38_municipalities_is_there_with_its_mayor() -> None:
    load_reference()
    municipal = Institution.objects.filter(level="municipal")
    assert len(IN_KOSOVO) == 38
    assert sorted(municipal.values_list("municipality", flat=True)) == sorted(IN_KOSOVO)
    mayors = Post.objects.filter(institution__in=municipal)
    assert [str(each) for each in mayors] == ["Mayor"] * 38


@pytest.fixture(scope="module")
def names(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> dict[str, dict[str, str]]:
    """What each municipality is called, by its code."""
    with time_machine.travel(at(), tick=False), built_once(django_db_blocker):
        load_reference()
        return dict(Institution.objects.filter(level="municipal").values_list("municipality", "name"))


@pytest.mark.parametrize("code", IN_KOSOVO)
def test_a_municipality_is_called_by_its_albanian_and_its_serbian_name(
    names: dict[str, dict[str, str]], code: Municipality
) -> None:
    albanian, _, serbian = str(code.label).partition(" / ")
    name = names[code]
    assert name["sr-latn"] == f"Opština {serbian}"
    # The genitive keeps the beginning of the name.
    assert name["sq"].removeprefix("Komuna e ").startswith(albanian.split()[0][:4])
    assert serbian in name["en"]


def test_a_second_time_changes_nothing_and_keeps_what_staff_wrote() -> None:
    load_reference()
    care = Campaign.objects.get(slug="care-for-me")
    change_campaign(
        campaign=care,
        name={"en": "Care for Me! (2013)"},
        purpose=care.purpose,
        first_day=care.first_day,
        last_day=care.last_day,
        audiences=["public"],
        languages=["sq"],
        budget_line="",
        by=acting(),
    )
    before = Event.objects.count()
    load_reference()
    care.refresh_from_db()
    assert Event.objects.count() == before
    assert (care.name, care.languages) == ({"en": "Care for Me! (2013)"}, ["sq"])
