"""Opening a campaign, changing it, its parts, and showing it."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.test import Client

from tests.advocacy.asks import a_campaign, acting, an_officer
from tests.builders import LONG_AGO, TODAY, a_user, at, signed_in
from tests.desk.counting import MOST_BYTES, MOST_QUERIES, cost
from vatra.access.roles import Role
from vatra.advocacy.actions.campaign_parts import add_phase, join_campaign, leave_campaign, name_partner
from vatra.advocacy.actions.campaigns import change_campaign, open_campaign, show_campaign
from vatra.advocacy.actions.goals import correct_goal_reading, read_goal, set_goal
from vatra.advocacy.actions.past import tell_past_action
from vatra.advocacy.goals.seen import goals_of
from vatra.advocacy.models import Campaign, CampaignGoal, GoalReading
from vatra.kernel.models import Event

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]


def check_now() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def acts_on(campaign: Campaign) -> list[str]:
    events = Event.objects.filter(chain=campaign.key).order_by("position")
    return list(events.values_list("act", flat=True))


OPENED = {
    "name_sq": "Kujdesu për mua!",
    "name_sr_latn": "",
    "name_en": "Care for Me!",
    "purpose_sq": "",
    "purpose_sr_latn": "",
    "purpose_en": "Families stay together.",
    "first_day_day": "1",
    "first_day_month": "6",
    "first_day_year": "2026",
    "last_day_day": "30",
    "last_day_month": "6",
    "last_day_year": "2026",
    "slug": "care",
    "audiences": ["public", "institutions"],
    "languages": ["sq", "sr"],
    "budget_line": "AV-1",
}


def test_an_officer_opens_a_campaign_on_its_page(client: Client) -> None:
    answer = signed_in(client, an_officer()).post("/campaigns/new/", OPENED)
    campaign = Campaign.objects.get(slug="care")
    assert answer.headers["Location"] == f"/campaigns/{campaign.pk}/"
    assert campaign.name == {"sq": "Kujdesu për mua!", "en": "Care for Me!"}
    assert set(campaign.audiences.values_list("audience", flat=True)) == {"public", "institutions"}
    assert (campaign.languages, campaign.budget_line) == (["sq", "sr"], "AV-1")
    assert acts_on(campaign) == ["open_campaign"]


def test_who_only_sees_campaigns_cannot_open_one(client: Client) -> None:
    browser = signed_in(client, a_user(Role.DONOR_RELATIONS))
    assert browser.get("/campaigns/").status_code == 200
    assert browser.get("/campaigns/new/").status_code == 403
    assert "Open a campaign" not in browser.get("/campaigns/").content.decode()


def test_a_social_worker_sees_no_campaigns(client: Client) -> None:
    assert signed_in(client, a_user()).get("/campaigns/").status_code == 403


@pytest.mark.parametrize("days", [(date(2026, 2, 1), None), (date(2025, 12, 31), date(2026, 1, 31))])
def test_a_part_outside_the_days_above_is_refused(days: tuple[date, date | None]) -> None:
    whole = a_campaign(first_day=date(2026, 1, 1), last_day=date(2026, 12, 31))
    with pytest.raises(IntegrityError, match="campaign_outside_the_days_above"), transaction.atomic():
        a_campaign(first_day=days[0], last_day=days[1], parent=whole)
        check_now()


def test_a_campaign_without_a_word_in_any_language_is_refused() -> None:
    with pytest.raises((IntegrityError, ValidationError)), transaction.atomic():
        open_campaign(
            slug="nameless",
            name={"en": " "},
            purpose={"en": "Why"},
            first_day=LONG_AGO,
            last_day=None,
            audiences=["public"],
            by=acting(),
        )


def test_days_that_are_only_a_frame_say_so() -> None:
    campaign = a_campaign()
    with pytest.raises(IntegrityError, match="campaign_frame_is_not_explained"), transaction.atomic():
        Campaign.objects.filter(pk=campaign.pk).update(dates_unverified=True)


def changed(campaign: Campaign, **new: object) -> Campaign:
    given: dict[str, object] = {
        "name": campaign.name,
        "purpose": campaign.purpose,
        "first_day": campaign.first_day,
        "last_day": campaign.last_day,
        "audiences": ["public"],
        "languages": [],
        "budget_line": "",
        **new,
    }
    return change_campaign(campaign=campaign, by=acting(), **given)  # type: ignore[arg-type]


def test_a_campaign_is_extended_and_speaks_to_others() -> None:
    campaign = a_campaign(last_day=date(2026, 6, 30))
    changed(campaign, last_day=date(2026, 12, 31), audiences=["policy_makers", "institutions"])
    campaign.refresh_from_db()
    assert campaign.last_day == date(2026, 12, 31)
    assert set(campaign.audiences.values_list("audience", flat=True)) == {"policy_makers", "institutions"}
    assert acts_on(campaign) == ["open_campaign", "change_campaign"]


def test_an_audience_stands_once_and_is_one_of_three() -> None:
    campaign = a_campaign()
    for audience, constraint in [("public", "audience_named_twice"), ("children", "audience_is_unknown")]:
        with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
            campaign.audiences.create(audience=audience)


def test_it_is_shown_from_a_day_and_taken_off_again() -> None:
    campaign = a_campaign()
    show_campaign(campaign=campaign, from_day=date(2026, 4, 1), by=acting())
    assert [campaign.is_shown_on(day) for day in (date(2026, 3, 31), date(2026, 4, 1))] == [False, True]
    show_campaign(campaign=campaign, from_day=None, by=acting())
    assert not campaign.is_shown_on(date(2026, 4, 1))


def test_somebody_works_on_a_campaign_once_at_a_time() -> None:
    campaign, officer = a_campaign(), an_officer()
    first = join_campaign(
        campaign=campaign, user=officer, does="Press", first_day=LONG_AGO, last_day=None, by=acting()
    )
    with pytest.raises(IntegrityError, match="twice_on_one_campaign"), transaction.atomic():
        join_campaign(
            campaign=campaign, user=officer, does="Asks", first_day=TODAY, last_day=None, by=acting()
        )
        check_now()
    leave_campaign(worker=first, last_day=date(2026, 3, 15), by=acting())
    join_campaign(campaign=campaign, user=officer, does="Asks", first_day=TODAY, last_day=None, by=acting())
    check_now()
    assert [each.does for each in campaign.workers.on(TODAY)] == ["Asks"]


def test_a_partner_is_named_once_with_what_it_does() -> None:
    campaign = a_campaign()
    name_partner(campaign=campaign, name="Network", part="Meetings", by=acting())
    with pytest.raises(IntegrityError, match="partner_named_twice"), transaction.atomic():
        name_partner(campaign=campaign, name="Network", part="Again", by=acting())
    with pytest.raises(ValidationError):
        name_partner(campaign=campaign, name="Other", part="", by=acting())


def a_goal(campaign: Campaign | None = None) -> CampaignGoal:
    return set_goal(
        campaign=campaign or a_campaign(),
        statement={"en": "More foster families"},
        measure="Enquiries a month",
        unit="families",
        baseline=Decimal(10),
        target=Decimal(40),
        due_on=date(2026, 12, 31),
        by=acting(),
    )


def a_reading(goal: CampaignGoal, value: int = 20) -> GoalReading:
    return read_goal(
        goal=goal, read_on=date(2026, 2, 1), value=Decimal(value), source="Register", by=acting()
    )


def test_a_goal_is_another_value_than_the_one_at_the_beginning() -> None:
    goal = a_goal()
    goal.target = goal.baseline
    with pytest.raises(IntegrityError, match="goal_reached_at_the_beginning"), transaction.atomic():
        goal.save()


def test_a_reading_is_corrected_by_another_and_stays() -> None:
    goal = a_goal()
    wrong = a_reading(goal, 50)
    right = correct_goal_reading(
        original=wrong,
        read_on=wrong.read_on,
        value=Decimal(25),
        source="Register, counted again",
        did_not_happen=False,
        by=acting(),
    )
    assert list(GoalReading.objects.standing()) == [right]
    (seen,) = goals_of(goal.campaign, on=TODAY)
    assert seen.progress.last
    assert (seen.progress.last.value, GoalReading.objects.count()) == (Decimal(25), 2)
    with pytest.raises(IntegrityError, match="reading_stays"), transaction.atomic():
        GoalReading.objects.filter(pk=wrong.pk).update(value=1)


def test_a_reading_that_never_was_leaves_the_goal_unmeasured() -> None:
    wrong = a_reading(a_goal())
    correct_goal_reading(
        original=wrong,
        read_on=wrong.read_on,
        value=wrong.value,
        source="Mixed up with another campaign",
        did_not_happen=True,
        by=acting(),
    )
    assert not GoalReading.objects.standing().exists()


def test_the_page_of_a_campaign_tells_everything(client: Client) -> None:
    campaign = a_full_campaign(1)
    shown = signed_in(client, an_officer()).get(f"/campaigns/{campaign.pk}/").content.decode()
    for words in (
        "General public",
        "Phase 0",
        "Network 0",
        "20 families on 1 February 2026.",
        "It was 10 at the beginning and is to be 40 by 31 December 2026.",
        "Nearer than at the beginning",
        "Press conference 0",
        "not shown",
    ):
        assert words in shown


def a_full_campaign(rows: int) -> Campaign:
    campaign = a_campaign(last_day=date(2029, 12, 31))
    for each in range(rows):
        day = date(2020 + each // 12, each % 12 + 1, 1)
        a_campaign(parent=campaign, first_day=day, last_day=day)
        add_phase(campaign=campaign, name={"en": f"Phase {each}"}, first_day=day, last_day=day, by=acting())
        name_partner(campaign=campaign, name=f"Network {each}", part="Meetings", by=acting())
        a_reading(a_goal(campaign))
        join_campaign(
            campaign=campaign, user=an_officer(), does="Asks", first_day=day, last_day=None, by=acting()
        )
        tell_past_action(
            campaign=campaign,
            kind="press_conference",
            slug=f"press-{campaign.pk}-{each}",
            title={"en": f"Press conference {each}"},
            on=day,
            by=acting(),
        )
    return campaign


def test_the_pages_cost_the_same_with_one_row_and_with_twenty(client: Client) -> None:
    browser = signed_in(client, an_officer())
    pairs = []
    for rows in (1, 20):
        campaign = a_full_campaign(rows)
        pairs.append((cost(browser, "/campaigns/"), cost(browser, f"/campaigns/{campaign.pk}/")))
    for few, several in zip(*pairs, strict=True):
        assert few[0] == several[0] <= MOST_QUERIES
        assert several[1] < MOST_BYTES
