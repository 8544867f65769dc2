"""The legal path of a child: where the child stands on it, and what happened."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from vatra.access.doors import StaffRequest, needs
from vatra.access.roles import Permission
from vatra.casework.doors import enter, read
from vatra.casework.file_writing import FileWriting
from vatra.casework.page import frame
from vatra.law.forms import PathCorrectionForm, PathEventForm
from vatra.law.models import PathEvent
from vatra.law.path.known import called, path_under
from vatra.law.path.seen import legal_path as path_seen


@needs(Permission.READ_FILE)
def legal_path(request: StaffRequest, reference: str) -> HttpResponse:
    """The legal path of a child, drawn and told: how long each step took, and what comes next."""
    entered = read(request, reference, page="legal_path")
    seen = path_seen(entered.file, on=entered.by.today)
    writes = entered.may(Permission.WRITE_FILE) and seen.is_known and entered.file.is_open
    context = {"frame": frame(entered, current="legal_path"), "path": seen, "writes": writes}
    return render(request, "law/legal_path.html", context)


@needs(Permission.WRITE_FILE)
def record_path_event(request: StaffRequest, reference: str) -> HttpResponse:
    """Write down that something happened on the legal path."""
    entered = enter(request, reference, Permission.WRITE_FILE)
    if not path_under(entered.file.jurisdiction):
        raise Http404
    back = reverse("law:legal_path", args=[reference])
    writing = FileWriting(request, entered)
    form = writing.form(PathEventForm, file=entered.file, event=request.GET.get("event", ""))
    return writing.one_act(
        form,
        title=_("Write down a step of the legal path"),
        button=_("Save"),
        back=back,
        said=_("The step is on the legal path."),
    )


@needs(Permission.WRITE_FILE)
def correct_path_event(request: StaffRequest, pk: int) -> HttpResponse:
    """Correct what was written about the legal path; both stay."""
    original = get_object_or_404(PathEvent.objects.select_related("file", "corrected_by"), pk=pk)
    entered = enter(request, original.file.reference, Permission.WRITE_FILE)
    back = reverse("law:legal_path", args=[entered.file.reference])
    writing = FileWriting(request, entered)
    form = writing.form(PathCorrectionForm, file=entered.file, corrects=original)
    return writing.one_act(
        form,
        title=called(entered.file.jurisdiction, original.event),
        lead=_("What was written before stays in the file."),
        button=_("Save the correction"),
        back=back,
        said=_("The legal path is corrected."),
    )
