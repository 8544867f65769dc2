"""What the media made of a campaign: clippings, messages carried and wrongs done to children, month by month."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from vatra.advocacy.media.books import NO_MESSAGE, Book
from vatra.advocacy.media.codes import Codes

MESSAGE = "message"


@dataclass
class Month:
    """One month: how many clippings, how many of them have answers that hold, and what those say."""

    first_day: date
    clippings: int = 0
    coded: int = 0
    messages: Counter[str] = field(default_factory=Counter)
    breaches: Counter[str] = field(default_factory=Counter)

    @property
    def breached(self) -> int:
        """Wrongs done to children, each counted."""
        return self.breaches.total()


def by_month(clippings: Iterable[tuple[date, Codes | None]], book: Book) -> list[Month]:
    """The months in which something was published, the latest first; a clipping without codes only counts."""
    months: Mapping[date, list[Codes | None]] = defaultdict(list)
    for published_on, codes in clippings:
        months[published_on.replace(day=1)].append(codes)
    return [_month(first_day, months[first_day], book) for first_day in sorted(months, reverse=True)]


def _month(first_day: date, codes: Iterable[Codes | None], book: Book) -> Month:
    month = Month(first_day)
    for each in codes:
        month.clippings += 1
        if each is not None:
            month.coded += 1
            _count(month, each, book)
    return month


def _count(month: Month, codes: Codes, book: Book) -> None:
    if (message := codes.get(MESSAGE, NO_MESSAGE)) != NO_MESSAGE:
        month.messages[message] += 1
    for question in book.questions:
        if question.is_ethical and codes.get(question.code) == question.breach:
            month.breaches[question.code] += 1
