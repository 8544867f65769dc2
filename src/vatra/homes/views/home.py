"""Pages about homes."""

from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from vatra.access.doors import StaffRequest, actor, needs
from vatra.access.roles import Permission
from vatra.access.writing import Writing
from vatra.homes.actions import agree_capacity, name_carer, open_home
from vatra.homes.forms.home import NewHome, WhichHomes
from vatra.homes.models import Home
from vatra.homes.queries import children_in, homes_open_to, homes_page, units_kept_by
from vatra.kernel import clock
from vatra.kernel.keyset import number_in
from vatra.kernel.ledger import Actor
from vatra.people.actions import register_person


@needs(Permission.SEE_HOMES)
def homes(request: StaffRequest) -> HttpResponse:
    """The homes of the organisation that are open today, in the order of their names."""
    form = WhichHomes(request.GET or None)
    chosen = {name: value for name, value in form.cleaned_data.items() if value} if form.is_valid() else {}
    today = clock.today()
    listed = homes_open_to(request.user, request.held, on=today).filter(**chosen)
    found, follows = homes_page(listed, on=today, after=number_in(request.GET.get("after", "")))
    context = {
        "homes": found,
        "filter": form,
        "next": f"?{urlencode({**chosen, 'after': follows})}" if follows else "",
    }
    return render(request, "homes/homes.html", context)


@needs(Permission.SEE_HOMES)
def home(request: StaffRequest, pk: int) -> HttpResponse:
    """One home: who cares there, for how many children, and who lives there today."""
    today = clock.today()
    open_homes = homes_open_to(request.user, request.held, on=today)
    found = get_object_or_404(open_homes.with_places_on(today).select_related("unit"), pk=pk)
    children, others = children_in(found, seen_by=request.user, on=today)
    context = {
        "home": found,
        "carers": found.carers.select_related("person").order_by("-is_main_carer", "first_day", "pk"),
        "capacities": found.capacities.order_by("-first_day", "-pk"),
        "children": children,
        "others": others,
        "living_here": len(children) + others,
    }
    return render(request, "homes/home.html", context)


@needs(Permission.KEEP_HOMES)
def new_home(request: StaffRequest) -> HttpResponse:
    """Write down a home with its main carer and the number of children it is agreed for."""
    writing = Writing(request)
    initial = {"known_carer": request.GET.get("carer", "")}
    form = writing.form(NewHome, units=units_kept_by(request.held), initial=initial)
    by = actor(request, Permission.KEEP_HOMES)
    done = writing.send(
        form,
        lambda: open_with_carer(form, by=by),
        to=lambda home: reverse("homes:home", args=[home.pk]),
        said=_("The home is written down."),
    )
    title, button = _("Write down a home"), _("Write down the home")
    return done or writing.page(
        form, template="homes/new_home.html", title=title, button=button, back=reverse("homes:homes")
    )


def open_with_carer(form: NewHome, *, by: Actor) -> Home:
    """The home, its carer and its capacity from the same day: three acts, all or none."""
    given = form.cleaned_data
    carer = form.carer or register_person(
        given_name=given["carer_given_name"],
        family_name=given["carer_family_name"],
        sex=given["carer_sex"],
        birth=given["carer_birth"],
        by=by,
    )
    home = open_home(
        name=given["name"],
        form=given["form"],
        unit=given["unit"],
        municipality=given["municipality"],
        address=given["address"],
        first_day=given["first_day"],
        by=by,
    )
    name_carer(home=home, person=carer, first_day=home.first_day, by=by)
    agree_capacity(home=home, children=given["children"], from_day=home.first_day, by=by)
    return home
