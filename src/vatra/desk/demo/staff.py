"""Who works in the invented organisation, and where; a visitor is told one sign-in per role."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NamedTuple

from django.conf import settings

from vatra.access.actions import appoint, change_password, open_account, open_unit
from vatra.access.models import Unit, User
from vatra.access.models.unit import UnitKind
from vatra.access.roles import Role
from vatra.desk.demo.town import IN_THE_MORNING, Town, acting
from vatra.kernel import clock
from vatra.kernel.ledger import Actor

PASSWORD = "vatra-demo"  # noqa: S105 - told to everybody, and only a demonstration accepts it
YEARS_AT_WORK = 8
# No mail can ever arrive there (RFC 2606).
NOWHERE = "vatra.example"


class SignIn(NamedTuple):
    """Somebody a visitor may be: the unit is the organisation, a centre or a team, by its name below."""

    username: str
    full_name: str
    role: Role
    unit: str
    language: str = "sq"
    note: str = ""

    @property
    def label(self) -> str:
        """The role as it is told to the visitor."""
        return f"{self.role.label}, {self.note}" if self.note else str(self.role.label)


ORGANISATION = "Vatra e Fëmijëve"
PRISHTINE, PRIZREN = "QPS Prishtinë", "QPS Prizren"
PRISHTINE_TEAM, PRIZREN_TEAM = "Ekipi Prishtinë 1", "Ekipi Prizren 1"

ADVOCACY_OFFICER, ADVOCACY_COLLEAGUE = "advocacy.officer", "advocacy.colleague"
PANEL_MEMBER, PSYCHOLOGIST, LAWYER = "panel.member", "panel.psychologist", "panel.lawyer"

SIGN_INS = (
    SignIn("social.worker", "Vjosa Kelmendi", Role.SOCIAL_WORKER, PRISHTINE_TEAM),
    SignIn("supervisor", "Shpresa Hoxha", Role.SUPERVISOR, PRISHTINE),
    SignIn("placement.officer", "Dragana Petrović", Role.PLACEMENT_OFFICER, ORGANISATION, "sr-latn"),
    SignIn(PANEL_MEMBER, "Agim Rexha", Role.PANEL_MEMBER, PRISHTINE),
    SignIn("safeguarding.officer", "Mirjeta Syla", Role.SAFEGUARDING_OFFICER, ORGANISATION),
    SignIn("hospital.counsellor", "Lule Ademi", Role.HOSPITAL_COUNSELLOR, PRISHTINE_TEAM),
    SignIn("carer", "Zoja Mehmeti", Role.CARER, PRISHTINE_TEAM),
    SignIn(ADVOCACY_OFFICER, "Bekim Sadiku", Role.ADVOCACY_OFFICER, ORGANISATION),
    SignIn("donor.relations", "Ayşe Hoca", Role.DONOR_RELATIONS, ORGANISATION),
    SignIn("auditor", "Milan Stojanović", Role.AUDITOR, ORGANISATION, "sr-latn"),
    SignIn("administrator", "Enes Hadžić", Role.ADMINISTRATOR, ORGANISATION),
    SignIn("young.person", "Albulena Morina", Role.YOUNG_PERSON, PRISHTINE_TEAM),
    SignIn("colleague", "Driton Berisha", Role.SOCIAL_WORKER, PRISHTINE_TEAM, note="same team"),
    SignIn("social.worker.prizren", "Selma Kurtagić", Role.SOCIAL_WORKER, PRIZREN_TEAM, note="another town"),
    SignIn("supervisor.prizren", "Burim Thaçi", Role.SUPERVISOR, PRIZREN, note="another town"),
)
# They work here and sign in as everybody does; the list a visitor is given names each role once.
ALSO_AT_WORK = (
    SignIn(PSYCHOLOGIST, "Elira Dobruna", Role.PANEL_MEMBER, PRISHTINE),
    SignIn(LAWYER, "Nikola Simić", Role.PANEL_MEMBER, PRISHTINE, "sr-latn"),
    SignIn(ADVOCACY_COLLEAGUE, "Teuta Zeka", Role.ADVOCACY_OFFICER, ORGANISATION),
)


@dataclass(frozen=True)
class Cast:
    """Everybody the stories need, on the day they are told."""

    today: date
    prishtine: Town
    prizren: Town
    users: dict[str, User]


def engage(*, today: date) -> Cast:
    """Set up the organisation with its two centres, and appoint everybody who works there."""
    since = today - timedelta(days=365 * YEARS_AT_WORK)
    units = _units(since)
    users = {who.username: _appointed(who, units[who.unit], since) for who in (*SIGN_INS, *ALSO_AT_WORK)}
    return Cast(
        today=today,
        prishtine=Town(
            today, "prishtine", units[PRISHTINE_TEAM], users["social.worker"], users["supervisor"]
        ),
        prizren=Town(
            today,
            "prizren",
            units[PRIZREN_TEAM],
            users["social.worker.prizren"],
            users["supervisor.prizren"],
        ),
        users=users,
    )


def _units(since: date) -> dict[str, Unit]:
    top = _unit(ORGANISATION, UnitKind.ORGANISATION, None, since)
    units = [top]
    for centre, team in ((PRISHTINE, PRISHTINE_TEAM), (PRIZREN, PRIZREN_TEAM)):
        units.append(_unit(centre, UnitKind.CENTRE, top, since))
        units.append(_unit(team, UnitKind.TEAM, units[-1], since))
    return {unit.name: unit for unit in units}


def _unit(name: str, kind: str, parent: Unit | None, since: date) -> Unit:
    return open_unit(name=name, kind=kind, parent=parent, first_day=since, by=_vatra(since))


def _appointed(who: SignIn, unit: Unit, since: date) -> User:
    """An account with its appointment; only a demonstration knows the password."""
    by = _vatra(since)
    user = open_account(
        username=who.username,
        full_name=who.full_name,
        language=who.language,
        email=f"{who.username}@{NOWHERE}",
        by=by,
    ).user
    appoint(user=user, unit=unit, role=who.role, first_day=since, reasons={}, by=by)
    if settings.DEMO:
        change_password(user=user, password=PASSWORD, by=acting(user, who.role, since))
    return user


def _vatra(on: date) -> Actor:
    """Vatra itself, as at the machine's own terminal."""
    return Actor(None, "", datetime.combine(on, IN_THE_MORNING, clock.LOCAL))
