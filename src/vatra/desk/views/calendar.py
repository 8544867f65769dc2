"""A unit's week, the month as a table, and one day of it."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode

from vatra.access.doors import StaffRequest, needs
from vatra.access.models import Unit
from vatra.access.roles import Permission
from vatra.desk.calendar.month import month_of
from vatra.desk.calendar.week import week_of
from vatra.desk.calendar.whose import Whose, of_person, of_unit
from vatra.desk.late import listed_for
from vatra.desk.late.page import page_of
from vatra.desk.unit_door import unit_seen
from vatra.kernel import clock
from vatra.kernel.keyset import After, after_in, day_in, number_in
from vatra.kernel.links import Link
from vatra.kernel.week import monday_of

YEARS = range(1990, 2101)


@needs(Permission.SEE_CHILDREN_OF_UNIT)
def week(request: StaffRequest, pk: int) -> HttpResponse:
    """What is due in a unit from Monday to Sunday, and what is late, by who answers and since when."""
    unit, today = unit_seen(request.held, pk), clock.today()
    asked, after = request.GET.get("of", ""), after_in(request.GET)
    listed = listed_for(request.user, request.held, on=today)
    shown = week_of(of_unit(listed, unit), monday_of(_day_in(asked) or today), on=today, after=after)
    here = reverse("desk:week", args=[pk])
    query = f"?{urlencode({'of': asked})}" if asked else ""
    context = {
        "unit": unit,
        "week": shown,
        "today": today,
        "units_below": [
            Link(each.name, reverse("desk:week", args=[each.pk]) + query) for each in listed.right_below(unit)
        ],
        "this": f"{here}?of={shown.first_day}",
        "before": f"{here}?of={shown.before}",
        "after": f"{here}?of={shown.after}",
        "is_later_page": after is not None,
        "next": _goes_on(here, {"of": shown.first_day.isoformat()}, shown.next_after),
    }
    return render(request, "desk/week.html", context)


@needs(Permission.SEE_CHILDREN_OF_UNIT)
def this_month(_request: StaffRequest) -> HttpResponse:
    """The calendar opens where we are."""
    today = clock.today()
    return redirect("desk:month", today.year, today.month)


@needs(Permission.SEE_CHILDREN_OF_UNIT)
def month(request: StaffRequest, year: int, month: int) -> HttpResponse:
    """A month as a table of days, with how much falls on each; mine, or a unit's."""
    first_day, today = _day(year, month, 1), clock.today()
    unit, below, whose = _whose(request, today)
    shown, query = month_of(whose, first_day, on=today), _query(unit)
    here = reverse("desk:month", args=[year, month])
    context = {
        "month": shown,
        "before": reverse("desk:month", args=[shown.before.year, shown.before.month]) + query,
        "after": reverse("desk:month", args=[shown.after.year, shown.after.month]) + query,
        "unit": unit,
        "query": query,
        "units": _units(request),
        "units_below": [Link(each.name, here + _query(each)) for each in below],
    }
    return render(request, "desk/month.html", context)


@needs(Permission.SEE_CHILDREN_OF_UNIT)
def day(request: StaffRequest, year: int, month: int, day: int) -> HttpResponse:
    """What falls on one day."""
    chosen, today = _day(year, month, day), clock.today()
    unit, _units_below, whose = _whose(request, today)
    page = page_of(whose.duties(on=today).filter(due_on=chosen), on=today, after=after_in(request.GET))
    here = reverse("desk:day", args=[year, month, day])
    context = {
        "day": chosen,
        "unit": unit,
        "query": _query(unit),
        "page": page,
        "reviews": whose.reviews(chosen, chosen).select_related("file__child").order_by("hour", "pk")[:60],
        "next": _goes_on(here, {"unit": unit.pk} if unit else {}, page.next_after),
    }
    return render(request, "desk/calendar_day.html", context)


def _whose(request: StaffRequest, today: date) -> tuple[Unit | None, Sequence[Unit], Whose]:
    """The unit that the address names, the units right below it, and its files; else the person's own files."""
    number = number_in(request.GET.get("unit", ""))
    if number is None:
        return None, (), of_person(request.user, request.held, on=today)
    unit, listed = unit_seen(request.held, number), listed_for(request.user, request.held, on=today)
    return unit, listed.right_below(unit), of_unit(listed, unit)


def _units(request: StaffRequest) -> list[Unit]:
    """The units in which the person was appointed to see children."""
    held = {each.unit_id: each.unit for each in request.held.appointments}
    return [held[pk] for pk in dict.fromkeys(request.held.units_with(Permission.SEE_CHILDREN_OF_UNIT))]


def _query(unit: Unit | None) -> str:
    return f"?unit={unit.pk}" if unit else ""


def _goes_on(here: str, given: dict[str, Any], after: After | None) -> str:
    return f"{here}?{urlencode(given | after.in_address)}" if after else ""


def _day(year: int, month: int, day: int) -> date:
    try:
        return date(year if year in YEARS else 0, month, day)
    except ValueError as error:
        raise Http404 from error


def _day_in(text: str) -> date | None:
    day = day_in(text)
    return day if day and day.year in YEARS else None
