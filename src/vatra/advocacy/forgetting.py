"""What is past its day beside signatures: letters, registrations, and words in answers to surveys."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from django.db.models import Count, Model, QuerySet

from vatra.advocacy.awareness import retention as words
from vatra.advocacy.awareness.words import ItemKind
from vatra.advocacy.events import retention as guests
from vatra.advocacy.letters import retention as letters
from vatra.advocacy.models import LetterCall, Occasion, SurveyWave
from vatra.kernel.last_contact import forgotten_day


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


def _letters(now: datetime, today: date) -> Iterator[Due]:
    past = _numbers(letters.past_their_day(today), "call")
    unconfirmed = _numbers(letters.unconfirmed_too_long(now), "call")
    calls = LetterCall.objects.filter(pk__in={*past, *unconfirmed}).select_related("action")
    for call in calls.order_by("pk"):
        yield Due(Forgotten.LETTERS, call, past.get(call.pk, 0), unconfirmed.get(call.pk, 0))


def _guests(now: datetime, today: date) -> Iterator[Due]:
    past = _numbers(guests.past_their_day(today), "occasion")
    unconfirmed = _numbers(guests.unconfirmed_too_long(now), "occasion")
    occasions = Occasion.objects.filter(pk__in={*past, *unconfirmed}).select_related("action")
    for occasion in occasions.order_by("pk"):
        yield Due(Forgotten.GUESTS, occasion, past.get(occasion.pk, 0), unconfirmed.get(occasion.pk, 0))


def _words(today: date) -> Iterator[Due]:
    for wave in waves_long_ago(today):
        if number := words.past_their_day(wave, today).count():
            yield Due(Forgotten.WORDS, wave, number)


def _numbers(rows: QuerySet[Model], by: str) -> dict[int, int]:
    return dict(rows.order_by().values_list(by).annotate(Count("pk")))
