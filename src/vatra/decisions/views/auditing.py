"""Samples of decisions: drawn, looked at one by one, and what was found."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from vatra.access.doors import StaffRequest, actor, needs
from vatra.access.roles import Permission
from vatra.access.writing import Writing
from vatra.casework.doors import Entered
from vatra.casework.page import frame
from vatra.decisions.actions import draw_sample, record_verdict
from vatra.decisions.doors import enter_question
from vatra.decisions.forms.auditing import DrawForm, VerdictForm
from vatra.decisions.models import AuditedDecision, Question
from vatra.decisions.quality.answered import answered
from vatra.decisions.quality.as_issued import said_as_issued, table_as_issued
from vatra.decisions.quality.audit import (
    can_be_drawn,
    found_in,
    is_as_drawn,
    told_outside,
    with_progress,
)
from vatra.decisions.quality.doors import (
    audited_decision,
    audited_sample,
    audited_unit,
    read_for_review,
)
from vatra.decisions.words import Verdict
from vatra.kernel import clock
from vatra.kernel.calendar_months import add_months
from vatra.kernel.keyset import number_in
from vatra.kernel.privacy import FEWEST_SHOWN

PAGE = 20
MONTHS_LOOKED_BACK = 3
USUALLY_DRAWN = 10


@needs(Permission.AUDIT_DECISIONS)
def samples(request: StaffRequest, pk: int) -> HttpResponse:
    """The samples drawn from a unit, the latest first, with how far each is."""
    unit = audited_unit(request, pk)
    drawn = with_progress(unit.audit_samples.select_related("drawn_by")).order_by("-pk")
    after = number_in(request.GET.get("after", ""))
    found = list((drawn if after is None else drawn.filter(pk__lt=after))[: PAGE + 1])
    here = reverse("decisions:samples", args=[pk])
    context = {
        "unit": unit,
        "samples": found[:PAGE],
        "newest": here if after else "",
        "older": f"{here}?after={found[PAGE - 1].pk}" if len(found) > PAGE else "",
    }
    return render(request, "decisions/quality/samples.html", context)


@needs(Permission.AUDIT_DECISIONS)
def draw(request: StaffRequest, pk: int) -> HttpResponse:
    """Draw decisions at random from those the unit and the units below issued."""
    unit = audited_unit(request, pk)
    by = actor(request, Permission.AUDIT_DECISIONS)
    writing = Writing(request)
    days = {"first_day": add_months(by.today, -MONTHS_LOOKED_BACK), "last_day": by.today}
    form = writing.form(DrawForm, initial={**days, "number": USUALLY_DRAWN})
    done = writing.send(
        form,
        lambda: draw_sample(unit=unit, by=by, **form.cleaned_data),
        to=lambda sample: reverse("decisions:sample", args=[sample.pk]),
        said=_("The sample is drawn."),
    )
    return done or writing.page(
        form,
        title=_("Draw decisions of %(unit)s for a second look") % {"unit": unit.name},
        lead=_(
            "Chance decides, and the seed is kept, so that anybody can draw again. What you wrote, heard, issued or sat on"
            " the panel for is left out."
        ),
        button=_("Draw"),
        back=reverse("decisions:samples", args=[pk]),
    )


@needs(Permission.AUDIT_DECISIONS)
def sample(request: StaffRequest, pk: int) -> HttpResponse:
    """One sample: its decisions, what was found so far, and whether the draw can be repeated."""
    drawn = audited_sample(request, pk)
    decisions = drawn.decisions.select_related("decision__question", "looked_by")
    drawn_from = can_be_drawn(drawn)
    context = {
        "sample": drawn,
        "decisions": decisions.order_by("decision__number"),
        "found": _by_verdict(found_in(drawn)),
        "drawn_from": len(drawn_from),
        "is_as_drawn": is_as_drawn(drawn, drawn_from),
    }
    return render(request, "decisions/quality/sample.html", context)


@needs(Permission.AUDIT_DECISIONS)
def sample_result(request: StaffRequest, pk: int) -> HttpResponse:
    """The result as it may leave: no number below five is broken down."""
    drawn = audited_sample(request, pk)
    found = found_in(drawn)
    told = told_outside(found)
    looked_at = sum(found.values())
    context = {
        "sample": drawn,
        "looked_at": looked_at if looked_at == 0 or looked_at >= FEWEST_SHOWN else None,
        "found": _by_verdict(told) if told else None,
        "fewest": FEWEST_SHOWN,
    }
    return render(request, "decisions/quality/sample_result.html", context)


@needs(Permission.AUDIT_DECISIONS)
def audited(request: StaffRequest, pk: int) -> HttpResponse:
    """The decision as issued, beside what it meets, and the verdict of somebody who had no part in it."""
    held = audited_decision(request, pk)
    back = reverse("decisions:sample", args=[held.sample_id])
    try:
        entered = _enter(request, held)
    except (Http404, PermissionDenied):
        context = {"audited": held, "back": back}
        return render(request, "decisions/quality/out_of_reach.html", context)
    if held.had_part:  # type: ignore[attr-defined]
        raise PermissionDenied
    writing = Writing(request)
    form = writing.form(VerdictForm)
    done = writing.send(
        form,
        lambda: record_verdict(audited=held, on=clock.today(), by=entered.by, **form.cleaned_data),
        to=lambda _audited: back,
        said=_("What you found is written down."),
    )
    return done or writing.page(
        form,
        template="decisions/quality/audited.html",
        title=_("A second look at decision %(number)s") % {"number": held.decision.number},
        button=_("Write down what I found"),
        back=back,
        audited=held,
        **_shown(held, entered),
    )


def _enter(request: StaffRequest, held: AuditedDecision) -> Entered:
    """Through the files of the children; who only opens the page reads it, and that goes on record."""
    asked = Question.objects.filter(pk=held.decision.question_id)
    if request.method == "POST":
        return enter_question(request, asked, Permission.AUDIT_DECISIONS).entered
    return read_for_review(request, asked, page="audit").entered


def _shown(held: AuditedDecision, entered: Entered) -> dict[str, Any]:
    """The decision itself, and what it meets."""
    return {
        "frame": frame(entered),
        "decision": held.decision,
        "kind": held.decision.question.get_kind_display(),
        "table": table_as_issued(held.decision),
        "children": said_as_issued(held.decision),
        "answered": answered(held.decision_id, reference=entered.file.reference, today=entered.by.today),
    }


def _by_verdict(found: dict[str, int]) -> list[tuple[str, int]]:
    return [(str(Verdict(verdict).label), count) for verdict, count in found.items()]
