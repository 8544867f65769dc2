"""Putting off a hearing: it did not take place on its day, and another day is planned for it."""

from dataclasses import dataclass
from datetime import date, time

from vatra.kernel.atomic import atomic
from vatra.kernel.concern import Concern, heed
from vatra.kernel.constraints import well_formed
from vatra.kernel.ledger import Actor, record
from vatra.law.models import ProceedingStep
from vatra.law.proceedings.going_on import going_on
from vatra.law.proceedings.rules import (
    day_in_proceeding,
    not_taken_yet,
    only_a_hearing_is_put_off,
    put_off_to_a_later_day,
)


@dataclass(frozen=True)
class NewDay:
    """When and where a hearing that was put off is to be held."""

    due_on: date
    place: str
    hour: time | None = None


@atomic()
def put_off_hearing(
    *,
    step: ProceedingStep,
    put_off_on: date,
    because: str,
    account: str,
    authority: str,
    to: NewDay,
    by: Actor,
) -> ProceedingStep:
    """The hearing did not take place: this authority put it off for this reason to a new day, which its clock follows (R-19).

    Returns the hearing that is to be held instead.
    """
    proceeding = going_on(step.proceeding)
    step.refresh_from_db(fields=["done_on"])
    days = day_in_proceeding(put_off_on, opened_on=proceeding.opened_on, today=by.today)
    heed([*_against_putting_off(step, to, put_off_on), *days], {})
    step.done_on, step.result = put_off_on, account
    step.put_off_because, step.put_off_authority = because, authority
    well_formed(step)
    step.save(update_fields=["done_on", "result", "put_off_because", "put_off_authority"])
    instead = _held_instead(step, to)
    facts = {"proceeding": proceeding.pk, "because": because, "authority": authority, "to": instead.due_on}
    record(
        "put_off_hearing",
        by=by,
        chain=proceeding.file.key,
        subject=step,
        on=put_off_on,
        why=account,
        facts=facts,
    )
    return instead


def _against_putting_off(step: ProceedingStep, to: NewDay, put_off_on: date) -> list[Concern]:
    return [
        *only_a_hearing_is_put_off(is_hearing=step.is_hearing),
        *not_taken_yet(step.done_on),
        *put_off_to_a_later_day(to.due_on, planned_for=step.due_on, put_off_on=put_off_on),
    ]


def _held_instead(step: ProceedingStep, to: NewDay) -> ProceedingStep:
    """The same hearing before the same authority, on its new day."""
    instead = ProceedingStep(
        proceeding=step.proceeding,
        kind=step.kind,
        what=step.what,
        authority=step.authority,
        due_on=to.due_on,
        hour=to.hour,
        place=to.place,
        instead_of=step,
    )
    well_formed(instead)
    instead.save()
    return instead
