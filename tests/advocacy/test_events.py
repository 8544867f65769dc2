"""Events: planned for a campaign, registered for without an account, and followed up."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import translation
from icalendar import Calendar
from pytest_django.fixtures import Settings

from tests.advocacy.actions import (
    a_campaign,
    a_guest,
    a_press_conference,
    an_occasion,
    an_officer,
    announced,
    keeping,
    moment,
    visitor,
)
from tests.builders import TODAY, a_user, at, signed_in
from tests.guards.test_states import rows_under
from vatra.access.roles import Role
from vatra.advocacy.actions.occasions import (
    Guest,
    accredit,
    confirm_registration,
    note_attendance,
    register,
    withdraw_registration,
)
from vatra.advocacy.events.states import MOVES, PlaceState
from vatra.advocacy.models import (
    Action,
    ActionMail,
    FollowUp,
    Institution,
    Occasion,
    PressConference,
    Registration,
    TrainingCount,
)
from vatra.advocacy.tokens import CONFIRM_PLACE, token_for
from vatra.advocacy.words import ActionKind
from vatra.kernel.concern import Refused
from vatra.kernel.models import Event

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]

AFTERWARDS = moment(TODAY + timedelta(days=8))


def typed(**changed: object) -> dict[str, object]:
    """The page of a planned event as somebody fills it in."""
    return {
        "campaign": a_campaign().pk,
        "slug": "round-table",
        "title_en": "A round table",
        "first_day_day": "20",
        "first_day_month": "3",
        "first_day_year": "2026",
        "place": "Hotel Emerald",
        "starts": "11:00",
        "ends": "12:30",
        "languages": ["sq", "en"],
        "capacity": "40",
        "is_open": "on",
        **changed,
    }


def confirm_page(registration: Registration) -> str:
    return f"/en/confirm-place/{token_for(registration.key, CONFIRM_PLACE)}/"


def test_an_event_is_planned_for_a_campaign(client: Client) -> None:
    browser = signed_in(client, an_officer())
    answer = browser.post("/actions/new/event/", typed())
    assert answer.headers["Location"] == "/occasions/round-table/"
    occasion = Occasion.objects.get()
    assert (occasion.starts_at, occasion.ends_at) == (
        moment(TODAY + timedelta(days=4)),
        moment(TODAY + timedelta(days=4), 12) + timedelta(minutes=30),
    )
    assert (occasion.languages, occasion.capacity, occasion.is_open) == (["sq", "en"], 40, True)
    event = Event.objects.filter(act="plan_occasion").get()
    assert (event.chain, event.facts["kind"]) == (occasion.action.key, "event")
    page = browser.get("/occasions/round-table/").content.decode()
    assert "Hotel Emerald" in page
    assert "/occasions/round-table/" in browser.get("/actions/").content.decode()


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"ends": "10:59"}, "The end lies after the beginning."),
        ({"place": ""}, "Not answered yet: “Where it takes place”"),
        ({"title_en": ""}, "Not answered yet: “Title”"),
        ({"capacity": "0"}, "greater than or equal to 1"),
        ({"starts": "later"}, "Enter a valid time"),
    ],
)
def test_an_event_is_not_planned_like_this(client: Client, changed: dict[str, str], said: str) -> None:
    answer = signed_in(client, an_officer()).post("/actions/new/event/", typed(**changed))
    assert (answer.status_code, Occasion.objects.count(), Action.objects.count()) == (422, 0, 0)
    assert said in answer.content.decode()


def test_an_event_is_moved_and_keeps_its_address(client: Client) -> None:
    occasion = an_occasion(slug="round-table")
    browser = signed_in(client, an_officer())
    browser.post("/occasions/round-table/change/", typed(place="Library", starts="17:00", ends="18:00"))
    occasion = Occasion.objects.select_related("action").get()
    assert (occasion.place, occasion.starts_at.hour) == ("Library", 16)
    assert (occasion.action.slug, str(occasion.action)) == ("round-table", "A round table")


def test_somebody_registers_and_has_a_place_once_it_is_confirmed(client: Client) -> None:
    occasion = an_occasion(slug="round-table")
    address = "/en/events/round-table/"
    assert "csrfmiddlewaretoken" not in client.get(address).content.decode()
    answer = client.post(address, {"name": "Besa Hoti", "email": "besa@example.org"})
    assert (answer.status_code, answer.headers["Location"]) == (303, "/en/look-into-your-mail/")
    registration = Registration.objects.get()
    assert (registration.state, occasion.registrations.holding().count()) == (PlaceState.UNCONFIRMED, 0)
    assert ActionMail.objects.get().registration == registration
    assert "Yes, I come" in client.get(confirm_page(registration)).content.decode()
    assert occasion.registrations.holding().count() == 0
    client.post(confirm_page(registration))
    confirm_registration(registration=registration, by=visitor())
    assert occasion.registrations.holding().count() == 1
    assert Event.objects.filter(act="confirm_registration").count() == 1
    assert "You are registered." in client.get(confirm_page(registration)).content.decode()


def test_a_known_address_gets_the_same_answer_and_no_mail(client: Client) -> None:
    occasion = an_occasion(slug="round-table")
    guest = a_guest(occasion)
    answer = client.post("/en/events/round-table/", {"name": "Besa", "email": guest.email.upper()})
    assert answer.headers["Location"] == "/en/look-into-your-mail/"
    assert ActionMail.objects.count() == 0


def test_of_two_who_want_the_last_place_one_gets_it(client: Client) -> None:
    occasion = an_occasion(capacity=1)
    first, second = (
        register(occasion=occasion, guest=Guest(name, "en", f"{name}@example.org"), by=visitor())
        for name in ("besa", "teuta")
    )
    confirm_registration(registration=first, by=visitor())
    answer = client.post(confirm_page(second))
    assert (answer.status_code, "Every place is taken." in answer.content.decode()) == (422, True)
    with translation.override("en"), pytest.raises(Refused, match="Every place is taken"):
        a_guest(occasion)


def test_where_registration_is_not_open_there_is_no_form(client: Client) -> None:
    occasion = an_occasion(slug="inside", is_open=False)
    assert "<form" not in client.get("/en/events/inside/").content.decode()
    with translation.override("en"), pytest.raises(Refused, match="Registration is closed"):
        register(occasion=occasion, guest=Guest("Besa", "en", "b@example.org"), by=visitor())
    past = an_occasion(slug="past", day=TODAY - timedelta(days=1))
    assert not past.is_open_at(at())
    assert "<form" not in client.get("/en/events/past/").content.decode()


def test_who_came_is_ticked_after_it_began(client: Client) -> None:
    occasion = an_occasion(slug="round-table")
    came, absent = a_guest(occasion, "Besa Hoti"), a_guest(occasion, "Teuta Gashi")
    with pytest.raises(Refused, match="It has not begun yet"):
        note_attendance(occasion=occasion, came=[came], by=keeping())
    note_attendance(occasion=occasion, came=[came], by=keeping(moment=AFTERWARDS))
    assert list(Registration.objects.order_by("pk").values_list("has_come", flat=True)) == [True, False]
    assert Event.objects.filter(act="note_attendance").get().facts == {"came": 1, "registered": 2}
    assert absent.name in signed_in(client, an_officer()).get("/occasions/round-table/").content.decode()


def test_participants_are_counted_by_institution_and_answers_before_and_after(
    client: Client, time_machine: object
) -> None:
    an_occasion(ActionKind.TRAINING, slug="training")
    ministry = Institution.objects.create(name={"en": "Ministry"}, level="central")
    time_machine.move_to(AFTERWARDS)  # type: ignore[attr-defined]
    browser = signed_in(client, an_officer())
    counted = {"institution": ministry.pk, "participants": "12"}
    browser.post("/occasions/training/participants/new/", counted)
    answers = {"asked": "May a child under three live in an institution?"}
    answers |= {"before": "12", "right_before": "5", "after": "11", "right_after": "10"}
    browser.post("/occasions/training/answers/new/", answers)
    assert TrainingCount.objects.get().participants == 12
    page = browser.get("/occasions/training/").content.decode()
    assert "Ministry: 12" in page
    assert "Before: 5 of 12 right." in page
    assert "Afterwards: 10 of 11 right." in page
    again = browser.post("/occasions/training/participants/new/", counted)
    assert "already counted" in again.content.decode()
    wrong = browser.post("/occasions/training/answers/new/", answers | {"asked": "?", "right_after": "12"})
    assert "No more people can be right than have answered." in wrong.content.decode()


def test_what_follows_has_a_person_and_a_day_and_ends_with_what_came_of_it(client: Client) -> None:
    an_occasion(slug="round-table")
    officer = an_officer()
    browser = signed_in(client, officer)
    due = {"due_on_day": "30", "due_on_month": "3", "due_on_year": "2026"}
    browser.post(
        "/actions/round-table/follow-ups/new/", {"what": "Send the minutes", "person": officer.pk, **due}
    )
    follow_up = FollowUp.objects.get()
    assert (follow_up.action.slug, follow_up.due_on) == ("round-table", TODAY + timedelta(days=14))
    assert "Send the minutes" in browser.get("/actions/").content.decode()
    done = {"done_on_day": "16", "done_on_month": "3", "done_on_year": "2026", "outcome": "Sent to all."}
    browser.post(f"/follow-ups/{follow_up.pk}/", done)
    assert list(FollowUp.objects.to_do()) == []
    assert "Sent to all." in browser.get("/occasions/round-table/").content.decode()
    assert (
        "already written that this was done"
        in browser.post(f"/follow-ups/{follow_up.pk}/", done).content.decode()
    )


def test_nobody_outside_advocacy_is_given_something_to_do(client: Client) -> None:
    an_occasion(slug="round-table")
    worker = a_user(Role.SOCIAL_WORKER)
    due = {"due_on_day": "30", "due_on_month": "3", "due_on_year": "2026"}
    signed_in(client, an_officer()).post(
        "/actions/round-table/follow-ups/new/", {"what": "Anything", "person": worker.pk, **due}
    )
    assert FollowUp.objects.count() == 0


def test_what_came_of_it_stands_on_the_public_page(client: Client) -> None:
    an_occasion(slug="round-table")
    browser = signed_in(client, an_officer())
    told = {"came_of_it_en": "Three mayors promised.", "result_address": "https://vatra.example/minutes"}
    browser.post("/occasions/round-table/result/", told)
    page = client.get("/en/events/round-table/").content.decode()
    assert "Three mayors promised." in page
    assert 'href="https://vatra.example/minutes"' in page


def test_public_events_stand_in_the_list_and_in_a_calendar_and_hidden_ones_do_not(client: Client) -> None:
    shown, hidden = an_occasion(slug="shown"), an_occasion(slug="hidden")
    hidden.action.shown_from = None
    hidden.action.save()
    page = client.get("/en/events/").content.decode()
    assert ("/en/events/shown/" in page, "/en/events/hidden/" in page) == (True, False)
    assert client.get("/en/events/hidden/").status_code == 404
    answer = client.get("/en/events.ics")
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    (entry,) = Calendar.from_ical(answer.content).walk("VEVENT")
    assert (str(entry["uid"]), entry.decoded("dtstart")) == (str(shown.action.key), shown.starts_at)
    assert str(entry["url"]) == "http://localhost:8000/en/events/shown/"


def test_the_calendar_leads_to_the_public_site_where_it_has_a_name_of_its_own(
    client: Client, settings: Settings
) -> None:
    settings.PUBLIC_SITE = "https://vatra.example.org"
    an_occasion(slug="shown")
    assert b"https://vatra.example.org/en/events/shown/" in client.get("/en/events.ics").content


def test_the_list_goes_on_by_the_last_event_seen(client: Client) -> None:
    for number in range(22):
        an_occasion(slug=f"event-{number}")
    first = client.get("/en/events/").content.decode()
    older = first.split('href="?after=')[1].split('"')[0]
    second = client.get(f"/en/events/?after={older}").content.decode()
    assert first.count("/en/events/event-") + second.count("/en/events/event-") == 22
    assert second.count("/en/events/event-") == 2


def test_a_journalist_is_accredited_or_told_why_not_once(client: Client) -> None:
    conference = a_press_conference(slug="i-give-hope-opens")
    occasion = conference.action.occasion
    without = client.post("/en/events/i-give-hope-opens/", {"name": "Besa Hoti", "email": "besa@example.org"})
    assert without.status_code == 422
    granted, refused = a_guest(occasion, "Besa Hoti", "Zëri"), a_guest(occasion, "Nobody Known", "A blog")
    browser = signed_in(client, an_officer())
    browser.post(f"/registrations/{granted.pk}/accredit/", {"is_granted": "yes"})
    nothing = browser.post(f"/registrations/{refused.pk}/accredit/", {"is_granted": "no"})
    assert "Say why the accreditation is refused." in nothing.content.decode()
    browser.post(f"/registrations/{refused.pk}/accredit/", {"is_granted": "no", "refusal": "No outlet."})
    states = [each.state for each in Registration.objects.order_by("pk")]
    assert states == [PlaceState.ACCREDITED, PlaceState.REFUSED]
    assert list(occasion.registrations.holding()) == [granted]
    with pytest.raises(Refused, match="already decided"):
        accredit(registration=granted, is_granted=False, refusal="No.", by=keeping())


def test_somebody_who_does_not_come_after_all_frees_the_place(client: Client) -> None:
    occasion = an_occasion(capacity=1)
    guest = a_guest(occasion)
    signed_in(client, an_officer()).post(f"/registrations/{guest.pk}/withdraw/", {})
    guest.refresh_from_db()
    assert guest.state == PlaceState.WITHDRAWN
    assert a_guest(occasion, "Teuta Gashi").state == PlaceState.REGISTERED


def test_only_a_registration_that_stands_is_decided_or_withdrawn(client: Client) -> None:
    occasion = a_press_conference().action.occasion
    journalist = Guest(name="Ilir Krasniqi", language="en", email="ilir@example.org", outlet="Zëri")
    unconfirmed = register(occasion=occasion, guest=journalist, by=visitor())
    gone = withdraw_registration(registration=a_guest(occasion, "Besa Hoti", "Zëri"), by=keeping())
    for registration in (unconfirmed, gone):
        with pytest.raises(Refused, match="never confirmed, or was withdrawn"):
            accredit(registration=registration, is_granted=True, refusal="", by=keeping())
        with pytest.raises(Refused, match="never confirmed, or was withdrawn"):
            withdraw_registration(registration=registration, by=keeping())
    assert "You are no longer registered" in client.get(confirm_page(gone)).content.decode()


def test_names_of_guests_are_for_those_who_keep_the_list(client: Client) -> None:
    occasion = an_occasion(slug="round-table")
    a_guest(occasion, "Besa Hoti")
    donor = signed_in(client, a_user(Role.DONOR_RELATIONS)).get("/occasions/round-table/").content.decode()
    assert "Besa Hoti" not in donor
    assert "Besa Hoti" in signed_in(client, an_officer()).get("/occasions/round-table/").content.decode()


def test_a_detail_belongs_to_an_action_of_its_kind() -> None:
    event = an_occasion().action
    with pytest.raises(IntegrityError, match="press_of_another_kind_of_action"), transaction.atomic():
        PressConference.objects.create(action=event, embargo_at=at(), contact_name="B", contact="b")
    with pytest.raises(IntegrityError, match="occasion_of_another_kind_of_action"), transaction.atomic():
        petition = announced().as_action(ActionKind.PETITION)
        Occasion.objects.create(
            action=petition, place="Here", starts_at=at(), ends_at=at() + timedelta(hours=1), languages=["sq"]
        )


def test_the_schema_knows_no_registration_by_halves() -> None:
    guest = a_guest(an_occasion())
    halves: list[tuple[dict[str, object], str]] = [
        ({"granted_at": at()}, "accreditation_decided_by_nobody"),
        ({"confirmed_at": None, "has_come": True}, "came_unregistered"),
        ({"refusal": "No."}, "accreditation_refused_without_reason"),
    ]
    for changed, refused_by in halves:
        with pytest.raises(IntegrityError, match=refused_by), transaction.atomic():
            Registration.objects.filter(pk=guest.pk).update(**changed)
    with pytest.raises(IntegrityError, match="registered_twice"), transaction.atomic():
        Registration.objects.create(
            occasion=guest.occasion,
            name="Besa",
            canonical_email=guest.canonical_email,
            registered_at=at(),
            confirmed_at=at(),
        )


def test_the_moves_of_a_registration_are_the_moves_in_the_book() -> None:
    heading = "Registration for an event"
    book = {row[0]: {word.strip() for word in row[2].split(",")} - {""} for row in rows_under(heading)}
    assert book == {each.value: {to.value for to in moves} for each, moves in MOVES.items()}


@pytest.mark.parametrize("role", [Role.DONOR_RELATIONS, Role.SOCIAL_WORKER])
def test_who_does_not_keep_campaigns_plans_nothing(client: Client, role: Role) -> None:
    an_occasion(slug="round-table")
    browser = signed_in(client, a_user(role))
    assert browser.get("/actions/new/event/").status_code == 403
    assert browser.get("/occasions/round-table/result/").status_code == 403
    assert browser.get("/occasions/round-table/").status_code == (
        200 if role == Role.DONOR_RELATIONS else 403
    )
