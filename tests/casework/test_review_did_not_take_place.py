"""A planned review that did not take place has a reason and a new day."""

from datetime import date, time

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from tests.builders import TODAY, a_file, at, by, siblings, signed_in, worker_of
from tests.casework.reviews import a_planned_review, a_review
from vatra.casework.actions import review_did_not_take_place
from vatra.casework.models import PlannedReview, Review
from vatra.kernel.concern import Refused
from vatra.kernel.ledger import Event

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]

MISSED = {
    "because": "no_way_there",
    "account": "Snow on the pass.",
    "new_day": "2026-03-23",
    "hour": "11:00",
    "place": "School Dardania",
}


def put_off(planned: PlannedReview) -> PlannedReview:
    """The review did not take place; it is on Monday next."""
    return review_did_not_take_place(
        planned=planned,
        because="no_way_there",
        account="",
        new_day=date(2026, 3, 23),
        hour=time(11),
        place="School Dardania",
        by=by(worker_of(planned.file)),
    )


def test_a_missed_review_leads_to_a_new_day_with_the_same_people(client: Client) -> None:
    file = a_file()
    siblings(file.child)
    planned = a_planned_review(file, meets_on=TODAY)
    browser = signed_in(client, worker_of(file))
    answer = browser.post(f"/reviews/planned/{planned.pk}/missed/", MISSED)
    new = PlannedReview.objects.get(instead_of=planned)
    planned.refresh_from_db()
    assert answer.headers["Location"] == f"/reviews/planned/{new.pk}/"
    assert (planned.missed_because, planned.missed_account) == ("no_way_there", "Snow on the pass.")
    assert (new.meets_on, new.hour, new.missed_because) == (date(2026, 3, 23), time(11), None)
    people = [[each.called for each in some.invited.order_by("pk")] for some in (planned, new)]
    assert people[0] == people[1]
    assert len(people[0]) == 3
    event = Event.objects.filter(chain=file.key, reading=False).latest("position")
    assert (event.act, event.facts["new_day"]) == ("review_did_not_take_place", "2026-03-23")
    assert Review.objects.count() == 0


def test_the_page_of_the_missed_one_and_the_timeline_say_so(client: Client) -> None:
    file = a_file()
    planned = a_planned_review(file)
    new = put_off(planned)
    browser = signed_in(client, worker_of(file))
    shown = browser.get(f"/reviews/planned/{planned.pk}/").content.decode()
    assert "There was no way to get there: weather, road, transport" in shown
    assert f"/reviews/planned/{new.pk}/" in shown
    assert "Write down that it was held" not in shown
    timeline = browser.get(f"/files/{file.reference}/timeline/").content.decode()
    assert "A planned review did not take place" in timeline
    assert f"/reviews/planned/{planned.pk}/" in timeline


def test_another_reason_is_said_in_words(client: Client) -> None:
    planned = a_planned_review(a_file())
    told = {**MISSED, "because": "other", "account": ""}
    answer = signed_in(client, worker_of(planned.file)).post(f"/reviews/planned/{planned.pk}/missed/", told)
    assert answer.status_code == 422
    assert "Say why the review did not take place." in answer.content.decode()
    planned.missed_because = "other"
    with pytest.raises(IntegrityError, match="missed_review_without_reason"), transaction.atomic():
        planned.save()


def test_the_new_day_is_still_to_come(client: Client) -> None:
    planned = a_planned_review(a_file(), meets_on=date(2026, 3, 10))
    told = {**MISSED, "new_day": "2026-03-15"}
    answer = signed_in(client, worker_of(planned.file)).post(f"/reviews/planned/{planned.pk}/missed/", told)
    assert answer.status_code == 422
    assert "Choose a day to come." in answer.content.decode()
    assert PlannedReview.objects.count() == 1


def test_what_was_held_cannot_be_missed_and_what_was_missed_cannot_be_held() -> None:
    file = a_file()
    held = a_planned_review(file, meets_on=date(2026, 3, 12))
    a_review(file, planned=held)
    with pytest.raises(Refused) as refused:
        put_off(held)
    assert [concern.code for concern in refused.value.concerns] == ["review-held"]
    missed = a_planned_review(file)
    put_off(missed)
    with pytest.raises(Refused) as refused:
        a_review(file, planned=missed)
    assert [concern.code for concern in refused.value.concerns] == ["review-missed"]
    with pytest.raises(Refused):
        put_off(missed)
