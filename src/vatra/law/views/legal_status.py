"""The pages about the legal status of a child."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from vatra.access.doors import StaffRequest, needs
from vatra.access.roles import Permission
from vatra.casework.doors import Entered, enter
from vatra.casework.file_writing import FileWriting
from vatra.law.forms.legal_status import LegalStatusCorrectedForm, LegalStatusEndsForm, LegalStatusForm
from vatra.law.models import LegalStatus


@needs(Permission.WRITE_FILE)
def legal_status(request: StaffRequest, reference: str) -> HttpResponse:
    """Set the legal status; the one before ends the day before."""
    entered = enter(request, reference, Permission.WRITE_FILE)
    writing = FileWriting(request, entered)
    form = writing.form(LegalStatusForm, file=entered.file)
    return writing.one_act(
        form,
        template="law/legal_status.html",
        title=_("Set the legal status"),
        held=entered.file.legal_statuses.order_by("-first_day"),
        today=entered.by.today,
        button=_("Save"),
        said=_("The legal status is in the file."),
    )


@needs(Permission.WRITE_FILE)
def end_legal_status(request: StaffRequest, pk: int) -> HttpResponse:
    """A legal status ends without another that follows."""
    status, entered = _enter(request, pk)
    writing = FileWriting(request, entered)
    form = writing.form(LegalStatusEndsForm, status=status)
    there = reverse("law:legal_status", args=[entered.file.reference])
    return writing.one_act(
        form,
        title=_("End this legal status"),
        lead=status.get_kind_display(),
        button=_("Save"),
        back=there,
        said=_("The legal status has an end. Set the one that follows."),
    )


@needs(Permission.WRITE_FILE)
def correct_legal_status(request: StaffRequest, pk: int) -> HttpResponse:
    """What was written about a legal status was wrong."""
    status, entered = _enter(request, pk)
    writing = FileWriting(request, entered)
    form = writing.form(LegalStatusCorrectedForm, status=status)
    there = reverse("law:legal_status", args=[entered.file.reference])
    return writing.one_act(
        form,
        title=_("Correct this legal status"),
        lead=_("What was written before is kept in the record, with your reason."),
        button=_("Save"),
        back=there,
        said=_("The legal status is corrected."),
    )


def _enter(request: StaffRequest, pk: int) -> tuple[LegalStatus, Entered]:
    status = get_object_or_404(LegalStatus.objects.select_related("file"), pk=pk)
    return status, enter(request, status.file.reference, Permission.WRITE_FILE)
