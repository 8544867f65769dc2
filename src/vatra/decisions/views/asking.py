"""Asking a question, and the workspace where it is answered."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from vatra.access.doors import StaffRequest, needs
from vatra.access.roles import Permission
from vatra.casework.doors import enter
from vatra.casework.models import File
from vatra.casework.page import frame
from vatra.decisions.actions import add_option, ask, record_participant
from vatra.decisions.doors import enter_question, read_question
from vatra.decisions.forms.asking import AskForm, OptionForm, ParticipantForm
from vatra.decisions.models import Question
from vatra.decisions.queries import children_of
from vatra.decisions.table import side_by_side, steps_before_issue
from vatra.homes.models import Home
from vatra.people.queries import siblings_of


@needs(Permission.PREPARE_DECISION)
def new_question(request: StaffRequest, reference: str) -> HttpResponse:
    """Ask what is best for this child, and for brothers and sisters with it."""
    entered = enter(request, reference, Permission.PREPARE_DECISION)
    file, today = entered.file, entered.by.today
    family = siblings_of([file.child_id]).get(file.child_id, [])
    may_join = File.objects.visible_to(request.user, on=today, to=Permission.PREPARE_DECISION).open_on(today)
    siblings = list(may_join.filter(child__in=family).select_related("child"))
    causes = list(file.causes.filter(last_day__isnull=True).values_list("kind", flat=True))
    form = AskForm(request.POST or None, siblings=siblings, initial={"causes": causes})
    if form.is_valid():
        given = form.cleaned_data
        files = [file, *given.get("together", [])]
        question = form.attempt(
            lambda: ask(
                kind=given["kind"],
                unit=file.unit,
                files=files,
                causes={each.pk: given["causes"] for each in files},
                why_now=given["why_now"],
                if_nothing=given["if_nothing"],
                on=today,
                by=entered.by,
            ),
        )
        if question:
            messages.success(request, _("The question is asked. Now weigh the options."))
            return redirect("decisions:question", question.pk)
    status = 422 if form.errors else 200
    return render(request, "decisions/ask.html", {"form": form, "frame": frame(entered)}, status=status)


@needs(Permission.READ_FILE)
def question(request: StaffRequest, pk: int) -> HttpResponse:
    """The workspace: what each child says, options side by side, who took part, what is missing."""
    asked = read_question(request, Question.objects.filter(pk=pk), page="question")
    children = children_of(asked.question)
    options = list(asked.question.options.select_related("home").prefetch_related("weighings").order_by("pk"))
    context = {
        "frame": frame(asked.entered),
        "question": asked.question,
        "children": children,
        "options": options,
        "table": side_by_side(options),
        "steps": list(steps_before_issue(children, options)),
        "participants": asked.question.participants.order_by("pk"),
        "separations": asked.question.separations.select_related("file__child", "sibling").order_by("pk"),
        "decision": asked.question.decisions.filter(superseded_by__isnull=True).first(),
        "may_prepare": asked.may(Permission.PREPARE_DECISION),
        "may_issue": asked.may(Permission.ISSUE_DECISION),
    }
    return render(request, "decisions/question.html", context)


@needs(Permission.PREPARE_DECISION)
def new_option(request: StaffRequest, pk: int) -> HttpResponse:
    """Put one more option on the table."""
    asked = enter_question(request, Question.objects.filter(pk=pk), Permission.PREPARE_DECISION)
    homes = Home.objects.open_on(asked.entered.by.today).filter(
        unit__lineage__contains=[asked.question.unit.lineage[0]]
    )
    form = OptionForm(request.POST or None, homes=homes.order_by("name", "pk"))
    if form.is_valid() and form.did(
        lambda: add_option(question=asked.question, by=asked.entered.by, **form.cleaned_data),
    ):
        messages.success(request, _("The option is on the table."))
        return redirect("decisions:question", pk)
    context = {"form": form, "frame": frame(asked.entered), "question": asked.question}
    return render(request, "decisions/option.html", context, status=422 if form.errors else 200)


@needs(Permission.PREPARE_DECISION)
def new_participant(request: StaffRequest, pk: int) -> HttpResponse:
    """Write down who took part, and what this person thinks."""
    asked = enter_question(request, Question.objects.filter(pk=pk), Permission.PREPARE_DECISION)
    form = ParticipantForm(request.POST or None)
    if form.is_valid() and form.did(
        lambda: record_participant(question=asked.question, by=asked.entered.by, **form.cleaned_data),
    ):
        messages.success(request, _("It is written down who took part."))
        return redirect("decisions:question", pk)
    context = {"form": form, "frame": frame(asked.entered), "question": asked.question}
    return render(request, "decisions/participant.html", context, status=422 if form.errors else 200)
