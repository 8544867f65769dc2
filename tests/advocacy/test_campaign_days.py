"""A sub-campaign and a phase lie within the days of their campaign, whoever writes."""

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction

from vatra.advocacy.models import Campaign, CampaignPhase

pytestmark = pytest.mark.django_db


def _campaign(slug: str, first: date, last: date | None, parent: Campaign | None = None) -> Campaign:
    return Campaign.objects.create(
        slug=slug, name={"en": slug}, purpose={"en": "Why"}, first_day=first, last_day=last, parent=parent
    )


def _check() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


@pytest.fixture
def care_for_me() -> Campaign:
    return _campaign("care-for-me", date(2013, 5, 15), date(2016, 5, 14))


def test_a_sub_campaign_may_share_the_first_and_the_last_day(care_for_me: Campaign) -> None:
    _campaign("same", care_for_me.first_day, care_for_me.last_day, care_for_me)
    _check()


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(2013, 5, 14), date(2014, 1, 1)),
        (date(2016, 5, 1), date(2016, 5, 15)),
        (date(2016, 5, 1), None),
    ],
)
def test_a_sub_campaign_outside_is_refused(care_for_me: Campaign, first: date, last: date | None) -> None:
    with pytest.raises(IntegrityError, match="campaign_outside_the_days_above"), transaction.atomic():
        _campaign("outside", first, last, care_for_me)
        _check()


def test_a_campaign_cannot_be_shortened_under_its_part(care_for_me: Campaign) -> None:
    _campaign("part", date(2015, 5, 15), date(2015, 12, 31), care_for_me)
    care_for_me.last_day = date(2015, 12, 30)
    with pytest.raises(IntegrityError, match="campaign_outside_the_days_above"), transaction.atomic():
        care_for_me.save()
        _check()


def test_a_campaign_is_not_part_of_its_own_part(care_for_me: Campaign) -> None:
    part = _campaign("part", care_for_me.first_day, care_for_me.last_day, care_for_me)
    care_for_me.parent = part
    with pytest.raises(IntegrityError, match="campaign_is_part_of_itself"), transaction.atomic():
        care_for_me.save()
        _check()


def test_a_phase_outside_its_campaign_is_refused_and_so_are_two_at_once(care_for_me: Campaign) -> None:
    CampaignPhase.objects.create(
        campaign=care_for_me, name={"en": "Launch"}, first_day=date(2013, 5, 15), last_day=date(2013, 6, 1)
    )
    _check()
    for first, last, constraint in [
        (date(2013, 6, 1), date(2013, 7, 1), "two_phases_at_once"),
        (date(2016, 5, 1), date(2016, 5, 15), "phase_outside_its_campaign"),
    ]:
        with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
            CampaignPhase.objects.create(
                campaign=care_for_me, name={"en": "Other"}, first_day=first, last_day=last
            )
            _check()
