"""Pages on which a decision is carried out: placing, moving, returning home, days away, the end of a stay."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vatra.access.doors import StaffRequest, needs
from vatra.access.roles import Permission
from vatra.casework.file_writing import FileWriting
from vatra.homes.words import RESIDENTIAL_FORMS
from vatra.kernel.days_in_words import in_words
from vatra.placements.actions import end_absence, end_placement, move, place, record_absence, return_home
from vatra.placements.doors import ToDo, enter_outcome, enter_stay
from vatra.placements.forms import AwayForm, EndForm, MoveForm, PlaceForm, ReturnForm
from vatra.placements.models import Absence, Placement
from vatra.placements.queries import stay_now


@needs(Permission.PLACE_CHILD)
def place_child(request: StaffRequest, pk: int) -> HttpResponse:
    """The child comes to live in the home the decision names; a child who lives elsewhere moves in one step."""
    todo = enter_outcome(request, pk)
    if todo.outcome.home is None:
        raise Http404
    writing = FileWriting(request, todo.entered)
    form = writing.form(
        MoveForm if todo.current else PlaceForm,
        others=todo.others,
        outside_family=todo.outcome.form in RESIDENTIAL_FORMS,
        initial={"first_day": max(todo.outcome.decision.effective_on, todo.entered.by.today)},
    )
    done = writing.send(
        form,
        lambda: _carry_out(todo, form),
        said=_("From that day the home is: %(home)s.") % {"home": todo.outcome.home.name},
    )
    names = {"child": todo.outcome.file.child.name, "home": todo.outcome.home.name}
    return done or writing.page(
        form,
        title=_("%(child)s comes to live with: %(home)s") % names,
        lead=_lives_now(todo),
        button=_("Move") if todo.current else _("Place"),
        back=reverse("decisions:decision", args=[todo.outcome.decision_id]),
    )


def _lives_now(todo: ToDo) -> str:
    if todo.current is None:
        return ""
    given = {"home": todo.current.home.name, "since": in_words(todo.current.first_day)}
    return _("Since %(since)s the home is %(home)s. That stay ends the day before, in the same step.") % given


def _carry_out(todo: ToDo, form: PlaceForm) -> list[Placement]:
    """Place or move the child, and the brothers and sisters ticked, in one step."""
    done = []
    together = form.cleaned_data.get("together", [])
    for outcome, current in [(todo.outcome, todo.current), *((other, stay_now(other)) for other in together)]:
        shared = {
            "outcome": outcome,
            "first_day": form.cleaned_data["first_day"],
            "reasons": form.reasons,
            "by": todo.entered.by,
            **form.exception_given,
        }
        if current is not None:
            done.append(move(current=current, end_reason=form.cleaned_data["end_reason"], **shared))
        else:
            done.append(place(**shared))
    return done


@needs(Permission.PLACE_CHILD)
def return_child_home(request: StaffRequest, pk: int) -> HttpResponse:
    """The child goes home to the family, as decided; follow-ups begin."""
    todo = enter_outcome(request, pk)
    current, file = todo.current, todo.outcome.file
    if current is None:
        messages.info(request, _("The child does not live in a home of ours; nothing has to be ended."))
        return redirect("desk:file", file.reference)
    writing = FileWriting(request, todo.entered)
    form = writing.form(ReturnForm, initial={"last_day": todo.entered.by.today})
    done = writing.send(
        form,
        lambda: return_home(current=current, outcome=todo.outcome, by=todo.entered.by, **form.cleaned_data),
        said=_("The return is recorded. Follow-ups are on the list of what is due."),
    )
    return done or writing.page(
        form,
        title=_("%(child)s returns to the family") % {"child": file.child.name},
        lead=_("Follow-ups after one, three, six and twelve months appear on the list of what is due."),
        button=_("Record the return"),
        back=reverse("decisions:decision", args=[todo.outcome.decision_id]),
    )


@needs(Permission.PLACE_CHILD)
def end_stay(request: StaffRequest, pk: int) -> HttpResponse:
    """The stay ended and no new stay follows here."""
    placement, entered = enter_stay(request, pk)
    writing = FileWriting(request, entered)
    form = writing.form(EndForm)
    done = writing.send(
        form,
        lambda: end_placement(placement=placement, by=entered.by, **form.cleaned_data),
        said=_("The end of the stay is recorded."),
    )
    return done or writing.page(
        form,
        title=_("The stay in this home ended: %(home)s") % {"home": placement.home.name},
        lead=_(
            "If the child moves to another home, ask for a decision instead: the move is then one step, without a day between."
        ),
        button=_("Record the end"),
    )


@needs(Permission.PLACE_CHILD)
def away(request: StaffRequest, pk: int) -> HttpResponse:
    """Days on which the child is elsewhere although the stay goes on."""
    placement, entered = enter_stay(request, pk)
    writing = FileWriting(request, entered)
    form = writing.form(AwayForm)
    done = writing.send(
        form,
        lambda: record_absence(placement=placement, by=entered.by, **form.cleaned_data),
        said=_("The days away are recorded."),
    )
    return done or writing.page(
        form,
        template="placements/away.html",
        title=_("Days away"),
        button=_("Record the days away"),
        open_absence=placement.absences.filter(last_day__isnull=True).first(),
    )


@require_POST
@needs(Permission.PLACE_CHILD)
def back(request: StaffRequest, pk: int) -> HttpResponse:
    """The child is back."""
    absence = get_object_or_404(Absence.objects.select_related("placement__file"), pk=pk)
    _placement, entered = enter_stay(request, absence.placement_id)
    end_absence(absence=absence, last_day=entered.by.today, by=entered.by)
    messages.success(request, _("It is recorded that the child is back."))
    return redirect("desk:file", entered.file.reference)
