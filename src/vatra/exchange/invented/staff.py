"""The organisation that looks after the invented children: a centre per municipality, teams, their people."""

from collections.abc import Mapping
from datetime import date, datetime
from math import ceil
from uuid import UUID

from django.db.models import Model

from vatra.access.models import Appointment, Unit, User
from vatra.access.models.unit import UnitKind
from vatra.access.roles import Role
from vatra.exchange.invented.caseload import AT_WORK, Team
from vatra.exchange.invented.chance import Chance
from vatra.exchange.invented.names import NAMES
from vatra.kernel.ledger import Actor, Entry, record_many
from vatra.people.words import Language, Municipality, Sex

CHILDREN_PER_TEAM = 400
CHILDREN_PER_WORKER = 80
SINCE = date(1999, 7, 1)
VATRA = Actor(None, "", datetime.combine(SINCE, AT_WORK))
# No password has this digest: nobody signs in as an invented worker until one is given.
NO_PASSWORD = "!invented"  # noqa: S105


class _Office:
    """Opens the units and accounts of one generated caseload."""

    def __init__(self, seed: int) -> None:
        self.seed = seed
        self.chance = Chance(f"{seed}:staff")
        self.people = 0
        self.entries: list[Entry] = []

    def opened(self, name: str, kind: UnitKind, parent: Unit | None, place: str = "") -> Unit:
        """A unit below another."""
        unit = Unit(
            key=self.chance.key(), name=name, kind=kind, parent=parent, municipality=place, first_day=SINCE
        )
        unit.save()
        self._act("open_unit", unit.key, unit, {"kind": kind.value, "parent": parent.pk if parent else None})
        return unit

    def appointed(self, unit: Unit, *roles: Role) -> tuple[int, ...]:
        """Somebody new in a unit for each of the roles; their numbers as users."""
        users = User.objects.bulk_create([self._somebody() for _ in roles])
        appointments = Appointment.objects.bulk_create(
            Appointment(user=user, unit=unit, role=role, first_day=SINCE)
            for user, role in zip(users, roles, strict=True)
        )
        for appointment in appointments:
            user = appointment.user
            self._act("open_account", user.key, user, {})
            self._act("appoint", user.key, appointment, {"unit": unit.pk, "role": str(appointment.role)})
        return tuple(user.pk for user in users)

    def _somebody(self) -> User:
        self.people += 1
        names = NAMES[Language.ALBANIAN]
        given = self.chance.of(names.given(Sex.FEMALE if self.chance.happens(0.7) else Sex.MALE))
        key, family = self.chance.key(), self.chance.of(names.families)
        return User(
            key=key,
            username=username(self.seed, self.people),
            full_name=f"{given} {family}",
            password=NO_PASSWORD,
        )

    def _act(self, name: str, chain: UUID, subject: Model, facts: dict[str, object]) -> None:
        row = (subject._meta.db_table, str(subject.pk))
        self.entries.append(Entry(name, VATRA, chain, row, on=SINCE, facts=facts))


def username(seed: int, person: int) -> str:
    """The user name of the n-th invented worker of a seed."""
    return f"invented-{seed}-{person}"


def are_there(seed: int) -> bool:
    """Whether a caseload was generated with this seed already."""
    return User.objects.filter(username=username(seed, 1)).exists()


def engage(seed: int, children: Mapping[Municipality, int]) -> list[Team]:
    """Units and people for so many children per municipality."""
    office = _Office(seed)
    top = office.opened(f"Organizatë e trilluar {seed}", UnitKind.ORGANISATION, None)
    office.appointed(top, Role.PLACEMENT_OFFICER, Role.SAFEGUARDING_OFFICER, Role.AUDITOR)
    teams: list[Team] = []
    for place, number in children.items():
        teams += _centre(office, top, place, number, first=len(teams))
    record_many(office.entries)
    return teams


def _centre(office: _Office, top: Unit, place: Municipality, children: int, *, first: int) -> list[Team]:
    centre = office.opened(f"QPS {place.label.split(' / ')[0]}", UnitKind.CENTRE, top, place.value)
    (supervisor,) = office.appointed(centre, Role.SUPERVISOR)
    parts = ceil(children / CHILDREN_PER_TEAM)
    sizes = [children // parts + (part < children % parts) for part in range(parts)]
    return [_team(office, centre, place, size, supervisor, first + part) for part, size in enumerate(sizes)]


def _team(
    office: _Office, centre: Unit, place: Municipality, children: int, supervisor: int, number: int
) -> Team:
    unit = office.opened(f"{centre.name}, ekipi {number + 1}", UnitKind.TEAM, centre, place.value)
    workers = [Role.SOCIAL_WORKER] * ceil(children / CHILDREN_PER_WORKER)
    staff = office.appointed(unit, *workers)
    return Team(unit.pk, place, staff, supervisor, children, number)
