"""Sitting on the panel: declare, read the pack, vote."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from vatra.access.doors import StaffRequest, actor, needs
from vatra.access.roles import Permission
from vatra.access.writing import Writing
from vatra.casework.actions import open_pages
from vatra.casework.page import frame
from vatra.decisions.actions import cast_vote, declare_interest
from vatra.decisions.doors import Asked, enter_question, read_question
from vatra.decisions.forms.panel import DeclarationForm, VoteForm
from vatra.decisions.models import PanelMeeting, PanelSeat, Question, Vote
from vatra.decisions.panel.pack import pack_of
from vatra.decisions.panel.queries import names_before_seat, seats_held
from vatra.kernel.ledger import Actor


@needs(Permission.SIT_ON_PANEL)
def declare(request: StaffRequest, pk: int) -> HttpResponse:
    """Say whether there is a conflict of interest, knowing only who the children and their parents are."""
    by = actor(request, Permission.SIT_ON_PANEL)
    seat = _own_seat(pk, by)
    children = names_before_seat(seat)
    writing = Writing(request)
    if not writing.is_post:
        files = [child.file for child in children]
        open_pages(files=files, page="declaration", by=by, earliest=seat.first_day)
    form = writing.form(DeclarationForm, initial=_declared(seat))
    done = writing.send(
        form,
        lambda: declare_interest(seat=seat, by=by, **form.cleaned_data),
        to=_after_declaring,
        said=_("Your declaration is written down."),
    )
    return done or writing.page(
        form,
        template="decisions/declare.html",
        title=_("Is there a conflict of interest?"),
        seat=seat,
        children=children,
        button=_("Declare"),
        back=reverse("desk:my_day"),
    )


def _own_seat(pk: int, by: Actor) -> PanelSeat:
    seat = seats_held(by.user_id, on=by.today).select_related("question").filter(pk=pk).first()
    if seat is None:
        raise Http404
    return seat


def _declared(seat: PanelSeat) -> dict[str, str]:
    if seat.has_conflict is None:
        return {}
    return {"has_conflict": "yes" if seat.has_conflict else "no", "conflict": seat.conflict}


def _after_declaring(seat: PanelSeat) -> str:
    if seat.has_conflict:
        return reverse("desk:my_day")
    return reverse("decisions:pack", args=[seat.question_id])


@needs(Permission.READ_FILE)
def pack(request: StaffRequest, pk: int) -> HttpResponse:
    """Everything the decision would rest on, for members while they sit, and for those who reach the file anyway."""
    asked = read_question(request, Question.objects.filter(pk=pk), page="pack")
    context = {
        "frame": frame(asked.entered),
        "question": asked.question,
        "pack": pack_of(asked),
    }
    return render(request, "decisions/pack.html", context)


def _open_meeting(question: Question) -> PanelMeeting | None:
    """The meeting called last, while the panel has not answered."""
    last = question.meetings.select_related("resolution").order_by("-pk").first()
    return None if last is None or hasattr(last, "resolution") else last


@needs(Permission.SIT_ON_PANEL)
def vote(request: StaffRequest, pk: int) -> HttpResponse:
    """Vote, or change the vote while the panel has not answered."""
    asked = enter_question(request, Question.objects.filter(meetings=pk), Permission.SIT_ON_PANEL)
    meeting, seat = asked.question.meetings.get(pk=pk), _voting_seat(asked)
    writing = Writing(request)
    if not writing.is_post and _open_meeting(asked.question) != meeting:
        return redirect("decisions:meeting", pk)
    cast = Vote.objects.filter(meeting=meeting, seat=seat).first()
    before = {"position": cast.position, "dissent": cast.dissent} if cast else {}
    form = writing.form(VoteForm, initial=before)
    done = writing.send(
        form,
        lambda: cast_vote(meeting=meeting, seat=seat, by=asked.entered.by, **form.cleaned_data),
        to=lambda _vote: reverse("decisions:meeting", args=[pk]),
        said=_("Your vote is written down. You may change it until the panel has answered."),
    )
    return done or writing.page(
        form,
        template="decisions/vote.html",
        title=_("Your vote"),
        button=_("Vote"),
        back=reverse("decisions:pack", args=[asked.question.pk]),
        meeting=meeting,
        seat=seat,
        frame=frame(asked.entered),
    )


def _voting_seat(asked: Asked) -> PanelSeat:
    """The reader's own seat; a guest is not let to the page."""
    by = asked.entered.by
    seats = seats_held(by.user_id, on=by.today).filter(question=asked.question, as_guest=False)
    seat = seats.filter(has_conflict=False).first()
    if seat is None:
        raise PermissionDenied
    return seat
