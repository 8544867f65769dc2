"""My day."""

from django.http import HttpResponse
from django.shortcuts import render

from vatra.access.doors import StaffRequest, needs
from vatra.access.roles import Permission, Role
from vatra.decisions.panel.queries import conditions_of
from vatra.desk.day import living_with, mine, questions_to_issue, seats, to_confirm, units_late
from vatra.desk.day.drafts import drafts_of
from vatra.desk.day.from_site import from_site
from vatra.desk.day.homes import home_duties
from vatra.desk.day.openings import openings_of
from vatra.desk.day.reviews import reviews_ahead
from vatra.kernel import clock
from vatra.people.age import age_in_words


@needs(Permission.SEE_MY_DAY)
def my_day(request: StaffRequest) -> HttpResponse:
    """What waits for this person today; each role adds its part, and nobody sees an empty frame."""
    user, held, today, roles = request.user, request.held, clock.today(), request.held.roles()
    context = {
        "today": today,
        "roles": [Role(role).label for role in sorted(roles)],
        "drafts": drafts_of(user),
        "mine": mine(user, on=today) if Role.SOCIAL_WORKER in roles else None,
        "reviews": reviews_ahead(user, on=today),
        "homes": home_duties(held, on=today),
        "units": units_late(held, on=today),
        "to_issue": questions_to_issue(user, held, on=today),
        "not_told": to_confirm(user, held, on=today),
        "openings": openings_of(user, held, on=today),
        "from_site": from_site(held),
        "seats": seats(user, on=today) if Role.PANEL_MEMBER in roles else (),
        "conditions": conditions_of(user, held),
        "children": _at_home(request) if Role.CARER in roles else None,
        "is_young_person": Role.YOUNG_PERSON in roles,
    }
    return render(request, "desk/my_day.html", context)


def _at_home(request: StaffRequest) -> list[tuple[object, str]]:
    today = clock.today()
    stays = living_with(request.user, on=today)
    return [(stay, age_in_words(stay.file.child.birth, today)) for stay in stays]
