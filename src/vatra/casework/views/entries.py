"""Writing entries, looking at one with its corrections, and correcting it."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from vatra.access.doors import StaffRequest, needs
from vatra.access.roles import Permission
from vatra.access.writing import MORE
from vatra.casework.doors import Entered, enter, read
from vatra.casework.entry_kinds import ASSESSMENT, CONTACT, ENTRY_KINDS, NOTE, REVIEW, VISIT, EntryKind
from vatra.casework.entry_story import story_of
from vatra.casework.file_writing import FileWriting
from vatra.casework.page import frame


@needs(Permission.WRITE_FILE)
def new_visit(request: StaffRequest, reference: str) -> HttpResponse:
    """Write down a visit."""
    return write_entry(request, enter(request, reference, Permission.WRITE_FILE), VISIT)


@needs(Permission.WRITE_FILE)
def new_contact(request: StaffRequest, reference: str) -> HttpResponse:
    """Write down a contact with the family."""
    return write_entry(request, enter(request, reference, Permission.WRITE_FILE), CONTACT)


@needs(Permission.WRITE_FILE)
def new_review(request: StaffRequest, reference: str) -> HttpResponse:
    """Hold a review."""
    return write_entry(request, enter(request, reference, Permission.WRITE_FILE), REVIEW)


@needs(Permission.WRITE_FILE)
def new_note(request: StaffRequest, reference: str) -> HttpResponse:
    """Write a note."""
    return write_entry(request, enter(request, reference, Permission.WRITE_FILE), NOTE)


@needs(Permission.WRITE_FILE)
def new_assessment(request: StaffRequest, reference: str) -> HttpResponse:
    """Make an assessment."""
    return write_entry(request, enter(request, reference, Permission.WRITE_FILE), ASSESSMENT)


@needs(Permission.READ_FILE)
def entry(request: StaffRequest, kind: str, pk: int) -> HttpResponse:
    """One entry as it stands, and every version it superseded."""
    entry_kind, found = _found(kind, pk)
    entered = read(request, found.file.reference, page="entry", earliest=getattr(found, entry_kind.day))
    versions = story_of(entry_kind, found)
    context = {"kind": entry_kind, "versions": versions, "frame": frame(entered)}
    return render(request, entry_kind.shown_by, {**context, "newest": versions[0], "older": versions[1:]})


@needs(Permission.WRITE_FILE)
def correct(request: StaffRequest, kind: str, pk: int) -> HttpResponse:
    """Write the entry anew; both stay."""
    entry_kind, found = _found(kind, pk)
    entered = enter(request, found.file.reference, Permission.WRITE_FILE)
    return write_entry(request, entered, entry_kind, corrects=found)


def _found(kind: str, pk: int) -> tuple[EntryKind, Any]:
    entry_kind = ENTRY_KINDS.get(kind)
    if entry_kind is None:
        raise Http404
    whole = entry_kind.model.objects.select_related("file", "corrected_by")
    return entry_kind, get_object_or_404(whole, pk=pk)


def write_entry(
    request: StaffRequest, entered: Entered, kind: EntryKind, corrects: Any = None, **known: Any
) -> HttpResponse:
    """Write an entry of this kind, or correct one; `known` is what else its form is given."""
    writing = FileWriting(request, entered)
    sizes = kind.form.sizes(writing.kept, request.POST.get(MORE, ""))
    form = writing.form(kind.form, file=entered.file, corrects=corrects, **sizes, **known)
    return writing.one_act(
        form,
        template=kind.template,
        title=kind.asks_to_correct if corrects else kind.asks,
        lead=_("The entry before stays in the file, with what is different now.") if corrects else "",
        button=_("Save"),
        said=kind.saved,
        to=lambda written: reverse("casework:entry", args=[kind.word, written.pk]),
    )
