"""Calling the panel: seats, meetings, what it says, and what becomes of its conditions."""

from datetime import timedelta

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from vatra.access.doors import StaffRequest, needs
from vatra.access.roles import Permission
from vatra.access.writing import MORE, Writing
from vatra.casework.page import frame
from vatra.decisions.actions import call_panel, end_seat, meet_condition, resolve, seat_member
from vatra.decisions.doors import Asked, enter_question, read_question
from vatra.decisions.forms.panel import (
    FIRST_CONDITIONS,
    AnswerForm,
    CallForm,
    EndSeatForm,
    MetForm,
    SeatForm,
)
from vatra.decisions.models import Condition, PanelSeat, Question
from vatra.decisions.panel.meetings import Meeting, meetings_of
from vatra.decisions.panel.queries import members_to_seat, who_can_meet_conditions
from vatra.kernel.rows import rows_in

PACK_IS_OPEN = timedelta(days=30)


def panel_on_page(question: int) -> str:
    """Where the workspace shows the panel."""
    return reverse("decisions:question", args=[question]) + "#panel"


@needs(Permission.CALL_PANEL)
def seat(request: StaffRequest, pk: int) -> HttpResponse:
    """Ask somebody to the panel, as a member or as a guest."""
    asked = enter_question(request, Question.objects.filter(pk=pk), Permission.CALL_PANEL)
    question, today = asked.question, asked.entered.by.today
    writing = Writing(request)
    form = writing.form(
        SeatForm,
        members=members_to_seat(question, question.unit, on=today),
        initial={"last_day": today + PACK_IS_OPEN},
    )
    done = writing.send(
        form,
        lambda: seat_member(question=question, first_day=today, by=asked.entered.by, **form.cleaned_data),
        to=lambda _seat: panel_on_page(pk),
        said=_("The seat is given. The member now declares whether there is a conflict of interest."),
    )
    return done or writing.page(
        form,
        title=_("Who sits on the panel?"),
        lead=_("A panel knows the child's life from several sides: at least two disciplines vote."),
        button=_("Give this seat"),
        back=panel_on_page(pk),
        frame=frame(asked.entered),
    )


@needs(Permission.CALL_PANEL)
def end(request: StaffRequest, pk: int) -> HttpResponse:
    """End a seat, so that the pack is closed to this member from the day after."""
    asked = enter_question(request, Question.objects.filter(seats=pk), Permission.CALL_PANEL)
    found = PanelSeat.objects.select_related("question", "member").get(pk=pk)
    writing, back = Writing(request), panel_on_page(asked.question.pk)
    form = writing.form(EndSeatForm, initial={"on": asked.entered.by.today})
    done = writing.send(
        form,
        lambda: end_seat(seat=found, on=form.cleaned_data["on"], by=asked.entered.by),
        to=lambda _seat: back,
        said=_("It is written down until when the pack can be read."),
    )
    return done or writing.page(
        form,
        title=_("End the seat of %(member)s") % {"member": found.member.full_name},
        button=_("End this seat"),
        back=back,
        frame=frame(asked.entered),
    )


@needs(Permission.CALL_PANEL)
def call(request: StaffRequest, pk: int) -> HttpResponse:
    """Call the panel to a day."""
    asked = enter_question(request, Question.objects.filter(pk=pk), Permission.CALL_PANEL)
    writing = Writing(request)
    form = writing.form(CallForm, initial={"agenda": _agenda(asked)})
    done = writing.send(
        form,
        lambda: call_panel(question=asked.question, by=asked.entered.by, **form.cleaned_data),
        to=lambda _meeting: panel_on_page(pk),
        said=_("The panel is called. Its members see it on their day."),
    )
    return done or writing.page(
        form,
        title=_("Call the panel"),
        lead=_("Once the panel is called, the question is decided only with its approval."),
        button=_("Call the panel"),
        back=panel_on_page(pk),
        frame=frame(asked.entered),
    )


def _agenda(asked: Asked) -> str:
    """What the panel is asked: the question, about whom, and why now."""
    children = ", ".join(entered.file.child.name for entered in asked.files)
    question = asked.question
    return f"{question.get_kind_display()}\n{children}\n\n{question.why_now}"


@needs(Permission.READ_FILE)
def meeting(request: StaffRequest, pk: int) -> HttpResponse:
    """A meeting: who voted how, dissent in full, what the panel said, and under which conditions."""
    asked = read_question(request, Question.objects.filter(meetings=pk), page="meeting")
    context = {
        "frame": frame(asked.entered),
        "question": asked.question,
        "meeting": _meeting_of(asked, pk),
        "may_answer": asked.may(Permission.CALL_PANEL) and asked.question.withdrawn_on is None,
        "may_write": asked.may(Permission.WRITE_FILE),
    }
    return render(request, "decisions/meeting.html", context)


def _meeting_of(asked: Asked, pk: int) -> Meeting:
    meetings = meetings_of(asked.written.meetings, asked.written.seats)
    return next(each for each in meetings if each.row.pk == pk)


@needs(Permission.CALL_PANEL)
def answer(request: StaffRequest, pk: int) -> HttpResponse:
    """Write down what the panel says; “add another” shows the page again with one more condition."""
    asked = enter_question(request, Question.objects.filter(meetings=pk), Permission.CALL_PANEL)
    by, held, writing = asked.entered.by, _meeting_of(asked, pk), Writing(request)
    form = writing.form(
        AnswerForm,
        people=list(who_can_meet_conditions([each.file for each in asked.files], on=by.today)),
        conditions=rows_in(writing.kept, "condition", least=FIRST_CONDITIONS) + (MORE in request.POST),
        initial={"on": by.today},
    )
    done = writing.send(
        form,
        lambda: resolve(meeting=held.row, overrides=form.reasons, by=by, **form.said()),
        to=lambda _resolution: reverse("decisions:meeting", args=[pk]),
        said=_("It is written down what the panel says."),
    )
    return done or writing.page(
        form,
        template="decisions/answer.html",
        title=_("What does the panel say?"),
        lead=_("What the panel says is never changed. It can meet again."),
        button=_("Write it down"),
        back=reverse("decisions:meeting", args=[pk]),
        meeting=held,
        frame=frame(asked.entered),
    )


@needs(Permission.WRITE_FILE)
def condition(request: StaffRequest, pk: int) -> HttpResponse:
    """Write down that what the panel asked for is done."""
    questions = Question.objects.filter(meetings__resolution__conditions=pk)
    asked = enter_question(request, questions, Permission.WRITE_FILE)
    found = Condition.objects.select_related("responsible", "resolution").get(pk=pk)
    writing = Writing(request)
    form = writing.form(MetForm, initial={"on": asked.entered.by.today})
    back = reverse("decisions:meeting", args=[found.resolution.meeting_id])
    done = writing.send(
        form,
        lambda: meet_condition(condition=found, by=asked.entered.by, **form.cleaned_data),
        to=lambda _condition: back,
        said=_("It is written down that this is done."),
    )
    return done or writing.page(
        form,
        template="decisions/condition.html",
        title=_("What came of this condition?"),
        condition=found,
        button=_("Write down"),
        back=back,
        frame=frame(asked.entered),
    )
