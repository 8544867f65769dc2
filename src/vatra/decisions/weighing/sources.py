"""The entries of a child's file on which a sentence of the weighing can rest."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from django.db.models import CharField, F, Q, QuerySet, TextChoices, Value
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vatra.casework.models import Assessment, Concern, Contact, Note, Review, Support, Visit
from vatra.kernel.days_in_words import in_words

LATEST = 60
"""How many entries are offered to choose from, the newest first."""


class SourceKind(TextChoices):
    """What kind of entry; the value stands before the id in `Weighing.source`."""

    ASSESSMENT = "assessment", gettext_lazy("Assessment")
    VISIT = "visit", gettext_lazy("Visit")
    CONTACT = "contact", gettext_lazy("Contact with the family")
    REVIEW = "review", gettext_lazy("Review")
    NOTE = "note", gettext_lazy("Note")
    SUPPORT = "support", gettext_lazy("Support for the family")
    CONCERN = "concern", gettext_lazy("Concern")


@dataclass(frozen=True)
class Source:
    """An entry of a file by kind and row, with its day; `reference` and `child` say whose file it is."""

    kind: str
    row: int
    day: date
    reference: str
    child: str

    @property
    def key(self) -> str:
        """As it is kept with the weighing."""
        return f"{self.kind}:{self.row}"

    @property
    def words(self) -> str:
        """The entry as a link says it."""
        given = {"entry": SourceKind(self.kind).label, "day": in_words(self.day), "child": self.child}
        return _("%(entry)s, %(day)s (%(child)s)") % given

    @property
    def url(self) -> str:
        """Where it can be read."""
        if self.kind == SourceKind.CONCERN:
            return reverse("casework:concern", args=[self.row])
        if self.kind == SourceKind.SUPPORT:
            return reverse("desk:timeline", args=[self.reference])
        return reverse("casework:entry", args=[f"{self.kind}s", self.row])


class _Kept(NamedTuple):
    """Where entries of a kind are kept: their day, how they lead to the file, which of them still stand."""

    entries: QuerySet[Any]
    day: str
    file: str = "file"
    standing: Q = Q(corrected_by__isnull=True)


_KEPT = {
    SourceKind.ASSESSMENT: _Kept(Assessment.objects.all(), "made_on"),
    SourceKind.VISIT: _Kept(Visit.objects.all(), "visited_on"),
    SourceKind.CONTACT: _Kept(Contact.objects.all(), "met_on"),
    SourceKind.REVIEW: _Kept(Review.objects.all(), "held_on"),
    SourceKind.NOTE: _Kept(Note.objects.all(), "noted_on"),
    SourceKind.SUPPORT: _Kept(Support.objects.all(), "first_day", standing=Q()),
    SourceKind.CONCERN: _Kept(Concern.objects.all(), "received_on", file="children__file", standing=Q()),
}


def latest_sources(files: Iterable[int]) -> list[Source]:
    """The newest entries of these files (by id) that nobody has corrected, in one query."""
    wanted = list(files)
    standing = [_entries(kind, wanted).filter(kept.standing) for kind, kept in _KEPT.items()]
    return list({source.key: source for source in _read(standing, most=LATEST)}.values())


def named_sources(keys: Collection[str], files: Iterable[int]) -> dict[str, Source]:
    """The entries with these keys in these files (by id); what is in another file is left out. At most one query."""
    rows: dict[str, list[int]] = {}
    for key in keys:
        kind, _colon, row = key.partition(":")
        if kind in SourceKind.values and row.isdigit():
            rows.setdefault(kind, []).append(int(row))
    wanted = list(files)
    named = [_entries(SourceKind(kind), wanted).filter(pk__in=those) for kind, those in rows.items()]
    return {source.key: source for source in (_read(named) if named else ())}


def _entries(kind: SourceKind, files: list[int]) -> QuerySet[Any, Any]:
    """The entries of a kind, in the columns that all kinds share."""
    kept = _KEPT[kind]
    found: QuerySet[Any, Any] = kept.entries.filter(**{f"{kept.file}__in": files}).order_by()
    read: QuerySet[Any, Any] = found.annotate(
        source_kind=Value(kind.value, CharField()),
        source_row=F("pk"),
        source_day=F(kept.day),
        source_file=F(f"{kept.file}__reference"),
        source_child=F(f"{kept.file}__child__given_name"),
    ).values_list("source_kind", "source_row", "source_day", "source_file", "source_child")
    return read


def _read(entries: list[QuerySet[Any, Any]], most: int | None = None) -> list[Source]:
    first, *others = entries
    rows = first.union(*others, all=True).order_by("-source_day", "source_kind", "-source_row")
    return [Source(*row) for row in rows[:most]]
