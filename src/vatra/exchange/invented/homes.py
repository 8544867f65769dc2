"""Homes of a team: relatives' own, and families and houses in which several children live at different times."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID

from vatra.access.roles import Role
from vatra.exchange.invented.caseload import Caseload
from vatra.exchange.invented.life import Stay
from vatra.exchange.invented.names import NAMES
from vatra.exchange.invented.people import Known, register
from vatra.homes.models import Capacity, Carer, Home
from vatra.homes.words import FormOfCare
from vatra.kernel.jurisdiction import the_law_here
from vatra.people.words import Language, Sex

FOREVER = date.max
DAYS_OPEN_BEFORE = 200
LOOKED_AT = 8
PLACES = {
    FormOfCare.FOSTER_SHORT: 3,
    FormOfCare.FOSTER_LONG: 3,
    FormOfCare.FOSTER_EMERGENCY: 3,
    FormOfCare.FOSTER_SPECIALISED: 2,
    FormOfCare.SOS_FAMILY: 6,
    FormOfCare.SMALL_GROUP_HOME: 8,
    FormOfCare.RESIDENTIAL: 12,
    FormOfCare.SUPERVISED_INDEPENDENT: 4,
}
_CALLED = {
    FormOfCare.SOS_FAMILY: "Familja SOS {}",
    FormOfCare.SMALL_GROUP_HOME: "Shtëpia e vogël {}",
    FormOfCare.RESIDENTIAL: "Shtëpia {}",
    FormOfCare.SUPERVISED_INDEPENDENT: "Banesa {}",
}


@dataclass
class Place:
    """A home and the days on which its places are taken."""

    number: int
    places: int
    first_day: date
    taken: list[tuple[date, date]] = field(default_factory=list)

    def has_room(self, first_day: date, last_day: date, children: int) -> bool:
        """Whether so many more may live here on all of these days."""
        together = sum(1 for first, last in self.taken if first <= last_day and last >= first_day)
        return self.first_day <= first_day and together + children <= self.places


class Homes:
    """The homes opened so far."""

    def __init__(self, caseload: Caseload) -> None:
        self._caseload = caseload
        self._by_form: dict[FormOfCare, list[Place]] = defaultdict(list)
        self._relatives: dict[UUID, Place] = {}

    def for_stay(self, stay: Stay, relative: Known, children: int) -> int:
        """The home for brothers and sisters who live together on these days."""
        last_day = stay.last_day or FOREVER
        place = self._relative(stay, relative) if stay.form == FormOfCare.KINSHIP else None
        place = place or self._with_room(stay, last_day, children) or self._opened(stay, children)
        place.taken += [(stay.first_day, last_day)] * children
        return place.number

    def _relative(self, stay: Stay, relative: Known) -> Place:
        if relative.key not in self._relatives:
            self._relatives[relative.key] = self._written(stay, relative, places=5)
        return self._relatives[relative.key]

    def _with_room(self, stay: Stay, last_day: date, children: int) -> Place | None:
        for place in self._by_form[stay.form][-LOOKED_AT:]:
            if place.has_room(stay.first_day, last_day, children):
                return place
        return None

    def _opened(self, stay: Stay, children: int) -> Place:
        place = self._written(stay, self._carer(stay), places=max(children, PLACES[stay.form]))
        self._by_form[stay.form].append(place)
        return place

    def _carer(self, stay: Stay) -> Known:
        caseload, names = self._caseload, NAMES[Language.ALBANIAN]
        chance = caseload.chance
        return register(
            caseload,
            given=chance.of(names.girls),
            family=chance.of(names.families),
            sex=Sex.FEMALE,
            born=date(stay.first_day.year - chance.between(30, 55), 1, 1),
            language=Language.ALBANIAN,
            on=stay.first_day - timedelta(days=DAYS_OPEN_BEFORE),
            by=caseload.team.workers[0],
        )

    def _written(self, stay: Stay, carer: Known, *, places: int) -> Place:
        caseload, rows, team = self._caseload, self._caseload.rows, self._caseload.team
        is_kin = stay.form == FormOfCare.KINSHIP
        since = stay.first_day - timedelta(days=0 if is_kin else DAYS_OPEN_BEFORE)
        key = caseload.chance.key()
        home = rows.add(
            Home,
            key=key,
            name=_CALLED.get(stay.form, "Familja {}").format(carer.name),
            form=stay.form.value,
            unit_id=team.unit,
            jurisdiction=the_law_here(),
            municipality=team.municipality.value,
            first_day=since,
            is_invented=True,
        )
        caseload.homes.append(key)
        facts = {"form": stay.form.value}
        caseload.act("open_home", team.supervisor, key, (Home, home), since, facts, Role.SUPERVISOR)
        self._agree(key, home, carer, places, since)
        return Place(home, places, since)

    def _agree(self, key: UUID, home: int, carer: Known, places: int, since: date) -> None:
        """Who cares for the children, and for how many."""
        caseload, supervisor = self._caseload, self._caseload.team.supervisor
        cares = caseload.rows.add(Carer, home_id=home, person_id=carer.number, first_day=since)
        facts = {"person": carer.number}
        caseload.act("name_carer", supervisor, key, (Carer, cares), since, facts, Role.SUPERVISOR)
        agreed = caseload.rows.add(Capacity, home_id=home, children=places, first_day=since)
        facts = {"children": places}
        caseload.act("agree_capacity", supervisor, key, (Capacity, agreed), since, facts, Role.SUPERVISOR)
