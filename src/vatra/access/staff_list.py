"""Staff as an administrator sees them: with what they are today in the administrator's units."""

from dataclasses import dataclass

from django.db.models import Q, Subquery

from vatra.access.keeping import accounts_kept, appointments_kept
from vatra.access.models import Appointment, User
from vatra.kernel.ledger import Actor

PAGE = 30


@dataclass(frozen=True)
class Colleague:
    """An account with the appointments it holds today in the reader's units."""

    user: User
    held: list[Appointment]


def staff_page(by: Actor, *, name: str, after: int | None) -> tuple[list[Colleague], int | None]:
    """One page of accounts in the order of names, and where the next one goes on. Two queries."""
    listed = accounts_kept(by)
    if name:
        listed = listed.filter(Q(full_name__icontains=name) | Q(username__icontains=name))
    if after is not None:
        last = Subquery(User.objects.filter(pk=after).values("full_name"))
        listed = listed.filter(Q(full_name__gt=last) | Q(full_name=last, pk__gt=after))
    found = list(listed.order_by("full_name", "pk")[: PAGE + 1])
    return _with_appointments(found[:PAGE], by), found[PAGE - 1].pk if len(found) > PAGE else None


def _with_appointments(users: list[User], by: Actor) -> list[Colleague]:
    held: dict[int, list[Appointment]] = {user.pk: [] for user in users}
    here = appointments_kept(by).held_on(by.today).filter(user__in=users)
    for appointment in here.select_related("unit").order_by("pk"):
        held[appointment.user_id].append(appointment)
    return [Colleague(user, held[user.pk]) for user in users]
