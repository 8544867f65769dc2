"""What waits for those who answer for a unit, sit on a panel, or care for children at home."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from vatra.access.doors import Held
from vatra.access.models import Reach, Unit, User
from vatra.access.models.reach import Capacity
from vatra.access.roles import REACHES_UNITS_BELOW, Permission, roles_with
from vatra.casework.models import File
from vatra.decisions.models import Question
from vatra.desk.day.mine import DueFor, as_due
from vatra.desk.due import Due, rules_behind
from vatra.kernel.duty import Duty
from vatra.placements.models import Placement

MOST_LATE = 30


@dataclass(frozen=True)
class UnitsLate:
    """What is late in the units somebody answers for, the longest late first; at most thirty."""

    units: Sequence[Unit]
    late: Sequence[DueFor]

    @property
    def rules(self) -> list[Due]:
        """One duty for each rule that something here rests on."""
        return rules_behind(each.due for each in self.late)


def units_late(held: Held, *, on: date) -> UnitsLate:
    """The late list of a supervisor, and of others who reach all files of a unit and below."""
    roles = set(roles_with(Permission.SEE_CHILDREN_OF_UNIT)) & set(REACHES_UNITS_BELOW)
    units = {each.unit_id: each.unit for each in held.appointments if each.role in roles}
    if not units:
        return UnitsLate([], [])
    files = File.objects.filter(unit__lineage__overlap=list(units), closed_on__isnull=True)
    late = Duty.objects.about_files().overdue_on(on).filter(chain__in=files.values("key")).with_rules()
    duties = list(late.order_by("due_on", "pk")[:MOST_LATE])
    by_key = {
        file.key: file
        for file in File.objects.filter(key__in={duty.chain for duty in duties}).select_related(
            "child", "unit"
        )
    }
    return UnitsLate(list(units.values()), [DueFor(by_key[duty.chain], as_due(duty, on)) for duty in duties])


def questions_to_issue(user: User, held: Held, *, on: date) -> Sequence[Question]:
    """Questions that wait for somebody entitled to decide them; only for those who are."""
    if not held.may(Permission.ISSUE_DECISION):
        return []
    above = [each.unit_id for each in held.appointments if each.role in roles_with(Permission.ISSUE_DECISION)]
    near = Unit.objects.filter(lineage__overlap=above)
    undecided = Question.objects.undecided().filter(unit__in=near).order_by("asked_on", "pk")
    # Few questions are undecided: they are found first, so that reach is asked about them only.
    waiting = Question.objects.filter(pk__in=list(undecided.values_list("pk", flat=True)[:MOST_LATE]))
    visible = waiting.visible_to(user, on=on, to=Permission.ISSUE_DECISION)
    return list(visible.prefetch_related("children__file__child").order_by("asked_on", "pk"))


def living_with(user: User, *, on: date) -> Sequence[Placement]:
    """The children who live with a carer on a day."""
    reach = Reach.objects.on(on).filter(user=user, capacity=Capacity.CARER)
    stays = Placement.objects.open_on(on).filter(
        file__in=reach.values("file_id"), home__carers__person__user=user
    )
    return list(stays.select_related("file__child", "home").order_by("file__child_sort_key", "pk").distinct())
