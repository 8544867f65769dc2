"""The tree of units, a new one, and closing one."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from vatra.access.actions import close_unit, open_unit
from vatra.access.doors import StaffRequest, actor, needs
from vatra.access.forms import LastDay, NewUnit
from vatra.access.keeping import units_kept
from vatra.access.roles import Permission
from vatra.access.tree import tree_of, units_open
from vatra.access.writing import Writing


@needs(Permission.KEEP_STAFF)
def units(request: StaffRequest) -> HttpResponse:
    """The administrator's units, from the top."""
    by = actor(request, Permission.KEEP_STAFF)
    return render(request, "access/units.html", {"branches": tree_of(by)})


@needs(Permission.KEEP_STAFF)
def new_unit(request: StaffRequest) -> HttpResponse:
    """Open a unit below another; a link may name the one above."""
    by = actor(request, Permission.KEEP_STAFF)
    writing = Writing(request)
    form = writing.form(NewUnit, units=units_open(by), initial={"parent": request.GET.get("below", "")})
    done = writing.send(
        form,
        lambda: open_unit(**form.cleaned_data, by=by),
        to=lambda _unit: reverse("access:units"),
        said=_("The unit is open."),
    )
    return done or writing.page(
        form, title=_("Open a unit"), button=_("Open the unit"), back=reverse("access:units")
    )


@needs(Permission.KEEP_STAFF)
def close(request: StaffRequest, pk: int) -> HttpResponse:
    """Write down the last day of a unit."""
    by = actor(request, Permission.KEEP_STAFF)
    unit = get_object_or_404(units_kept(by), pk=pk)
    writing = Writing(request)
    form = writing.form(LastDay)
    done = writing.send(
        form,
        lambda: close_unit(unit=unit, **form.cleaned_data, by=by),
        to=lambda _unit: reverse("access:units"),
        said=_("The last day of the unit is written down."),
    )
    return done or writing.page(
        form,
        title=_("Close %(unit)s") % {"unit": unit.name},
        lead=_("A unit is closed when nobody is appointed there any more and no unit below it is open."),
        button=_("Close the unit"),
        back=reverse("access:units"),
    )
