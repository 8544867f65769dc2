"""Opening a proceeding, its steps and hearings, and its end."""

from datetime import date, time

from django.db.models import Max

from vatra.casework.models import File
from vatra.casework.rules import written_about_the_future, written_after_closing
from vatra.kernel.atomic import atomic
from vatra.kernel.concern import heed
from vatra.kernel.constraints import well_formed
from vatra.kernel.ledger import Actor, record
from vatra.law.models import Proceeding, ProceedingStep
from vatra.law.proceedings.going_on import going_on
from vatra.law.proceedings.rules import day_in_proceeding, not_before_it_opened, not_taken_yet, nothing_after


@atomic()
def open_proceeding(
    *, file: File, kind: str, authority: str, seat: str, case_number: str, opened_on: date, by: Actor
) -> Proceeding:
    """An authority is asked to decide about the child; from this day the child waits for it (R-19)."""
    heed(
        [
            *written_about_the_future(opened_on, by.today),
            *written_after_closing(opened_on, file.closed_on),
        ],
        {},
    )
    proceeding = Proceeding(
        file=file, kind=kind, authority=authority, seat=seat, case_number=case_number, opened_on=opened_on
    )
    well_formed(proceeding)
    proceeding.save()
    facts = {"kind": kind, "authority": authority}
    record("open_proceeding", by=by, chain=file.key, subject=proceeding, on=opened_on, facts=facts)
    return proceeding


@atomic()
def plan_step(
    *,
    proceeding: Proceeding,
    kind: str,
    what: str,
    authority: str,
    due_on: date,
    by: Actor,
    hour: time | None = None,
    place: str = "",
) -> ProceedingStep:
    """What is to be done next, by whom and by which day; its clock runs until it is taken (R-19)."""
    proceeding = going_on(proceeding)
    heed(not_before_it_opened(due_on, proceeding.opened_on), {})
    step = ProceedingStep(
        proceeding=proceeding,
        kind=kind,
        what=what,
        authority=authority,
        due_on=due_on,
        hour=hour,
        place=place,
    )
    well_formed(step)
    step.save()
    facts = {"proceeding": proceeding.pk, "kind": kind, "authority": authority}
    record("plan_step", by=by, chain=proceeding.file.key, subject=step, on=due_on, facts=facts)
    return step


@atomic()
def take_step(*, step: ProceedingStep, done_on: date, result: str, by: Actor) -> ProceedingStep:
    """The step was taken, or the hearing held, on this day, and this came of it."""
    proceeding = going_on(step.proceeding)
    step.refresh_from_db(fields=["done_on"])
    days = day_in_proceeding(done_on, opened_on=proceeding.opened_on, today=by.today)
    heed([*not_taken_yet(step.done_on), *days], {})
    step.done_on, step.result = done_on, result
    well_formed(step)
    step.save(update_fields=["done_on", "result"])
    facts = {"proceeding": proceeding.pk, "kind": step.kind}
    record("take_step", by=by, chain=proceeding.file.key, subject=step, on=done_on, facts=facts)
    return step


@atomic()
def close_proceeding(*, proceeding: Proceeding, closed_on: date, outcome: str, by: Actor) -> Proceeding:
    """The authority has decided, or is no longer asked; steps not taken by then fall away."""
    proceeding = going_on(proceeding)
    last = proceeding.steps.aggregate(last=Max("done_on"))["last"]
    heed([*written_about_the_future(closed_on, by.today), *nothing_after(closed_on, last)], {})
    proceeding.closed_on, proceeding.outcome = closed_on, outcome
    well_formed(proceeding)
    proceeding.save(update_fields=["closed_on", "outcome"])
    facts = {"outcome": outcome}
    record(
        "close_proceeding",
        by=by,
        chain=proceeding.file.key,
        subject=proceeding,
        on=closed_on,
        facts=facts,
    )
    return proceeding
