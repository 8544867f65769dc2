"""Asking a question, and the workspace where it is answered."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from vatra.access.doors import StaffRequest, needs
from vatra.access.roles import Permission
from vatra.access.writing import Writing
from vatra.casework.doors import Entered, enter
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
    writing = Writing(request)
    form = writing.form(
        AskForm, siblings=_siblings_who_may_join(request, entered), initial=_known_causes(entered.file)
    )
    done = writing.send(
        form,
        lambda: ask(
            unit=entered.file.unit, on=entered.by.today, by=entered.by, **form.asked_of(entered.file)
        ),
        to=lambda question: reverse("decisions:question", args=[question.pk]),
        said=_("The question is asked. Now weigh the options."),
    )
    return done or writing.page(
        form,
        title=_("What has to be decided?"),
        lead=_(
            "A child is placed, moved or returned only by a decision that weighs at least two options and hears the child."
        ),
        button=_("Ask this question"),
        back=reverse("desk:file", args=[reference]),
        frame=frame(entered),
    )


def _siblings_who_may_join(request: StaffRequest, entered: Entered) -> list[File]:
    today, child = entered.by.today, entered.file.child_id
    mine = File.objects.visible_to(request.user, on=today, to=Permission.PREPARE_DECISION).open_on(today)
    return list(
        mine.filter(child__in=siblings_of([child]).get(child, [])).select_related("child").order_by("pk")
    )


def _known_causes(file: File) -> dict[str, list[str]]:
    return {
        "causes": list(
            file.causes.filter(last_day__isnull=True).order_by("pk").values_list("kind", flat=True)
        )
    }


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
    writing = Writing(request)
    organisation = asked.question.unit.lineage[0]
    homes = Home.objects.open_on(asked.entered.by.today).filter(unit__lineage__contains=[organisation])
    form = writing.form(OptionForm, homes=homes.order_by("name", "pk"))
    back = reverse("decisions:question", args=[pk])
    done = writing.send(
        form,
        lambda: add_option(question=asked.question, by=asked.entered.by, **form.cleaned_data),
        to=lambda option: reverse("decisions:weigh", args=[option.pk]),
        said=_("The option is on the table. Now weigh it."),
    )
    return done or writing.page(
        form,
        title=_("Add an option"),
        lead=_(
            "Family first: the birth family, then relatives, then a foster or SOS family or adoption, then other forms."
        ),
        button=_("Put it on the table"),
        back=back,
        frame=frame(asked.entered),
    )


@needs(Permission.PREPARE_DECISION)
def new_participant(request: StaffRequest, pk: int) -> HttpResponse:
    """Write down who took part, and what this person thinks."""
    asked = enter_question(request, Question.objects.filter(pk=pk), Permission.PREPARE_DECISION)
    writing = Writing(request)
    form = writing.form(ParticipantForm)
    back = reverse("decisions:question", args=[pk])
    done = writing.send(
        form,
        lambda: record_participant(question=asked.question, by=asked.entered.by, **form.cleaned_data),
        to=lambda _participant: back,
        said=_("It is written down who took part."),
    )
    return done or writing.page(
        form, title=_("Who took part?"), button=_("Write down"), back=back, frame=frame(asked.entered)
    )
