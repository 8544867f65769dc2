"""Writing entries, looking at one with its corrections, and correcting it."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from vatra.access.doors import StaffRequest, needs
from vatra.access.roles import Permission
from vatra.casework.doors import Entered, enter, read
from vatra.casework.entry_kinds import ASSESSMENT, CONTACT, ENTRY_KINDS, NOTE, REVIEW, VISIT, EntryKind
from vatra.casework.entry_story import story_of
from vatra.casework.file_writing import FileWriting
from vatra.casework.page import frame


@needs(Permission.WRITE_FILE)
def new_visit(request: StaffRequest, reference: str) -> HttpResponse:
    """Write down a visit."""
    return _write(request, enter(request, reference, Permission.WRITE_FILE), VISIT)


@needs(Permission.WRITE_FILE)
def new_contact(request: StaffRequest, reference: str) -> HttpResponse:
    """Write down a contact with the family."""
    return _write(request, enter(request, reference, Permission.WRITE_FILE), CONTACT)


@needs(Permission.WRITE_FILE)
def new_review(request: StaffRequest, reference: str) -> HttpResponse:
    """Hold a review."""
    return _write(request, enter(request, reference, Permission.WRITE_FILE), REVIEW)


@needs(Permission.WRITE_FILE)
def new_note(request: StaffRequest, reference: str) -> HttpResponse:
    """Write a note."""
    return _write(request, enter(request, reference, Permission.WRITE_FILE), NOTE)


@needs(Permission.WRITE_FILE)
def new_assessment(request: StaffRequest, reference: str) -> HttpResponse:
    """Make an assessment."""
    return _write(request, enter(request, reference, Permission.WRITE_FILE), ASSESSMENT)


@needs(Permission.READ_FILE)
def entry(request: StaffRequest, kind: str, pk: int) -> HttpResponse:
    """One entry as it stands, and every version it superseded."""
    entry_kind, found = _found(kind, pk)
    entered = read(request, found.file.reference, page="entry", earliest=getattr(found, entry_kind.day))
    versions = story_of(entry_kind, found)
    context = {"kind": entry_kind, "versions": versions, "frame": frame(entered)}
    return render(request, "casework/entry.html", {**context, "newest": versions[0], "older": versions[1:]})


@needs(Permission.WRITE_FILE)
def correct(request: StaffRequest, kind: str, pk: int) -> HttpResponse:
    """Write the entry anew; both stay."""
    entry_kind, found = _found(kind, pk)
    entered = enter(request, found.file.reference, Permission.WRITE_FILE)
    return _write(request, entered, entry_kind, corrects=found)


def _found(kind: str, pk: int) -> tuple[EntryKind, Any]:
    entry_kind = ENTRY_KINDS.get(kind)
    if entry_kind is None:
        raise Http404
    found = entry_kind.model.objects.select_related("file", "corrected_by").filter(pk=pk).first()
    if found is None:
        raise Http404
    return entry_kind, found


def _write(request: StaffRequest, entered: Entered, kind: EntryKind, corrects: Any = None) -> HttpResponse:
    writing = FileWriting(request, entered)
    form = writing.form(kind.form, file=entered.file, corrects=corrects)
    done = writing.send(
        form,
        lambda: form.write(by=entered.by),
        to=lambda written: reverse("casework:entry", args=[kind.word, written.pk]),
        said=kind.saved,
    )
    return done or writing.page(
        form,
        template=kind.template,
        title=kind.asks_to_correct if corrects else kind.asks,
        lead=_("The entry before stays in the file, with what is different now.") if corrects else "",
        button=_("Save"),
    )
