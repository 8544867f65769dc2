"""What is past its day beside signatures: letters, registrations, and words in answers to surveys."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from django.db.models import QuerySet

from vatra.advocacy.awareness import retention as words
from vatra.advocacy.awareness.words import ItemKind
from vatra.advocacy.events import retention as guests
from vatra.advocacy.letters import retention as letters
from vatra.advocacy.models import LetterCall, Occasion, SurveyWave
from vatra.kernel.last_contact import forgotten_day, numbers_by


class Forgotten(StrEnum):
    """What is forgotten of people, by the name it has in an address."""

    LETTERS = "letters"
    GUESTS = "guests"
    WORDS = "words"


@dataclass(frozen=True)
class Due:
    """What the next acts of forgetting would erase of one call for letters, event or wave."""

    kind: Forgotten
    about: LetterCall | Occasion | SurveyWave
    past: int
    unconfirmed: int = 0


def report(now: datetime, today: date) -> Sequence[Due]:
    """One by one, what is to be erased; nothing is changed by looking."""
    return [*_letters(now, today), *_guests(now, today), *_words(today)]


def waves_long_ago(today: date) -> QuerySet[SurveyWave]:
    """Waves that asked for words of one's own and whose first day lies two years back."""
    with_words = SurveyWave.objects.filter(items__version__kind=ItemKind.TEXT)
    return with_words.filter(first_day__lt=forgotten_day(today)).distinct().order_by("pk")


def calls_to_expire(now: datetime) -> QuerySet[LetterCall]:
    """Calls with letters that nobody has confirmed in time."""
    late = letters.unconfirmed_too_long(now)
    return LetterCall.objects.filter(pk__in=late.values("call")).select_related("action").order_by("pk")


def occasions_to_expire(now: datetime) -> QuerySet[Occasion]:
    """Events with registrations that nobody has confirmed in time."""
    late = guests.unconfirmed_too_long(now)
    return Occasion.objects.filter(pk__in=late.values("occasion")).select_related("action").order_by("pk")


def _letters(now: datetime, today: date) -> Iterator[Due]:
    past = letters.past_their_day(today)
    return _due(
        Forgotten.LETTERS, LetterCall.objects.all(), past, letters.unconfirmed_too_long(now), by="call"
    )


def _guests(now: datetime, today: date) -> Iterator[Due]:
    past = guests.past_their_day(today)
    return _due(
        Forgotten.GUESTS, Occasion.objects.all(), past, guests.unconfirmed_too_long(now), by="occasion"
    )


def _due(
    kind: Forgotten,
    of: QuerySet[Any],
    past: QuerySet[Any],
    unconfirmed: QuerySet[Any],
    *,
    by: str,
) -> Iterator[Due]:
    past_of, unconfirmed_of = numbers_by(by, past), numbers_by(by, unconfirmed)
    found = of.filter(pk__in={*past_of, *unconfirmed_of})
    for about in found.select_related("action").order_by("pk"):
        yield Due(kind, about, past_of.get(about.pk, 0), unconfirmed_of.get(about.pk, 0))


def _words(today: date) -> Iterator[Due]:
    for wave in waves_long_ago(today):
        if number := words.past_their_day(wave, today).count():
            yield Due(Forgotten.WORDS, wave, number)
