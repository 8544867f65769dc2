"""The belonging gauge of a unit, and the children behind each of its numbers."""

from datetime import date
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from vatra.access.doors import StaffRequest, needs
from vatra.access.models import Unit
from vatra.access.roles import Permission
from vatra.desk.belonging import Need
from vatra.desk.forms import WhichDay
from vatra.desk.gauge import IN_CARE, Gauge, children_lacking, gauges
from vatra.desk.late import Listed, listed_for
from vatra.desk.unit_door import unit_seen
from vatra.kernel import clock
from vatra.kernel.keyset import number_in
from vatra.kernel.links import Link
from vatra.kernel.sentence import Sentence

WITHOUT: dict[str, Sentence] = {
    IN_CARE: _("Children in care"),
    Need.HOME: _("Children in care without a home"),
    Need.CARER: _("Children in care without a named carer"),
    Need.GUARDIAN: _("Children in care without a guardian"),
    Need.PLAN: _("Children in care without a current plan"),
    Need.REVIEW: _("Children in care without a review in time"),
}


@needs(Permission.SEE_CHILDREN_OF_UNIT)
def belonging(request: StaffRequest, pk: int) -> HttpResponse:
    """How many children in care lack a home, a carer, a guardian, a plan, a review; with the units below."""
    unit, listed = _within(request, pk)
    form, day = _day_asked(request)
    whole, *parts = gauges(listed, [unit, *listed.right_below(unit)], on=day)
    context = {
        "unit": unit,
        "filter": form,
        "day": day,
        "numbers": _numbers(whole, day),
        "below": [
            (reverse("desk:belonging", args=[part.unit.pk]), part, _numbers(part, day)) for part in parts
        ],
    }
    return render(request, "desk/belonging.html", context)


@needs(Permission.SEE_CHILDREN_OF_UNIT)
def children_without(request: StaffRequest, pk: int, what: str) -> HttpResponse:
    """The children behind one number, in the order of their names."""
    if what not in WITHOUT:
        raise Http404
    unit, listed = _within(request, pk)
    _form, day = _day_asked(request)
    after = number_in(request.GET.get("after", ""))
    children, next_after = children_lacking(listed, what, on=day, after=after)
    here = _address(unit, what, day)
    context = {
        "unit": unit,
        "title": WITHOUT[what],
        "day": day,
        "children": children,
        "back": f"{reverse('desk:belonging', args=[pk])}?{urlencode({'day': day.isoformat()})}",
        "first": here if after else "",
        "next": f"{here}&after={next_after}" if next_after else "",
    }
    return render(request, "desk/children_without.html", context)


def _within(request: StaffRequest, pk: int) -> tuple[Unit, Listed]:
    unit = unit_seen(request.held, pk)
    return unit, listed_for(request.user, request.held, on=clock.today()).within(unit)


def _day_asked(request: HttpRequest) -> tuple[WhichDay, date]:
    form = WhichDay(request.GET if "day" in request.GET else None, initial={"day": clock.today()})
    return form, form.cleaned_data["day"] if form.is_valid() else clock.today()


def _numbers(gauge: Gauge, day: date) -> list[Link]:
    """Every number with the list behind it."""
    counted: dict[str, int] = {
        IN_CARE: gauge.in_care,
        **{need.value: number for need, number in gauge.lacking.items()},
    }
    return [
        Link(WITHOUT[what], _address(gauge.unit, what, day), note=str(number))
        for what, number in counted.items()
    ]


def _address(unit: Unit, what: str, day: date) -> str:
    return f"{reverse('desk:children_without', args=[unit.pk, what])}?{urlencode({'day': day.isoformat()})}"
