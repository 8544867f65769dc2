"""Enquiries: who sees them, by when they are answered, step by step until a home or an end."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client

from tests.builders import TODAY, a_home, a_unit, a_user, at, by, signed_in
from tests.desk.counting import MOST_QUERIES, cost
from tests.homes.enquiries import ASKED_ON, an_enquiry, come_to
from vatra.access.roles import Role
from vatra.homes.actions import record_enquiry_step
from vatra.homes.enquiries.words import StepKind
from vatra.homes.models import EnquiryStep
from vatra.kernel.ledger import Event

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]

CONTACTED, INFORMED, BEGAN = StepKind.CONTACTED, StepKind.INFORMED, StepKind.BEGAN


def a_step(kind: str, day: date = TODAY, note: str = "") -> dict[str, str]:
    """A step as somebody types it."""
    return {
        "kind": kind,
        "on_day": str(day.day),
        "on_month": str(day.month),
        "on_year": str(day.year),
        "note": note,
    }


def test_an_enquiry_goes_from_the_first_talk_to_a_home(client: Client) -> None:
    unit = a_unit()
    enquiry, home = an_enquiry(unit), a_home(unit=unit)
    signed_in(client, a_user(Role.SUPERVISOR, unit))
    for kind in ("contacted", "informed", "began"):
        answer = client.post(f"/enquiries/{enquiry.pk}/step/", a_step(kind))
        assert answer.headers["Location"] == f"/enquiries/{enquiry.pk}/"
    client.post(f"/enquiries/{enquiry.pk}/home/", {"home": home.pk})
    enquiry.refresh_from_db()
    assert enquiry.home == home
    acts = Event.objects.filter(chain=enquiry.key, reading=False).order_by("position")
    assert list(acts.values_list("act", flat=True)) == [
        "make_enquiry",
        *["record_enquiry_step"] * 3,
        "tie_enquiry_to_home",
    ]


def test_who_reads_how_to_reach_them_is_on_record(client: Client) -> None:
    unit = a_unit()
    enquiry, supervisor = an_enquiry(unit), a_user(Role.SUPERVISOR, unit)
    page = signed_in(client, supervisor).get(f"/enquiries/{enquiry.pk}/").content.decode()
    assert "044 000 111" in page
    reading = Event.objects.get(chain=enquiry.key, reading=True)
    assert (reading.act, reading.user_id) == ("read_enquiry", supervisor.pk)


def test_how_to_reach_them_is_sealed_in_the_database() -> None:
    enquiry = an_enquiry(a_unit())
    with connection.cursor() as cursor:
        cursor.execute("SELECT reachable_at FROM homes_enquiry WHERE id = %s", [enquiry.pk])
        (kept,) = cursor.fetchone()
    assert "044" not in kept
    assert enquiry.reachable_at == "044 000 111"


@pytest.mark.parametrize(
    ("before", "kind", "day", "note", "sentence"),
    [
        ((), "began", TODAY, "", "Select a valid choice"),
        ((CONTACTED,), "contacted", TODAY, "", "Select a valid choice"),
        ((), "contacted", TODAY + timedelta(days=1), "", "has not come yet"),
        ((), "contacted", ASKED_ON - timedelta(days=1), "", "before the step before"),
        ((), "declined", TODAY, "", "Say why, in words the family could read."),
    ],
)
def test_what_cannot_be_the_next_step_is_refused(
    client: Client, before: tuple[StepKind, ...], kind: str, day: date, note: str, sentence: str
) -> None:
    unit = a_unit()
    supervisor = a_user(Role.SUPERVISOR, unit)
    enquiry = come_to(an_enquiry(unit), *before, user=supervisor)
    answer = signed_in(client, supervisor).post(f"/enquiries/{enquiry.pk}/step/", a_step(kind, day, note))
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert enquiry.steps.count() == len(before)


def test_the_schema_refuses_a_step_out_of_turn_and_a_changed_one() -> None:
    unit = a_unit()
    supervisor = a_user(Role.SUPERVISOR, unit)
    enquiry = come_to(an_enquiry(unit), CONTACTED, user=supervisor, on=date(2026, 3, 10))
    step = {"enquiry": enquiry, "written_at": at(), "written_by": supervisor, "note": "-"}
    for kind, day in (("began", TODAY), ("informed", date(2026, 3, 9))):
        with pytest.raises(IntegrityError, match="enquiry_step_out_of_turn"), transaction.atomic():
            EnquiryStep.objects.create(kind=kind, done_on=day, **step)
    with pytest.raises(IntegrityError, match="enquiry_step_changed"), transaction.atomic():
        enquiry.steps.update(note="Something else")


def test_an_end_is_the_end(client: Client) -> None:
    unit = a_unit()
    supervisor = a_user(Role.SUPERVISOR, unit)
    enquiry = come_to(an_enquiry(unit), StepKind.WITHDRAWN, user=supervisor)
    page = signed_in(client, supervisor).get(f"/enquiries/{enquiry.pk}/").content.decode()
    assert "Write down what happened" not in page
    assert client.post(f"/enquiries/{enquiry.pk}/step/", a_step("contacted")).status_code == 422


def test_a_home_follows_only_from_a_preparation_and_once(client: Client) -> None:
    unit = a_unit()
    supervisor, home = a_user(Role.SUPERVISOR, unit), a_home(unit=unit)
    early = an_enquiry(unit)
    signed_in(client, supervisor)
    refused = client.post(f"/enquiries/{early.pk}/home/", {"home": home.pk})
    assert "A home follows only after the preparation has begun." in refused.content.decode()
    first, second = (
        come_to(an_enquiry(unit), CONTACTED, INFORMED, BEGAN, user=supervisor) for _number in range(2)
    )
    assert client.post(f"/enquiries/{first.pk}/home/", {"home": home.pk}).status_code == 302
    assert client.post(f"/enquiries/{first.pk}/home/", {"home": a_home(unit=unit).pk}).status_code == 422
    assert client.post(f"/enquiries/{second.pk}/home/", {"home": home.pk}).status_code == 422


def test_the_day_by_which_they_hear_from_us_is_shown_and_marked_unverified(client: Client) -> None:
    unit = a_unit()
    an_enquiry(unit, names="Late Family")
    an_enquiry(unit, on=TODAY, names="New Family")
    page = signed_in(client, a_user(Role.SUPERVISOR, unit)).get("/enquiries/").content.decode()
    assert "Answer was due on 9 March 2026" in page
    assert "Answer due on 23 March 2026" in page
    assert "Unverified" in page
    day = client.get("/").content.decode()
    assert "An enquiry of 2 March 2026" in day
    assert "An enquiry of 16 March 2026" in day


def test_the_list_goes_on_by_the_last_one_seen_and_costs_the_same(client: Client) -> None:
    unit = a_unit()
    signed_in(client, a_user(Role.SUPERVISOR, unit))
    an_enquiry(unit, names="Family 0")
    few, _size = cost(client, "/enquiries/")
    for number in range(1, 33):
        an_enquiry(unit, names=f"Family {number}")
    many, _size = cost(client, "/enquiries/")
    assert many == few <= MOST_QUERIES
    first = client.get("/enquiries/")
    assert "Family 3<" in first.content.decode()
    older = first.context["older"]
    second = client.get(f"/enquiries/{older}").content.decode()
    assert ["Family 2<" in second, "Family 0<" in second, "Family 3<" in second] == [True, True, False]
    assert client.get("/enquiries/?before=x&after=1").status_code == 200


def test_an_enquiry_is_open_to_those_who_keep_homes_of_its_unit_and_nobody_else(client: Client) -> None:
    unit = a_unit()
    enquiry = an_enquiry(unit)
    address = f"/enquiries/{enquiry.pk}/"
    assert signed_in(client, a_user(Role.SUPERVISOR)).get(address).status_code == 404
    assert signed_in(client, a_user(unit=unit)).get(address).status_code == 403
    above = a_unit(parent=None)
    below = a_unit(parent=above)
    theirs = an_enquiry(below)
    officer = signed_in(client, a_user(Role.PLACEMENT_OFFICER, above))
    assert officer.get(f"/enquiries/{theirs.pk}/").status_code == 200
    assert officer.get(address).status_code == 404


def test_a_step_of_another_town_is_not_written(client: Client) -> None:
    enquiry = an_enquiry(a_unit())
    signed_in(client, a_user(Role.SUPERVISOR))
    assert client.post(f"/enquiries/{enquiry.pk}/step/", a_step("contacted")).status_code == 404
    assert enquiry.steps.count() == 0


def test_the_same_step_sent_twice_is_one(client: Client) -> None:
    unit = a_unit()
    enquiry = an_enquiry(unit)
    signed_in(client, a_user(Role.SUPERVISOR, unit))
    sent = {**a_step("contacted"), "once": "6f1c2b1e-0000-4000-8000-000000000001"}
    for _time in range(2):
        assert client.post(f"/enquiries/{enquiry.pk}/step/", sent).status_code == 302
    assert enquiry.steps.count() == 1


def test_a_step_on_29_february_is_kept() -> None:
    unit = a_unit()
    supervisor = a_user(Role.SUPERVISOR, unit)
    enquiry = an_enquiry(unit, on=date(2024, 2, 28))
    step = record_enquiry_step(
        enquiry=enquiry, kind="contacted", on=date(2024, 2, 29), note="", by=by(supervisor)
    )
    assert step.done_on == date(2024, 2, 29)
