"""The files that somebody sees on lists: those of whole units, and those the person answers for."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import QuerySet

from vatra.access.doors import Held
from vatra.access.models import Unit, User
from vatra.access.reached import units_reached
from vatra.access.roles import Permission, Role
from vatra.casework.models import File, FileWorker
from vatra.casework.models.file import Files
from vatra.desk.late.one_of import one_of


@dataclass(frozen=True)
class Listed:
    """The same files as `Files.visible_to` for SEE_CHILDREN_OF_UNIT, said by units, so that a list is one index walk.

    `answered_for` are files of other units for which the person answers.
    """

    units: Sequence[Unit]
    answered_for: Sequence[int] = ()

    @property
    def unit_ids(self) -> list[int]:
        """The units by their numbers."""
        return [unit.pk for unit in self.units]

    @property
    def files(self) -> Files:
        """The open files among them."""
        among = one_of("unit", self.unit_ids) | one_of("pk", self.answered_for)
        return File.objects.filter(among, closed_on__isnull=True)

    def within(self, unit: Unit) -> "Listed":
        """Only those of a unit and of the units below it."""
        below = [each for each in self.units if unit.pk in each.lineage]
        return replace(self, units=below, answered_for=())

    def right_below(self, unit: Unit) -> list[Unit]:
        """The units that stand right below a unit: a whole organisation is looked at centre by centre."""
        return [each for each in self.units if each.parent_id == unit.pk]


def listed_for(user: User, held: Held, *, on: date) -> Listed:
    """What somebody sees on lists on a day; two queries, one for those who answer for no child."""
    units = units_reached(held, Permission.SEE_CHILDREN_OF_UNIT)
    if Role.SOCIAL_WORKER not in held.roles():
        return Listed(units)
    answered = files_answered_for(user.pk, on=on).values_list("file", flat=True)
    return Listed(units, list(answered))


def files_answered_for(worker: int, *, on: date) -> QuerySet[FileWorker]:
    """For which files a worker answers on a day."""
    return FileWorker.objects.held_on(on).filter(worker=worker)
