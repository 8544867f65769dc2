"""Acts on events, press conferences and trainings: planning, registering, accrediting, who came and what followed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from vatra.advocacy.announced import Announced
from vatra.advocacy.events.rules import (
    has_begun,
    journalist_has_outlet,
    may_be_decided,
    may_be_withdrawn,
    not_done_yet,
    registration_is_open,
    there_is_room,
)
from vatra.advocacy.holding import NO_FORM, Sent, held_for
from vatra.advocacy.letters.words import MailKind
from vatra.advocacy.models import (
    Action,
    ActionMail,
    FollowUp,
    Institution,
    Occasion,
    Registration,
    TrainingCount,
    TrainingQuestion,
)
from vatra.advocacy.signing.words import TurnedAwayFor
from vatra.advocacy.words import ActionKind
from vatra.kernel.atomic import atomic
from vatra.kernel.concern import Concern, heed
from vatra.kernel.constraints import well_formed
from vatra.kernel.in_languages import Wording
from vatra.kernel.ledger import Actor, Entry, record, record_many
from vatra.kernel.mailbox import canonical

MOST_MAILS = 3
"""So many mails at most to an address about one event, however often somebody types it."""


@dataclass(frozen=True)
class Where:
    """When and where something takes place, for how many, and to what end."""

    place: str
    starts_at: datetime
    ends_at: datetime
    languages: list[str]
    objectives: Wording
    municipality: str = ""
    capacity: int | None = None
    is_open: bool = False
    towards: str | None = None
    hour_is_known: bool = True


@dataclass(frozen=True)
class Guest:
    """Somebody who wants to come, as typed."""

    name: str
    language: str
    email: str = ""
    outlet: str = ""
    institution: Institution | None = None


@dataclass(frozen=True)
class Answers:
    """How many people answered a question before and after a training, and how many of them rightly."""

    asked: str
    before: int
    right_before: int
    after: int
    right_after: int


@atomic()
def plan_occasion(*, kind: ActionKind, announced: Announced, where: Where, by: Actor) -> Occasion:
    """Plan an event, a press conference or a training for a campaign."""
    action = announced.as_action(kind)
    occasion = Occasion(action=action, **vars(where))
    well_formed(occasion)
    occasion.save()
    facts = {"kind": kind, "campaign": action.campaign_id}
    record("plan_occasion", by=by, chain=action.key, subject=occasion, on=action.first_day, facts=facts)
    return occasion


@atomic()
def change_occasion(*, occasion: Occasion, announced: Announced, where: Where, by: Actor) -> Occasion:
    """It takes place at another hour or place, or is told otherwise."""
    announced.onto(occasion.action)
    for name, value in vars(where).items():
        setattr(occasion, name, value)
    well_formed(occasion)
    occasion.save()
    record("change_occasion", by=by, chain=occasion.action.key, subject=occasion)
    return occasion


@atomic()
def tell_result(*, occasion: Occasion, came_of_it: Wording, result_address: str, by: Actor) -> Occasion:
    """What came of it, and where that can be read."""
    occasion.came_of_it, occasion.result_address = came_of_it, result_address
    well_formed(occasion)
    occasion.save(update_fields=["came_of_it", "result_address"])
    record("tell_result", by=by, chain=occasion.action.key, subject=occasion)
    return occasion


@atomic()
def register(*, occasion: Occasion, guest: Guest, sent: Sent = NO_FORM, by: Actor) -> Registration:
    """Somebody registers on the public site; a mail asks for confirmation, and the place is taken only then.

    What looks strange waits until somebody has looked; who registers sees no difference.
    """
    heed(registration_is_open(is_open=occasion.is_open_at(by.at)), {})
    reason = held_for(sent, occasion.registrations.moments_from(sent.network, at=by.at), at=by.at)
    registration = _registered(occasion, guest, by, network=sent.network, held_for=reason)
    if not registration.is_held:
        _ask(registration, at=by.at)
    facts = {"held_for": reason}
    record("register", by=by, chain=occasion.action.key, subject=registration, facts=facts)
    return registration


@atomic()
def let_guests_through(*, registrations: Sequence[Registration], by: Actor) -> list[Registration]:
    """Ask these people by mail whether they come, as if nothing had been strange about them."""
    held = list(Registration.objects.still_held(registrations).select_related("occasion__action"))
    Registration.objects.filter(pk__in=[each.pk for each in held]).update(released_at=by.at)
    for registration in held:
        _ask(registration, at=by.at)
    record_many([_entry("let_guest_through", each, by) for each in held])
    return held


@atomic()
def turn_guests_away(
    *, registrations: Sequence[Registration], reason: TurnedAwayFor, by: Actor
) -> list[Registration]:
    """End these registrations before a mail is sent, for one reason."""
    held = list(Registration.objects.still_held(registrations).select_related("occasion__action"))
    of_them = Registration.objects.filter(pk__in=[each.pk for each in held])
    of_them.update(turned_away_at=by.at, turned_away_for=reason)
    record_many([_entry("turn_guest_away", each, by, reason=reason.value) for each in held])
    return held


@atomic()
def confirm_registration(*, registration: Registration, by: Actor) -> Registration:
    """The person confirms the address, and has a place if one is left."""
    occasion = Occasion.objects.select_for_update(no_key=True).get(pk=registration.occasion_id)
    registration.refresh_from_db(fields=["confirmed_at"])
    if registration.confirmed_at:
        return registration
    heed([*registration_is_open(is_open=occasion.is_open_at(by.at)), *_full(occasion)], {})
    registration.confirmed_at = by.at
    registration.save(update_fields=["confirmed_at"])
    record("confirm_registration", by=by, chain=occasion.action.key, subject=registration)
    return registration


@atomic()
def record_guest(*, occasion: Occasion, guest: Guest, by: Actor) -> Registration:
    """One of us writes down somebody who comes, or came; nothing has to be confirmed."""
    occasion = Occasion.objects.select_for_update(no_key=True).select_related("action").get(pk=occasion.pk)
    heed(_full(occasion), {})
    registration = _registered(occasion, guest, by, confirmed_at=by.at, recorded_by_id=by.somebody)
    record("record_guest", by=by, chain=occasion.action.key, subject=registration)
    return registration


@atomic()
def accredit(*, registration: Registration, is_granted: bool, refusal: str, by: Actor) -> Registration:
    """A journalist may come to the press conference, or is told why not."""
    registration = _as_it_stands(registration)
    heed(may_be_decided(registration.state), {})
    registration.granted_at = by.at if is_granted else None
    registration.refused_at = None if is_granted else by.at
    registration.refusal = "" if is_granted else refusal
    registration.decided_by_id = by.somebody
    well_formed(registration)
    registration.save(update_fields=["granted_at", "refused_at", "refusal", "decided_by"])
    facts = {"granted": is_granted}
    record("accredit", by=by, chain=registration.occasion.action.key, subject=registration, facts=facts)
    return registration


@atomic()
def withdraw_registration(*, registration: Registration, by: Actor) -> Registration:
    """Somebody does not come after all; the place is free again."""
    registration = _as_it_stands(registration)
    heed(may_be_withdrawn(registration.state), {})
    registration.withdrawn_at = by.at
    registration.save(update_fields=["withdrawn_at"])
    record("withdraw_registration", by=by, chain=registration.occasion.action.key, subject=registration)
    return registration


@atomic()
def note_attendance(*, occasion: Occasion, came: list[Registration], by: Actor) -> list[Registration]:
    """Who came, of those who were registered; the others did not."""
    heed(has_begun(occasion.starts_at, now=by.at), {})
    those = {registration.pk for registration in came}
    expected = list(occasion.registrations.holding().order_by("pk"))
    for registration in expected:
        registration.has_come = registration.pk in those
    Registration.objects.bulk_update(expected, ["has_come"])
    facts = {"came": len(those), "registered": len(expected)}
    record("note_attendance", by=by, chain=occasion.action.key, subject=occasion, facts=facts)
    return expected


@atomic()
def count_participants(
    *, occasion: Occasion, institution: Institution, participants: int, by: Actor
) -> TrainingCount:
    """So many people of an institution took part in the training."""
    heed(has_begun(occasion.starts_at, now=by.at), {})
    count = TrainingCount(occasion=occasion, institution=institution, participants=participants)
    well_formed(count)
    count.save()
    facts = {"institution": institution.pk, "participants": participants}
    record("count_participants", by=by, chain=occasion.action.key, subject=count, facts=facts)
    return count


@atomic()
def record_answers(*, occasion: Occasion, answers: Answers, by: Actor) -> TrainingQuestion:
    """How a question was answered before and after the training."""
    question = TrainingQuestion(occasion=occasion, **vars(answers))
    well_formed(question)
    question.save()
    record("record_answers", by=by, chain=occasion.action.key, subject=question)
    return question


@atomic()
def plan_follow_up(*, action: Action, what: str, due_on: date, person: int, by: Actor) -> FollowUp:
    """Somebody of us does something by a day because of an action."""
    follow_up = FollowUp(action=action, what=what, due_on=due_on, person_id=person)
    well_formed(follow_up)
    follow_up.save()
    facts = {"person": person, "due_on": due_on}
    record("plan_follow_up", by=by, chain=action.key, subject=follow_up, facts=facts)
    return follow_up


@atomic()
def finish_follow_up(*, follow_up: FollowUp, done_on: date, outcome: str, by: Actor) -> FollowUp:
    """It was done on this day, and this came of it."""
    follow_up.refresh_from_db(fields=["done_on"])
    heed(not_done_yet(is_done=follow_up.done_on is not None), {})
    follow_up.done_on, follow_up.outcome = done_on, outcome
    well_formed(follow_up)
    follow_up.save(update_fields=["done_on", "outcome"])
    record("finish_follow_up", by=by, chain=follow_up.action.key, subject=follow_up, on=done_on)
    return follow_up


def _registered(occasion: Occasion, guest: Guest, by: Actor, **moments: object) -> Registration:
    is_press = occasion.action.kind == ActionKind.PRESS_CONFERENCE
    heed(journalist_has_outlet(guest.outlet, is_press=is_press), {})
    email = canonical(guest.email) if guest.email else ""
    registration = Registration(
        occasion=occasion, canonical_email=email, registered_at=by.at, **vars(guest), **moments
    )
    well_formed(registration)
    registration.save()
    return registration


def _as_it_stands(registration: Registration) -> Registration:
    """The registration, locked until the transaction ends: of two who decide at once the second sees the first."""
    locked = Registration.objects.select_for_update(no_key=True, of=("self",))
    return locked.select_related("occasion__action").get(pk=registration.pk)


def _entry(act: str, registration: Registration, by: Actor, **facts: object) -> Entry:
    subject = (Registration._meta.db_table, str(registration.pk))
    return Entry(act, by, registration.occasion.action.key, subject, facts=facts)


def _ask(registration: Registration, *, at: datetime) -> None:
    """Ask for confirmation, but not whose address has a place or was asked often enough; the page says nothing of it."""
    same = Registration.objects.filter(
        occasion=registration.occasion_id, canonical_email=registration.canonical_email
    )
    has_place = same.filter(confirmed_at__isnull=False, withdrawn_at=None).exists()
    asked = ActionMail.objects.filter(kind=MailKind.CONFIRM_PLACE, registration__in=same)
    if not has_place and asked.count() < MOST_MAILS:
        ActionMail.objects.create(
            kind=MailKind.CONFIRM_PLACE, registration=registration, written_at=at, not_before_at=at
        )


def _full(occasion: Occasion) -> list[Concern]:
    return there_is_room(taken=occasion.registrations.holding().count(), capacity=occasion.capacity)
