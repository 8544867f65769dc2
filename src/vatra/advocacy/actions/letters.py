"""Acts on letters to somebody in office: calling for them, writing, confirming, reading, and what came back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import SystemRandom
from typing import Any

from vatra.advocacy.announced import Announced
from vatra.advocacy.holding import NO_FORM, Sent, held_for
from vatra.advocacy.letters.likeness import fingerprint, is_alike
from vatra.advocacy.letters.rules import (
    answered_after_it_was_sent,
    has_an_address,
    long_enough,
    not_read_by_oneself,
    open_for_letters,
    waits_for_a_reader,
)
from vatra.advocacy.letters.states import LetterState
from vatra.advocacy.letters.words import MailKind
from vatra.advocacy.models import ActionMail, LetterCall, LetterReading, LetterReply, Post, WrittenLetter
from vatra.advocacy.signing.words import TurnedAwayFor
from vatra.advocacy.words import ActionKind
from vatra.kernel import clock
from vatra.kernel.atomic import atomic
from vatra.kernel.concern import heed
from vatra.kernel.constraints import well_formed
from vatra.kernel.in_languages import Wording
from vatra.kernel.ledger import Actor, Entry, record, record_many
from vatra.kernel.mailbox import canonical

A_DAY = timedelta(days=1)
MOST_CONFIRMATIONS_A_DAY = 3
"""So many mails at most to an address in a day, however often somebody types it."""


@dataclass(frozen=True)
class CallText:
    """What a call asks people to write, to whom, and how its letters are let out."""

    addressee: Post
    subject: Wording
    suggested: Wording
    sends_from: date
    sends_until: date
    per_hour: int
    jitter_minutes: int
    own_address: str


@dataclass(frozen=True)
class Written:
    """A letter as somebody typed it."""

    name: str
    email: str
    words: str
    language: str
    municipality: str = ""
    shares_address: bool = False
    consented_to: str = ""


@atomic()
def call_for_letters(*, announced: Announced, text: CallText, by: Actor) -> LetterCall:
    """Call on people to write to the holder of a post; everything goes to our own address until that is changed."""
    heed(has_an_address(text.addressee.email), {})
    action = announced.as_action(ActionKind.MAIL_TO_TARGET)
    call = LetterCall(action=action, **vars(text))
    well_formed(call)
    call.save()
    facts = {"addressee": text.addressee.pk, "per_hour": text.per_hour}
    record("call_for_letters", by=by, chain=action.key, subject=call, on=action.first_day, facts=facts)
    return call


@atomic()
def change_call(*, call: LetterCall, announced: Announced, text: CallText, by: Actor) -> LetterCall:
    """Say from now on something else; letters that were written keep what they say."""
    heed(has_an_address(text.addressee.email), {})
    announced.onto(call.action)
    for name, value in vars(text).items():
        setattr(call, name, value)
    well_formed(call)
    call.save()
    facts = {"addressee": text.addressee.pk, "per_hour": text.per_hour}
    record("change_call", by=by, chain=call.action.key, subject=call, facts=facts)
    return call


@atomic()
def let_letters_go(*, call: LetterCall, is_test: bool, by: Actor) -> LetterCall:
    """From now on letters go to the office, or again to our own address only."""
    call.is_test = is_test
    call.save(update_fields=["is_test"])
    facts = {"is_test": is_test}
    record("let_letters_go", by=by, chain=call.action.key, subject=call, facts=facts)
    return call


@atomic()
def write_letter(*, call: LetterCall, written: Written, sent: Sent = NO_FORM, by: Actor) -> WrittenLetter:
    """Somebody wrote a letter; a mail asks for confirmation, unless this address has had enough of them.

    What looks strange waits until somebody has looked. Neither that, nor whether the address is known, makes a
    difference to what the writer sees.
    """
    heed([*open_for_letters(is_open=call.is_open_on(by.today)), *long_enough(written.words)], {})
    letter = WrittenLetter(
        call=call,
        canonical_email=canonical(written.email),
        fingerprint=fingerprint(written.words),
        written_at=by.at,
        network=sent.network,
        held_for=held_for(sent, call.letters.moments_from(sent.network, at=by.at), at=by.at),
        **vars(written),
    )
    well_formed(letter)
    letter.save()
    if not letter.is_held:
        _ask(letter, at=by.at)
    record("write_letter", by=by, chain=call.action.key, subject=letter, facts={"held_for": letter.held_for})
    return letter


@atomic()
def let_letters_through(*, letters: Sequence[WrittenLetter], by: Actor) -> list[WrittenLetter]:
    """Ask the writers of these letters by mail, as if nothing had been strange about them."""
    held = list(WrittenLetter.objects.still_held(letters).select_related("call__action"))
    WrittenLetter.objects.filter(pk__in=[each.pk for each in held]).update(released_at=by.at)
    for letter in held:
        _ask(letter, at=by.at)
    record_many([_entry("let_letter_through", letter, by) for letter in held])
    return held


@atomic()
def turn_letters_away(
    *, letters: Sequence[WrittenLetter], reason: TurnedAwayFor, by: Actor
) -> list[WrittenLetter]:
    """End these letters before a mail is sent, for one reason."""
    held = list(WrittenLetter.objects.still_held(letters).select_related("call__action"))
    of_them = WrittenLetter.objects.filter(pk__in=[each.pk for each in held])
    of_them.update(turned_away_at=by.at, turned_away_for=reason)
    record_many([_entry("turn_letter_away", letter, by, reason=reason.value) for letter in held])
    return held


@atomic()
def confirm_letter(*, letter: WrittenLetter, by: Actor) -> WrittenLetter:
    """The writer confirms the address: a letter in words of its own waits for a reader, a near copy is counted."""
    # One after the other: of two copies the second has to see the first.
    LetterCall.objects.select_for_update(no_key=True).get(pk=letter.call_id)
    letter.refresh_from_db(fields=["confirmed_at", "is_alike"])
    if letter.confirmed_at:
        return letter
    heed(open_for_letters(is_open=letter.call.is_open_on(by.today)), {})
    letter.is_alike = is_alike(letter.fingerprint, _others(letter.call))
    letter.confirmed_at = by.at
    letter.save(update_fields=["confirmed_at", "is_alike"])
    facts = {"is_alike": letter.is_alike}
    record("confirm_letter", by=by, chain=letter.call.action.key, subject=letter, facts=facts)
    return letter


@atomic()
def read_letter(
    *, letter: WrittenLetter, verdict: str, reason: str | None, tells_of_child: bool, by: Actor
) -> LetterReading:
    """One of us read a letter and says whether it may go; about a child a second person has to agree."""
    WrittenLetter.objects.select_for_update(no_key=True).get(pk=letter.pk)
    before = letter.state
    waits = before in {LetterState.TO_READ, LetterState.SECOND_READER}
    is_own = letter.readings.filter(read_by_id=by.somebody).exists()
    heed([*waits_for_a_reader(waits=waits), *not_read_by_oneself(is_own=is_own)], {})
    reading = LetterReading(
        letter=letter,
        verdict=verdict,
        reason=reason,
        tells_of_child=tells_of_child,
        read_by_id=by.somebody,
        read_at=by.at,
    )
    well_formed(reading)
    reading.save()
    if WrittenLetter.objects.get(pk=letter.pk).state == LetterState.PASSED:
        _mail(letter, MailKind.LETTER, at=by.at)
    facts = {"verdict": verdict, "reason": reason, "tells_of_child": tells_of_child}
    record("read_letter", by=by, chain=letter.call.action.key, subject=letter, facts=facts)
    return reading


@atomic()
def note_reply(*, letter: WrittenLetter, kind: str, came_on: date | None, by: Actor) -> LetterReply:
    """The writer, or one of us, notes what came back for a letter."""
    heed(answered_after_it_was_sent(came_on, sent_on=_sent_on(letter), today=by.today), {})
    reply = LetterReply(letter=letter, kind=kind, came_on=came_on, noted_at=by.at, noted_by_id=by.user_id)
    well_formed(reply)
    reply.save()
    facts = {"kind": kind, "came_on": came_on}
    record("note_reply", by=by, chain=letter.call.action.key, subject=letter, facts=facts)
    return reply


@atomic()
def collect_support(*, call: LetterCall, day: date, by: Actor) -> ActionMail:
    """One letter tells the office how many people said the same on a day."""
    counted = call.letters.confirmed().filter(is_alike=True)
    people = sum(
        clock.local_day(moment) == day for moment in counted.values_list("confirmed_at", flat=True) if moment
    )
    mail = ActionMail.objects.create(
        kind=MailKind.COLLECTED,
        call=call,
        day=day,
        people=people,
        is_test=call.is_test,
        written_at=by.at,
        not_before_at=by.at,
    )
    facts = {"people": people}
    record("collect_support", by=by, chain=call.action.key, subject=mail, on=day, facts=facts)
    return mail


@atomic()
def ask_whether_they_answered(*, letter: WrittenLetter, by: Actor) -> ActionMail:
    """Two weeks after the letter its writer is asked whether an answer came."""
    mail = _mail(letter, MailKind.DID_THEY_ANSWER, at=by.at)
    record("ask_whether_they_answered", by=by, chain=letter.call.action.key, subject=letter)
    return mail


def _others(call: LetterCall) -> list[list[int]]:
    """What a letter must not be too much like: the text we suggested, and every letter that was confirmed."""
    suggested = [fingerprint(text) for text in call.suggested.values()]
    return [
        *suggested,
        *call.letters.confirmed().filter(erased_at=None).values_list("fingerprint", flat=True),
    ]


def _entry(act: str, letter: WrittenLetter, by: Actor, **facts: object) -> Entry:
    subject = (WrittenLetter._meta.db_table, str(letter.pk))
    return Entry(act, by, letter.call.action.key, subject, facts=facts)


def _ask(letter: WrittenLetter, *, at: datetime) -> None:
    """Ask for confirmation, but not whom we have asked several times today, nor who has confirmed a letter."""
    same = WrittenLetter.objects.filter(call=letter.call_id, canonical_email=letter.canonical_email)
    asked = ActionMail.objects.filter(
        kind=MailKind.CONFIRM_LETTER, letter__in=same, written_at__gt=at - A_DAY
    )
    if not same.confirmed().exists() and asked.count() < MOST_CONFIRMATIONS_A_DAY:
        _mail(letter, MailKind.CONFIRM_LETTER, at=at)


def _mail(letter: WrittenLetter, kind: MailKind, *, at: datetime) -> ActionMail:
    """A letter to an office waits a moment of its own, so that letters do not come in the order they were read."""
    wait = SystemRandom().uniform(0, letter.call.jitter_minutes * 60) if kind == MailKind.LETTER else 0
    given: dict[str, Any] = {"call": letter.call, "letter": letter, "is_test": letter.call.is_test}
    return ActionMail.objects.create(
        kind=kind, written_at=at, not_before_at=at + timedelta(seconds=wait), **given
    )


def _sent_on(letter: WrittenLetter) -> date | None:
    sent_at = letter.mails.filter(kind=MailKind.LETTER).values_list("sent_at", flat=True).first()
    return clock.local_day(sent_at) if sent_at else None
