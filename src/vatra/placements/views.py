"""Pages on which a decision is carried out: placing, moving, returning home, days away, the end of a stay."""

from django.contrib import messages
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from vatra.access.doors import StaffRequest, needs
from vatra.access.roles import Permission
from vatra.casework.page import frame
from vatra.homes.words import RESIDENTIAL_FORMS
from vatra.placements.actions import end_absence, end_placement, move, place, record_absence, return_home
from vatra.placements.doors import ToDo, enter_outcome, enter_stay
from vatra.placements.forms import AwayForm, EndForm, MoveForm, PlaceForm, ReturnForm
from vatra.placements.models import Absence, Placement


def _page(request: StaffRequest, template: str, todo: ToDo, form: PlaceForm | ReturnForm) -> HttpResponse:
    context = {"form": form, "frame": frame(todo.entered), "todo": todo, "outcome": todo.outcome}
    return render(request, template, context, status=422 if form.errors or form.warned else 200)


def _carry_out(todo: ToDo, form: PlaceForm) -> list[Placement]:
    """Place or move the child, and the brothers and sisters ticked, in one step."""
    done = []
    for outcome in [todo.outcome, *form.cleaned_data.get("together", [])]:
        current = outcome.file.placements.filter(last_day__isnull=True).first()
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
def place_child(request: StaffRequest, pk: int) -> HttpResponse:
    """The child comes to live in the home the decision names; a child who lives elsewhere moves in one step."""
    todo = enter_outcome(request, pk)
    form_class = MoveForm if todo.current else PlaceForm
    form = form_class(
        request.POST or None,
        outcome=todo.outcome,
        outside_family=todo.outcome.form in RESIDENTIAL_FORMS,
        initial={"first_day": max(todo.outcome.decision.effective_on, todo.entered.by.today)},
    )
    if form.is_valid():
        done = form.attempt(lambda: _carry_out(todo, form))
        if done:
            home = todo.outcome.home.name if todo.outcome.home else ""
            messages.success(request, _("From this day the home is: %(home)s.") % {"home": home})
            return redirect("desk:file", todo.outcome.file.reference)
    return _page(request, "placements/place.html", todo, form)


@needs(Permission.PLACE_CHILD)
def return_child_home(request: StaffRequest, pk: int) -> HttpResponse:
    """The child goes home to the family, as decided; follow-ups begin."""
    todo = enter_outcome(request, pk)
    form = ReturnForm(request.POST or None, initial={"last_day": todo.entered.by.today})
    if todo.current is None:
        messages.info(request, _("The child does not live in a home of ours; nothing has to be ended."))
        return redirect("desk:file", todo.outcome.file.reference)
    current = todo.current
    if form.is_valid() and form.did(
        lambda: return_home(
            current=current,
            outcome=todo.outcome,
            last_day=form.cleaned_data["last_day"],
            by=todo.entered.by,
        ),
    ):
        messages.success(request, _("The return is recorded. Follow-ups are on the list of what is due."))
        return redirect("desk:file", todo.outcome.file.reference)
    return _page(request, "placements/return_home.html", todo, form)


@needs(Permission.PLACE_CHILD)
def end_stay(request: StaffRequest, pk: int) -> HttpResponse:
    """The stay ended and no new stay follows here."""
    placement, entered = enter_stay(request, pk)
    form = EndForm(request.POST or None)
    if form.is_valid() and form.did(
        lambda: end_placement(placement=placement, by=entered.by, **form.cleaned_data),
    ):
        messages.success(request, _("The end of the stay is recorded."))
        return redirect("desk:file", entered.file.reference)
    context = {"form": form, "frame": frame(entered), "placement": placement}
    return render(request, "placements/end.html", context, status=422 if form.errors else 200)


@needs(Permission.PLACE_CHILD)
def away(request: StaffRequest, pk: int) -> HttpResponse:
    """Days on which the child is elsewhere although the stay goes on."""
    placement, entered = enter_stay(request, pk)
    form = AwayForm(request.POST or None)
    if form.is_valid() and form.did(
        lambda: record_absence(placement=placement, by=entered.by, **form.cleaned_data),
    ):
        messages.success(request, _("The days away are recorded."))
        return redirect("desk:file", entered.file.reference)
    open_absence = placement.absences.filter(last_day__isnull=True).first()
    context = {"form": form, "frame": frame(entered), "placement": placement, "open_absence": open_absence}
    return render(request, "placements/away.html", context, status=422 if form.errors else 200)


@needs(Permission.PLACE_CHILD)
def back(request: StaffRequest, pk: int) -> HttpResponse:
    """The child is back."""
    absence = get_object_or_404(Absence.objects.select_related("placement__file"), Q(pk=pk))
    _placement, entered = enter_stay(request, absence.placement_id)
    if request.method == "POST":
        end_absence(absence=absence, last_day=entered.by.today, by=entered.by)
        messages.success(request, _("It is recorded that the child is back."))
    return redirect("desk:file", entered.file.reference)
