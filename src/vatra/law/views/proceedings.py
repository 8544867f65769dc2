"""The proceedings of a file, and one of them."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from vatra.access.doors import StaffRequest, needs
from vatra.access.roles import Permission
from vatra.casework.doors import enter, read
from vatra.casework.file_writing import FileWriting
from vatra.casework.page import frame
from vatra.law.forms.proceeding import ProceedingForm
from vatra.law.models import Proceeding, ProceedingStep
from vatra.law.names import names_of
from vatra.law.proceedings.course import course_of, courses_of


@needs(Permission.READ_FILE)
def proceedings(request: StaffRequest, reference: str) -> HttpResponse:
    """What authorities are asked to decide about the child, and where each of it waits."""
    entered = read(request, reference, page="proceedings")
    today = entered.by.today
    context = {
        "frame": frame(entered, current="proceedings"),
        "file": entered.file,
        "courses": courses_of(entered.file, names_of(entered.file.jurisdiction, on=today), on=today),
    }
    return render(request, "law/proceedings.html", context)


@needs(Permission.READ_FILE)
def proceeding(request: StaffRequest, pk: int) -> HttpResponse:
    """One proceeding: what is next, what holds it up, who takes part, which papers it needs."""
    found = get_object_or_404(Proceeding.objects.select_related("file"), pk=pk)
    entered = read(request, found.file.reference, page="proceeding", earliest=found.opened_on)
    names = names_of(entered.file.jurisdiction, on=entered.by.today)
    documents = found.documents.order_by("asked_on", "pk")
    context = {
        "frame": frame(entered, current="proceedings"),
        "proceeding": found,
        "course": course_of(found, names, on=entered.by.today),
        "parties": found.parties.select_related("person").order_by("pk"),
        "documents": [(document, names.document(document.code)) for document in documents],
        "may_write": found.is_open and entered.may(Permission.WRITE_FILE),
    }
    return render(request, "law/proceeding.html", context)


@needs(Permission.READ_FILE)
def step(request: StaffRequest, pk: int) -> HttpResponse:
    """A step where it stands in its proceeding: a duty knows only the number of the step."""
    found = get_object_or_404(ProceedingStep.objects.select_related("proceeding__file"), pk=pk)
    enter(request, found.proceeding.file.reference, Permission.READ_FILE)
    return redirect(f"{page_of(found.proceeding)}#step-{found.pk}")


@needs(Permission.WRITE_FILE)
def open_proceeding(request: StaffRequest, reference: str) -> HttpResponse:
    """Write down that an authority is asked to decide."""
    entered = enter(request, reference, Permission.WRITE_FILE)
    writing = FileWriting(request, entered)
    form = writing.form(ProceedingForm, about=entered.file)
    return writing.one_act(
        form,
        title=_("Open a proceeding"),
        lead=_("A court or another authority is asked to decide about the child."),
        button=_("Save"),
        back=reverse("law:proceedings", args=[reference]),
        said=_("The proceeding is in the file. Plan its next step."),
        to=page_of,
    )


def page_of(proceeding: Proceeding) -> str:
    """Where a proceeding is read."""
    return reverse("law:proceeding", args=[proceeding.pk])
