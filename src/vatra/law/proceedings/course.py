"""How a proceeding stands on a day: what is next, what holds it up, and how long it has been waiting."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from vatra.casework.models import File
from vatra.kernel.period import Period
from vatra.law.models import Blocker, Proceeding, ProceedingStep
from vatra.law.names import Called, Names


@dataclass(frozen=True)
class StepSeen:
    """A step with the name of the authority that is to take it, and of the one that put it off where one did."""

    step: ProceedingStep
    authority: Called
    is_late: bool
    put_off_by: Called | None = None


@dataclass(frozen=True)
class BlockerSeen:
    """What holds or held a proceeding up, for how many days so far, and who answers for it."""

    blocker: Blocker
    authority: Called
    days: int


@dataclass(frozen=True)
class Course:
    """A proceeding as it stands on a day."""

    proceeding: Proceeding
    on: date
    authority: Called
    steps: Sequence[StepSeen]
    blockers: Sequence[BlockerSeen]

    @property
    def next_step(self) -> StepSeen | None:
        """The earliest step that has not been taken; none once the proceeding is closed."""
        to_come = (seen for seen in self.steps if seen.step.done_on is None)
        return next(to_come, None) if self.proceeding.is_open else None

    @property
    def put_off(self) -> list[StepSeen]:
        """The hearings that did not take place on their day, in the order of those days."""
        return [seen for seen in self.steps if seen.step.was_put_off]

    @property
    def holding_up(self) -> list[BlockerSeen]:
        """What holds the proceeding up on the day, the longest first."""
        if not self.proceeding.is_open:
            return []
        return [seen for seen in self.blockers if seen.blocker.last_day is None]

    @property
    def blocked_since(self) -> date | None:
        """Since when it cannot go on."""
        return self.holding_up[0].blocker.first_day if self.holding_up else None

    @property
    def days_waiting(self) -> int:
        """How many days the child has waited for this proceeding, until the day or until it was closed."""
        return Period(self.proceeding.opened_on, self.proceeding.closed_on).days(self.on)


def courses_of(file: File, names: Names, *, on: date) -> list[Course]:
    """Every proceeding of a file, those still open first, the latest first. Three queries."""
    proceedings = file.proceedings.prefetch_related("steps", "blockers").order_by("-opened_on", "-pk")
    return sorted(
        (course_of(proceeding, names, on=on) for proceeding in proceedings),
        key=lambda course: not course.proceeding.is_open,
    )


def course_of(proceeding: Proceeding, names: Names, *, on: date) -> Course:
    """How one proceeding stands."""
    return Course(
        proceeding=proceeding,
        on=on,
        authority=names.authority(proceeding.authority),
        steps=[
            _seen(step, proceeding, names, on)
            for step in sorted(proceeding.steps.all(), key=lambda step: (step.due_on, step.pk))
        ],
        blockers=[
            BlockerSeen(blocker, names.authority(blocker.authority), _days(blocker, proceeding, on))
            for blocker in sorted(proceeding.blockers.all(), key=lambda each: (each.first_day, each.pk))
        ],
    )


def _seen(step: ProceedingStep, proceeding: Proceeding, names: Names, on: date) -> StepSeen:
    put_off_by = names.authority(step.put_off_authority) if step.put_off_authority else None
    return StepSeen(step, names.authority(step.authority), _is_late(step, proceeding, on), put_off_by)


def _is_late(step: ProceedingStep, proceeding: Proceeding, on: date) -> bool:
    return proceeding.is_open and step.done_on is None and step.due_on < on


def _days(blocker: Blocker, proceeding: Proceeding, on: date) -> int:
    last_day = blocker.last_day or proceeding.closed_on
    return Period(blocker.first_day, last_day).days(on)
