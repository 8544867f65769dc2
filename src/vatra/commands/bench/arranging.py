"""Who measures, and what they find to do: invented workers with children of their own."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import cycle, islice
from secrets import token_urlsafe

from django.db import connection, transaction
from django.db.models import Count, Exists, OuterRef

from vatra.access.models import Appointment, Unit, User
from vatra.access.roles import Role
from vatra.casework.models import ConcernChild, File
from vatra.commands.bench.visitor import Visitor
from vatra.commands.trouble import Trouble
from vatra.kernel import clock
from vatra.kernel.calendar_months import add_months
from vatra.placements.models import Placement

FILES_EACH = 60
# Years: a child of this age stays one while it is decided about.
NOT_YET = 17


@dataclass(frozen=True)
class Person:
    """Somebody signed in, and the open files this person answers for."""

    visitor: Visitor
    user: User
    unit: Unit
    files: Sequence[File]
    supervisor: "Person | None" = None


def children() -> int:
    """How many children have a file."""
    return File.objects.count()


def signed_in(address: str, *, number: int) -> list[Person]:
    """So many social workers with the longest lists, each with the supervisor of the own centre."""
    workers = _busiest(number)
    if not workers:
        raise Trouble("Nobody here answers for an invented child.", "Let ./vatra generate make some first.")
    supervisors: dict[int, Person] = {}
    people = []
    for worker in islice(cycle(workers), number):
        centre = worker.appointments.get().unit.parent
        assert centre is not None
        if centre.pk not in supervisors:
            supervisor = Appointment.objects.get(unit=centre, role=Role.SUPERVISOR).user
            supervisors[centre.pk] = _person(address, supervisor, None)
        people.append(_person(address, worker, supervisors[centre.pk]))
    connection.close()
    return people


def _busiest(number: int) -> list[User]:
    invented = User.objects.filter(username__startswith="invented-", appointments__role=Role.SOCIAL_WORKER)
    of_files = invented.filter(files_answered_for__last_day__isnull=True)
    return list(of_files.annotate(files=Count("files_answered_for")).order_by("-files", "pk")[:number])


@transaction.atomic
def _new_password(user: User) -> str:
    """A word nobody else knows, until the next measurement."""
    password = token_urlsafe()
    user.set_password(password)
    user.save(update_fields=["password"])
    return password


def _person(address: str, user: User, supervisor: Person | None) -> Person:
    password = _new_password(user)
    visitor = Visitor(address)
    visitor.sign_in(user.username, password)
    files = File.objects.filter(
        closed_on__isnull=True, workers__worker=user, workers__last_day__isnull=True
    ).select_related("child", "unit")
    return Person(
        visitor, user, user.appointments.get().unit, list(files.order_by("pk")[:FILES_EACH]), supervisor
    )


def at_home(people: Sequence[Person]) -> list[tuple[Person, File]]:
    """Children without brothers or sisters in the record who live with their family, one list over all people."""
    today = clock.today()
    lives = Placement.objects.open_on(today).filter(file=OuterRef("pk"))
    guarded = File.objects.filter(pk=OuterRef("pk"), guardianships__last_day__isnull=True)
    alone = (
        ConcernChild.objects.values("concern")
        .annotate(children=Count("pk"))
        .filter(children=1)
        .values("concern")
    )
    found = []
    for person in people:
        files = File.objects.filter(
            ~Exists(lives), Exists(guarded), pk__in=[file.pk for file in person.files]
        )
        young = files.filter(
            concerns__concern__in=alone, child__birth_on__gt=add_months(today, -12 * NOT_YET)
        )
        found += [(person, file) for file in young.select_related("child", "unit")]
    return found
