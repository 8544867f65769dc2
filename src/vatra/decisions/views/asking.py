"""Asking a question."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from vatra.access.doors import StaffRequest, needs
from vatra.access.roles import Permission
from vatra.access.writing import Writing
from vatra.casework.doors import Entered, enter
from vatra.casework.models import DecisionAskedFor, File
from vatra.casework.page import frame
from vatra.decisions.actions import ask
from vatra.decisions.forms.asking import AskForm
from vatra.decisions.kinds import kind_of
from vatra.decisions.kinds_in_words import kinds_in_words, lead_of
from vatra.decisions.words import QuestionKind
from vatra.kernel.keyset import number_in
from vatra.people.queries import siblings_of


@needs(Permission.PREPARE_DECISION)
def kinds_of_question(request: StaffRequest, reference: str) -> HttpResponse:
    """What can be asked about this child, and what each kind of question needs."""
    entered = enter(request, reference, Permission.PREPARE_DECISION)
    wish = _asked_for(request, entered.file)
    context = {"frame": frame(entered), "reference": reference, "kinds": kinds_in_words(), "wish": wish}
    return render(request, "decisions/kinds.html", context)


@needs(Permission.PREPARE_DECISION)
def new_question(request: StaffRequest, reference: str, kind: str) -> HttpResponse:
    """Ask what is best for this child, and for brothers and sisters with it."""
    if kind not in QuestionKind.values:
        raise Http404
    entered = enter(request, reference, Permission.PREPARE_DECISION)
    wish = _asked_for(request, entered.file)
    writing = Writing(request)
    form = writing.form(
        AskForm,
        asks=kind_of(kind),
        siblings=_siblings_who_may_join(request, entered),
        initial={**_known_causes(entered.file), "why_now": wish.what if wish else ""},
    )
    done = writing.send(
        form,
        lambda: ask(
            kind=kind,
            unit=entered.file.unit,
            on=entered.by.today,
            by=entered.by,
            asked_for=wish,
            **form.asked_of(entered.file),
        ),
        to=lambda question: reverse("decisions:question", args=[question.pk]),
        said=_("The question is asked. Now weigh the options."),
    )
    return done or writing.page(
        form,
        title=QuestionKind(kind).label,
        lead=lead_of(kind),
        button=_("Ask this question"),
        back=reverse("decisions:ask", args=[reference]),
        frame=frame(entered),
    )


def _asked_for(request: StaffRequest, file: File) -> DecisionAskedFor | None:
    """The wish of a review of this child that a link brought along."""
    number = number_in(request.GET.get("asked_for", ""))
    return DecisionAskedFor.objects.filter(pk=number, review__file=file).first() if number else None


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
