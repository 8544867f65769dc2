"""The days of an invented proceeding: its steps one after the other, hearings put off and held, and its end."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from vatra.exchange.invented import calibration as known
from vatra.exchange.invented.chance import Chance, coded
from vatra.law.proceedings.words import ProceedingOutcome, StepKind

_OUTCOMES = coded(
    {
        ProceedingOutcome.GRANTED: 78,
        ProceedingOutcome.PARTLY_GRANTED: 10,
        ProceedingOutcome.REFUSED: 7,
        ProceedingOutcome.WITHDRAWN: 5,
    }
)
MOST_STEPS = 12


@dataclass(frozen=True)
class Step:
    """When a step was planned, for which day, and on which day it was taken or put off, if it was."""

    is_hearing: bool
    planned_on: date
    due_on: date
    done_on: date | None = None
    is_put_off: bool = False

    @property
    def kind(self) -> str:
        """Whether people meet for it, by its code."""
        return (StepKind.HEARING if self.is_hearing else StepKind.STEP).value


@dataclass(frozen=True)
class Course:
    """From the day an authority was asked until it decided, the child left care, or today."""

    opened_on: date
    closed_on: date | None
    outcome: str | None
    steps: list[Step]


def course_at_court(chance: Chance, on: date, *, left_on: date | None, today: date) -> Course:
    """The course of a proceeding from the day it was asked for; it falls away when the child leaves care."""
    until = left_on or today
    decided_on = on + timedelta(days=chance.skewed(known.DAYS_OF_PROCEEDING, known.DAYS_OF_PROCEEDING_SPREAD))
    if decided_on <= until:
        steps = [step for step in _steps(chance, on, decided_on) if step.done_on]
        return Course(on, decided_on, chance.of(_OUTCOMES), _held_in_the_end(steps))
    lapsed = ProceedingOutcome.LAPSED.value if left_on else None
    return Course(on, left_on, lapsed, _held_in_the_end(list(_steps(chance, on, until))))


def _held_in_the_end(steps: list[Step]) -> list[Step]:
    """No hearing is put off without another day: the last one was held."""
    return [*steps[:-1], replace(steps[-1], is_put_off=False)] if steps else []


def _steps(chance: Chance, opened_on: date, until: date) -> Iterator[Step]:
    """One step after the other; the last is still to be taken by the end. Who puts a hearing off plans it anew."""
    planned_on, is_hearing = opened_on, False
    for _number in range(MOST_STEPS):
        due_on = planned_on + timedelta(days=chance.between(14, 75))
        done_on = due_on + timedelta(days=0 if is_hearing else chance.between(-10, 15))
        if done_on > until:
            yield Step(is_hearing, planned_on, due_on)
            return
        is_put_off = is_hearing and chance.happens(known.SHARE_PUT_OFF)
        yield Step(is_hearing, planned_on, due_on, done_on, is_put_off)
        planned_on, is_hearing = done_on, is_put_off or chance.happens(0.5)
