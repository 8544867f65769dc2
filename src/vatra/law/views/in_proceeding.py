"""What is written within a proceeding: each page leads back to it."""

from collections.abc import Callable
from typing import Any

from django.db.models import Model
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _

from vatra.access.doors import StaffRequest, needs
from vatra.access.roles import Permission
from vatra.casework.doors import enter
from vatra.casework.file_writing import FileWriting
from vatra.law.forms.around_proceeding import (
    BlockerForm,
    BlockerResolvedForm,
    DocumentForm,
    DocumentReceivedForm,
    PartyForm,
)
from vatra.law.forms.correction import StepCorrectedForm
from vatra.law.forms.hearing import PutOffForm
from vatra.law.forms.proceeding import ProceedingClosedForm, StepForm, StepTakenForm
from vatra.law.models import Blocker, DocumentAsked, Proceeding, ProceedingStep
from vatra.law.names import names_of
from vatra.law.views.proceedings import page_of


@needs(Permission.WRITE_FILE)
def plan_step(request: StaffRequest, pk: int) -> HttpResponse:
    """What is to be done next in a proceeding."""
    proceeding = _proceeding(pk)
    return _write(
        request,
        proceeding,
        StepForm,
        about=proceeding,
        title=_("Plan the next step"),
        said=_("The step is planned. Its clock runs until it is taken."),
    )


@needs(Permission.WRITE_FILE)
def take_step(request: StaffRequest, pk: int) -> HttpResponse:
    """A step was taken, or a hearing held."""
    step = get_object_or_404(ProceedingStep.objects.select_related("proceeding__file"), pk=pk)
    return _write(
        request,
        step.proceeding,
        StepTakenForm,
        about=step,
        template="law/about_step.html",
        title=_("The hearing was held") if step.is_hearing else _("The step was taken"),
        step=step,
        said=_("What came of it is in the file. Plan what follows."),
    )


@needs(Permission.WRITE_FILE)
def put_off_hearing(request: StaffRequest, pk: int) -> HttpResponse:
    """A hearing did not take place, and has a new day."""
    hearing = get_object_or_404(ProceedingStep.objects.select_related("proceeding__file"), pk=pk)
    return _write(
        request,
        hearing.proceeding,
        PutOffForm,
        about=hearing,
        template="law/about_step.html",
        title=_("Put off the hearing"),
        step=hearing,
        said=_("The hearing is put off, and its new day is planned."),
    )


@needs(Permission.WRITE_FILE)
def correct_step(request: StaffRequest, pk: int) -> HttpResponse:
    """What was planned was written down wrong."""
    step = get_object_or_404(ProceedingStep.objects.select_related("proceeding__file", "instead_of"), pk=pk)
    return _write(
        request,
        step.proceeding,
        StepCorrectedForm,
        about=step,
        template="law/correct_step.html",
        title=_("Correct what was planned"),
        step=step,
        said=_("The step is corrected, and its clock follows."),
    )


@needs(Permission.WRITE_FILE)
def add_party(request: StaffRequest, pk: int) -> HttpResponse:
    """Somebody takes part in a proceeding."""
    proceeding = _proceeding(pk)
    return _write(
        request,
        proceeding,
        PartyForm,
        about=proceeding,
        title=_("Name a party"),
        said=_("The party is named in the proceeding."),
    )


@needs(Permission.WRITE_FILE)
def ask_for_document(request: StaffRequest, pk: int) -> HttpResponse:
    """A document that a proceeding needs is asked for."""
    proceeding = _proceeding(pk)
    return _write(
        request,
        proceeding,
        DocumentForm,
        about=proceeding,
        title=_("Write down which document was asked for"),
        said=_("The document is on the list."),
    )


@needs(Permission.WRITE_FILE)
def receive_document(request: StaffRequest, pk: int) -> HttpResponse:
    """A document has come."""
    document = get_object_or_404(DocumentAsked.objects.select_related("proceeding__file"), pk=pk)
    names = names_of(document.proceeding.file.jurisdiction, on=document.asked_on)
    return _write(
        request,
        document.proceeding,
        DocumentReceivedForm,
        about=document,
        title=_("The document has come"),
        lead=names.document(document.code).name,
        said=_("The document is here."),
    )


@needs(Permission.WRITE_FILE)
def block_proceeding(request: StaffRequest, pk: int) -> HttpResponse:
    """Something holds a proceeding up."""
    proceeding = _proceeding(pk)
    return _write(
        request,
        proceeding,
        BlockerForm,
        about=proceeding,
        title=_("Write down what holds the proceeding up"),
        said=_("It is written down, and its days are counted."),
    )


@needs(Permission.WRITE_FILE)
def unblock_proceeding(request: StaffRequest, pk: int) -> HttpResponse:
    """What held a proceeding up is resolved."""
    blocker = get_object_or_404(Blocker.objects.select_related("proceeding__file"), pk=pk)
    return _write(
        request,
        blocker.proceeding,
        BlockerResolvedForm,
        about=blocker,
        title=_("It no longer holds the proceeding up"),
        lead=blocker.account,
        said=_("The proceeding goes on."),
    )


@needs(Permission.WRITE_FILE)
def close_proceeding(request: StaffRequest, pk: int) -> HttpResponse:
    """A proceeding has come to its end."""
    proceeding = _proceeding(pk)
    return _write(
        request,
        proceeding,
        ProceedingClosedForm,
        about=proceeding,
        title=_("Close the proceeding"),
        lead=_("Steps that were not taken fall away. If the legal status changes, set it as well."),
        said=_("The proceeding is closed."),
    )


def _write(
    request: StaffRequest,
    proceeding: Proceeding,
    form_class: Callable[..., Any],
    *,
    about: Model,
    **page: Any,
) -> HttpResponse:
    entered = enter(request, proceeding.file.reference, Permission.WRITE_FILE)
    writing = FileWriting(request, entered)
    form = writing.form(form_class, about=about)
    return writing.one_act(form, button=_("Save"), back=page_of(proceeding), **page)


def _proceeding(pk: int) -> Proceeding:
    return get_object_or_404(Proceeding.objects.select_related("file__child"), pk=pk)
