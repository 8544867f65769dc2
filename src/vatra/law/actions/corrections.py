"""Correcting a step that was planned wrong, while nobody has taken it."""

from datetime import date, time

from vatra.kernel.atomic import atomic
from vatra.kernel.concern import Concern, heed
from vatra.kernel.constraints import well_formed
from vatra.kernel.ledger import Actor, record
from vatra.law.models import ProceedingStep
from vatra.law.proceedings.going_on import going_on
from vatra.law.proceedings.rules import (
    not_before_it_opened,
    not_taken_yet,
    put_off_to_a_later_day,
    something_is_corrected,
)

AS_PLANNED = ("what", "authority", "due_on", "hour", "place")


@atomic()
def correct_step(
    *,
    step: ProceedingStep,
    what: str,
    authority: str,
    due_on: date,
    why: str,
    by: Actor,
    hour: time | None = None,
    place: str = "",
) -> ProceedingStep:
    """What was planned was written down wrong; its clock follows the day that is right (R-19).

    The event keeps what changed and the reason, the row history the words. A hearing that the court itself moved is
    put off instead: that it was moved is part of how long the child waits.
    """
    proceeding = going_on(step.proceeding)
    step.refresh_from_db(fields=["done_on", *AS_PLANNED])
    right = {"what": what, "authority": authority, "due_on": due_on, "hour": hour, "place": place}
    changed = [name for name, value in right.items() if getattr(step, name) != value]
    before = {"authority": step.authority, "due_on": step.due_on}
    heed([*something_is_corrected(changed), *_against_correcting(step, due_on)], {})
    for name in changed:
        setattr(step, name, right[name])
    well_formed(step)
    step.save(update_fields=changed)
    facts = {"proceeding": proceeding.pk, "changed": changed, "before": before}
    record("correct_step", by=by, chain=proceeding.file.key, subject=step, on=due_on, why=why, facts=facts)
    return step


def _against_correcting(step: ProceedingStep, due_on: date) -> list[Concern]:
    return [
        *not_taken_yet(step.done_on),
        *not_before_it_opened(due_on, step.proceeding.opened_on),
        *_still_after_the_one_put_off(step, due_on),
    ]


def _still_after_the_one_put_off(step: ProceedingStep, due_on: date) -> list[Concern]:
    """A hearing held instead of another stays later than that one was, and than the day it was put off."""
    before = step.instead_of
    if before is None or before.done_on is None:
        return []
    return put_off_to_a_later_day(due_on, planned_for=before.due_on, put_off_on=before.done_on)
