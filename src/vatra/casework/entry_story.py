"""The story of an entry: how it stands, what it said before, who wrote each version and when."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from vatra.access.models import User
from vatra.casework.entry_kinds import EntryKind
from vatra.casework.models import Assessment, Review
from vatra.casework.reviews.parts import Parts, parts_of
from vatra.casework.reviews.told import Told, told_of
from vatra.kernel.days_in_words import in_words
from vatra.kernel.models import Event


@dataclass(frozen=True)
class Version:
    """One version of an entry as a page shows it: the lines of its form, and what else belongs to its kind."""

    entry: Any
    lines: list[tuple[str, str]]
    findings: list[Any]
    parts: Parts
    author: str
    event: Event | None

    @property
    def told(self) -> list[Told]:
        """What a review says beyond its own row; nothing for other kinds."""
        return told_of(self.parts)


def story_of(kind: EntryKind, entry: Any) -> list[Version]:
    """All versions of the entry, the newest first."""
    entries = list(_versions(entry))
    ids = [str(each.pk) for each in entries]
    events = Event.objects.filter(
        chain=entry.file.key, subject_table=kind.model._meta.db_table, subject_id__in=ids, reading=False
    )
    written = {event.subject_id: event for event in events.order_by("position")}
    writers = User.objects.in_bulk({event.user_id for event in written.values() if event.user_id})
    parts = parts_of(entries) if kind.model is Review else {}
    return [
        _version(kind, each, parts.get(each.pk, Parts()), written.get(str(each.pk)), writers)
        for each in entries
    ]


def _versions(entry: Any) -> Iterator[Any]:
    newest = entry
    while hasattr(newest, "corrected_by"):
        newest = newest.corrected_by
    while newest is not None:
        yield newest
        newest = newest.corrects


def _version(
    kind: EntryKind, entry: Any, parts: Parts, event: Event | None, writers: Mapping[int, User]
) -> Version:
    writer = writers.get(event.user_id or 0) if event else None
    findings = list(entry.findings.order_by("pk")) if isinstance(entry, Assessment) else []
    return Version(entry, list(_lines(kind, entry)), findings, parts, str(writer or ""), event)


def _lines(kind: EntryKind, entry: Any) -> Iterator[tuple[str, str]]:
    """What was written, by the labels of the form; what was left empty is left out."""
    for name, field in kind.form.base_fields.items():
        if said := _in_words(entry, name):
            yield capfirst(str(field.label)), said


def _in_words(entry: Any, name: str) -> str:
    value = getattr(entry, name)
    if value is None:
        return ""
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, date):
        return in_words(value)
    if hasattr(entry, f"get_{name}_display"):
        return str(getattr(entry, f"get_{name}_display")())
    return str(value) if value else ""
