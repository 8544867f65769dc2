"""Acts of forgetting beside those of signing: letters, registrations, and words in answers to surveys.

What was counted goes on being counted; each act is one event, with the number of people it is about.
"""

from collections.abc import Sequence

from django.db import connection

from vatra.advocacy.awareness import retention as words
from vatra.advocacy.events import retention as guests
from vatra.advocacy.letters import retention as letters
from vatra.advocacy.models import (
    ActionMail,
    LetterCall,
    Occasion,
    Registration,
    SurveyWave,
    WrittenLetter,
)
from vatra.kernel.atomic import atomic
from vatra.kernel.ledger import Actor, record

_WITHOUT_WORDS = "UPDATE advocacy_respondent SET answers = answers - %s::text[] WHERE id = ANY(%s)"


@atomic()
def expire_letters(*, call: LetterCall, by: Actor) -> int:
    """End the letters of a call that nobody has confirmed within a month, and erase who wrote what."""
    due = letters.unconfirmed_too_long(by.at).filter(call=call).order_by("pk").select_for_update()
    number = _erase_letters(list(due), by)
    record("expire_letters", by=by, chain=call.action.key, subject=call, facts={"letters": number})
    return number


@atomic()
def erase_letters(*, call: LetterCall, seen: int, by: Actor) -> int:
    """Erase who wrote the letters of a call and what, two years after the last contact; that they went stays counted.

    `seen` is how many the report named; others whose day comes meanwhile wait for the next one.
    """
    due = letters.past_their_day(by.today).filter(call=call).order_by("pk").select_for_update(of=("self",))
    number = _erase_letters(list(due[:seen]), by)
    record("erase_letters", by=by, chain=call.action.key, subject=call, facts={"letters": number})
    return number


@atomic()
def expire_registrations(*, occasion: Occasion, by: Actor) -> int:
    """End the registrations that were not confirmed in time, and erase who registered."""
    due = guests.unconfirmed_too_long(by.at).filter(occasion=occasion).order_by("pk")
    number = _erase_guests(list(due.select_for_update(of=("self",))), by)
    facts = {"registrations": number}
    record("expire_registrations", by=by, chain=occasion.action.key, subject=occasion, facts=facts)
    return number


@atomic()
def erase_guests(*, occasion: Occasion, seen: int, by: Actor) -> int:
    """Erase who came to an event that ended two years ago; how many came stays counted. `seen` as with letters."""
    due = guests.past_their_day(by.today).filter(occasion=occasion).order_by("pk")
    number = _erase_guests(list(due.select_for_update(of=("self",))[:seen]), by)
    facts = {"registrations": number}
    record("erase_guests", by=by, chain=occasion.action.key, subject=occasion, facts=facts)
    return number


@atomic()
def erase_words(*, wave: SurveyWave, seen: int, by: Actor) -> int:
    """Erase the words of one's own from answers of two years ago; what was chosen stays. `seen` as with letters."""
    due = words.past_their_day(wave, by.today).order_by("pk").select_for_update(of=("self",))
    keys = [respondent.pk for respondent in due[:seen]]
    with connection.cursor() as cursor:
        cursor.execute(_WITHOUT_WORDS, [words.codes_of_words(wave), keys])
    record("erase_words", by=by, chain=wave.key, subject=wave, facts={"answers": len(keys)})
    return len(keys)


def _erase_letters(found: Sequence[WrittenLetter], by: Actor) -> int:
    keys = [letter.pk for letter in found]
    # That a mail was sent stays on record: when and what about, to nobody that could be named.
    ActionMail.objects.filter(letter__in=keys, offered_at=None).delete()
    nothing = dict.fromkeys(("name", "email", "canonical_email", "municipality", "words"), "")
    return WrittenLetter.objects.filter(pk__in=keys).update(**nothing, fingerprint=[], erased_at=by.at)


def _erase_guests(found: Sequence[Registration], by: Actor) -> int:
    keys = [registration.pk for registration in found]
    ActionMail.objects.filter(registration__in=keys, offered_at=None).delete()
    nothing = dict.fromkeys(("name", "email", "canonical_email", "outlet", "refusal"), "")
    return Registration.objects.filter(pk__in=keys).update(**nothing, erased_at=by.at)
