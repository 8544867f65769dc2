"""One page of a timeline, found by the entry it starts after: one query of the view `desk_timeline`."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.db import connection

from vatra.casework.models import File
from vatra.desk.timeline.words import Kind, label_of
from vatra.kernel import clock
from vatra.kernel.keyset import number_in
from vatra.kernel.sentence import Sentence

PAGE = 25

_PAGE = """
    SELECT day, kind, row, code, written, said, whom, author, corrected_by, corrects, target
    FROM desk_timeline
    WHERE file_id = %(file)s AND (kind <> 'condition_late' OR day <= %(today)s)
    AND (%(day)s::date IS NULL OR (day, kind, row) < (%(day)s::date, %(kind)s, %(row)s))
    ORDER BY day DESC, kind DESC, row DESC
    LIMIT %(most)s
"""


class Place(NamedTuple):
    """Where an entry stands: the day, then the kind, then the row; the latest comes first."""

    day: date
    kind: str
    row: int

    @classmethod
    def parse(cls, text: str) -> "Place | None":
        """Read what `__str__` wrote; None for anything else."""
        try:
            day, kind, row = text.split("~")
            number = number_in(row)
            return cls(date.fromisoformat(day), Kind(kind).value, number) if number is not None else None
        except ValueError:
            return None

    def __str__(self) -> str:
        return f"{self.day.isoformat()}~{self.kind}~{self.row}"


class Happened(NamedTuple):
    """One entry of the timeline; `target` is what a link leads to."""

    day: date
    kind: Kind
    row: int
    code: str
    text: str
    words: str
    about: str
    by: str
    corrected_by: int | None
    corrects: int | None
    target: int

    @property
    def place(self) -> Place:
        """Where the entry stands."""
        return Place(self.day, self.kind.value, self.row)

    @property
    def label(self) -> Sentence:
        """What exactly it was, in words."""
        return label_of(self.kind, self.code)


@dataclass(frozen=True)
class TimelinePage:
    """The entries of one page, and the place after which older ones follow."""

    entries: list[Happened]
    older: Place | None


def page_after(file: File, after: Place | None) -> TimelinePage:
    """The entries older than a place, the latest first."""
    day, kind, row = after or (None, "", 0)
    with connection.cursor() as cursor:
        cursor.execute(
            _PAGE,
            {
                "file": file.pk,
                "today": clock.today(),
                "day": day,
                "kind": kind,
                "row": row,
                "most": PAGE + 1,
            },
        )
        entries = [Happened(each[0], Kind(each[1]), *each[2:]) for each in cursor.fetchall()]
    return TimelinePage(entries[:PAGE], entries[PAGE - 1].place if len(entries) > PAGE else None)
