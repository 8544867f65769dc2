"""Who has to see what is so late that the worker alone cannot be left with it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from vatra.access.models import Appointment, User
from vatra.access.roles import Role
from vatra.kernel.duty import ClockRule

To = ClockRule.EscalateTo

# There is no role of its own for the head of a unit: a supervisor of the unit above answers for those below.
ROLE = {
    To.SUPERVISOR: Role.SUPERVISOR,
    To.UNIT_HEAD: Role.SUPERVISOR,
    To.SAFEGUARDING: Role.SAFEGUARDING_OFFICER,
}


class Entitled:
    """Supervisors and safeguarding officers of a day who may sign in and have an address, by their units."""

    def __init__(self, on: date) -> None:
        self._by_unit: dict[tuple[int, str], list[User]] = defaultdict(list)
        held = Appointment.objects.held_on(on).filter(role__in=set(ROLE.values()), user__is_active=True)
        for each in held.exclude(user__email="").select_related("user"):
            self._by_unit[each.unit_id, each.role].append(each.user)

    def among(self, lineage: Sequence[int], to: str) -> list[User]:
        """Whom a rule means for a file whose unit has this lineage, itself last.

        The nearest who hold the role: in the unit, else above it. For the head of the unit the next above
        those, where there is one. Nobody is told where nobody can be.
        """
        found = list(self._upwards(lineage, ROLE[To(to)]))
        if not found:
            return []
        return found[1] if to == To.UNIT_HEAD and len(found) > 1 else found[0]

    def _upwards(self, lineage: Sequence[int], role: Role) -> Iterator[list[User]]:
        for unit in reversed(lineage):
            if users := self._by_unit.get((unit, role)):
                yield users
