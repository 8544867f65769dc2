"""A concern: taking it down, looking at it, answering it, opening files."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from vatra.access.doors import StaffRequest, actor, needs
from vatra.access.roles import Permission
from vatra.access.writing import MORE, Writing
from vatra.casework.concern_door import enter_concern, read_concern
from vatra.casework.concern_list import page_of_concerns
from vatra.casework.forms.child_row import CHILD, FIRST_CHILDREN
from vatra.casework.forms.concern import AnswerForm, ConcernForm, WhichChildren
from vatra.casework.forms.opening import OpenFilesForm
from vatra.casework.models import Concern, File
from vatra.casework.receiving import name_whom_it_is_about
from vatra.casework.rules import is_only_poverty
from vatra.casework.words.worry import CauseKind, ConcernOutcome
from vatra.kernel.rows import rows_in
from vatra.people.models import Person


@needs(Permission.RECORD_CONCERN)
def new_concern(request: StaffRequest) -> HttpResponse:
    """Take down who worries about which children, on one page."""
    writing = Writing(request)
    form = writing.form(
        ConcernForm,
        user=request.user,
        units=request.held.units_with(Permission.RECORD_CONCERN),
        reference=request.GET.get("child", ""),
        children=rows_in(writing.kept, CHILD, least=FIRST_CHILDREN) + (MORE in request.POST),
    )
    done = writing.send(
        form,
        lambda: form.write(by=actor(request, Permission.RECORD_CONCERN)),
        to=lambda concern: reverse("casework:concern", args=[concern.pk]),
        said=_("The concern is written down. Nothing is decided yet."),
    )
    return done or writing.page(
        form,
        template="casework/new_concern.html",
        title=_("New concern"),
        button=_("Save the concern"),
        back="/",
    )


@needs(Permission.READ_CONCERN)
def concerns(request: StaffRequest) -> HttpResponse:
    """The concerns of my units, the newest first; a hospital counsellor sees the own ones."""
    by = actor(request, Permission.READ_CONCERN)
    seen = Concern.objects.visible_to(request.user, on=by.today)
    listed = page_of_concerns(seen, request.GET)
    may_record = request.held.may(Permission.RECORD_CONCERN)
    return render(request, "casework/concerns.html", {"listed": listed, "may_record": may_record})


@needs(Permission.READ_CONCERN)
def concern(request: StaffRequest, pk: int) -> HttpResponse:
    """A concern with its children, and what can be done about it."""
    entered = read_concern(request, pk)
    found = entered.concern
    children = _children_with_files(request, found)
    context = {
        "concern": found,
        "children": children,
        "causes": [CauseKind(cause).label for cause in found.causes],
        "is_only_poverty": is_only_poverty(found.causes),
        "support_offered": ConcernOutcome.SUPPORT_OFFERED.value,
        "may_act": entered.may_answer,
        "may_answer": entered.may_answer and found.outcome is None,
        "may_name": entered.may_answer and found.is_from_site,
        "may_open": entered.may_answer and any(not file for _child, file in children),
    }
    return render(request, "casework/concern.html", context)


@needs(Permission.WRITE_FILE)
def name_children(request: StaffRequest, pk: int) -> HttpResponse:
    """Say which children a worry from the public site is about."""
    entered = enter_concern(request, pk)
    concern_page = reverse("casework:concern", args=[pk])
    if not entered.concern.is_from_site:
        return redirect(concern_page)
    writing = Writing(request)
    form = writing.form(
        WhichChildren,
        user=request.user,
        children=rows_in(writing.kept, CHILD, least=FIRST_CHILDREN) + (MORE in request.POST),
    )
    done = writing.send(
        form,
        lambda: name_whom_it_is_about(concern=entered.concern, told=form.told, by=entered.by),
        to=lambda _concern: concern_page,
        said=_("The children are named."),
    )
    return done or writing.page(
        form,
        template="casework/name_children.html",
        title=_("Which children is it about?"),
        lead=entered.concern.worry,
        button=_("Save the children"),
        back=concern_page,
    )


@needs(Permission.WRITE_FILE)
def answer_concern(request: StaffRequest, pk: int) -> HttpResponse:
    """Say what was done with a concern, other than opening a file."""
    entered = enter_concern(request, pk)
    concern_page = reverse("casework:concern", args=[pk])
    if entered.concern.outcome is not None:
        return redirect(concern_page)
    writing = Writing(request)
    form = writing.form(AnswerForm, outcome=request.GET.get("outcome", ""))
    done = writing.send(
        form,
        lambda: form.write(concern=entered.concern, by=entered.by),
        to=lambda _concern: concern_page,
        said=_("The concern is answered."),
    )
    return done or writing.page(
        form, title=_("What was done about the concern?"), button=_("Save"), back=concern_page
    )


@needs(Permission.WRITE_FILE)
def open_files(request: StaffRequest, pk: int) -> HttpResponse:
    """Open files for children of the concern and name who answers for them."""
    entered = enter_concern(request, pk)
    concern_page = reverse("casework:concern", args=[pk])
    children = _children_without_files(entered.concern)
    if not children:
        return redirect(concern_page)
    writing = Writing(request)
    form = writing.form(OpenFilesForm, concern=entered.concern, children=children, user=request.user)
    done = writing.send(
        form,
        lambda: form.write(by=entered.by),
        to=lambda _files: concern_page,
        said=_("The files are open."),
    )
    return done or writing.page(form, title=_("Open files"), button=_("Open the files"), back=concern_page)


def _children_with_files(request: StaffRequest, concern: Concern) -> list[tuple[Person, File | None]]:
    """Each child with the open file, where the person may see it."""
    children = [each.child for each in concern.children.select_related("child").order_by("pk")]
    today = actor(request, Permission.READ_CONCERN).today
    files = File.objects.visible_to(request.user, on=today).open_on(today).filter(child__in=children)
    open_now = {file.child_id: file for file in files}
    return [(child, open_now.get(child.pk)) for child in children]


def _children_without_files(concern: Concern) -> list[Person]:
    named = Person.objects.filter(concerns__concern=concern).order_by("concerns__pk")
    return list(named.exclude(files__closed_on__isnull=True, files__isnull=False))
