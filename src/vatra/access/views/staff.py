"""The staff of one's units, and one of them."""

from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from vatra.access.doors import StaffRequest, actor, needs
from vatra.access.forms import WhichStaff
from vatra.access.keeping import accounts_kept, appointments_kept, works_elsewhere
from vatra.access.roles import Permission
from vatra.access.second_factors import second_factors_of
from vatra.access.staff_list import staff_page
from vatra.kernel.keyset import number_in


@needs(Permission.KEEP_STAFF)
def staff(request: StaffRequest) -> HttpResponse:
    """Everybody who works or worked in one of the administrator's units, in the order of names."""
    by = actor(request, Permission.KEEP_STAFF)
    form = WhichStaff(request.GET or None)
    name = form.cleaned_data["name"] if form.is_valid() else ""
    people, follows = staff_page(by, name=name, after=number_in(request.GET.get("after", "")))
    following = f"?{urlencode({'name': name, 'after': follows})}" if follows else ""
    return render(request, "access/staff.html", {"people": people, "filter": form, "next": following})


@needs(Permission.KEEP_STAFF)
def person(request: StaffRequest, pk: int) -> HttpResponse:
    """One account: what the person is in which unit, and how and when they last signed in."""
    by = actor(request, Permission.KEEP_STAFF)
    kept = get_object_or_404(accounts_kept(by), pk=pk)
    appointments = appointments_kept(by).filter(user=kept).select_related("unit")
    context = {
        "person": kept,
        "appointments": appointments.order_by("-first_day", "-pk"),
        "second_factors": second_factors_of(kept),
        "today": by.today,
        "is_own": kept == request.user,
        "works_elsewhere": works_elsewhere(kept, by=by),
    }
    return render(request, "access/person.html", context)
