"""The children of a unit."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from vatra.access.doors import StaffRequest, needs
from vatra.access.roles import Permission
from vatra.casework.models import File
from vatra.desk.due import Due
from vatra.desk.forms import WhichChildren
from vatra.desk.unit import children_page
from vatra.desk.unit_door import unit_seen
from vatra.kernel import clock
from vatra.kernel.keyset import number_in
from vatra.kernel.links import Link
from vatra.people.age import age_in_words


@needs(Permission.SEE_CHILDREN_OF_UNIT)
def unit_children(request: StaffRequest, pk: int) -> HttpResponse:
    """The children a unit answers for, in the order of names; a unit above others leads to them."""
    unit = unit_seen(request.held, pk)
    today = clock.today()
    form = WhichChildren(request.GET if "only" in request.GET else None)
    only = form.cleaned_data["only"] if form.is_valid() else ""
    after = number_in(request.GET.get("after", ""))
    page = children_page(unit, seen_by=request.user, on=today, only=only, after=after)
    here = reverse("desk:unit_children", args=[pk])
    context = {
        "unit": unit,
        "units_below": [
            Link(below.name, reverse("desk:unit_children", args=[below.pk]))
            for below in unit.children.order_by("name")
        ],
        "filter": form,
        "children": [_row(file, today) for file in page.files],
        "first": f"{here}?{urlencode({'only': only})}" if after else "",
        "next": f"{here}?{urlencode({'only': only, 'after': page.next_after})}" if page.next_after else "",
    }
    return render(request, "desk/unit_children.html", context)


def _row(file: File, today: Any) -> dict[str, Any]:
    due_on = file.next_due_on  # type: ignore[attr-defined]
    rule = file.next_rule  # type: ignore[attr-defined]
    due = Due.of(rule=rule, due_on=due_on, citation="", is_verified=True, on=today) if due_on else None
    return {"file": file, "age": age_in_words(file.child.birth, today), "due": due}
