"""Stopping the clock of a duty, and letting it go on: both only for a reason."""

from datetime import date

from vatra.casework.models import File
from vatra.casework.rules import written_about_the_future
from vatra.kernel.atomic import atomic
from vatra.kernel.concern import heed
from vatra.kernel.constraints import well_formed
from vatra.kernel.duty import ClockStop, Duty
from vatra.kernel.ledger import Actor, record
from vatra.law.rules import goes_on_already


@atomic()
def stop_clock(*, file: File, duty: Duty, from_day: date, why: str, by: Actor) -> ClockStop:
    """From this day the clock of a duty stands still: it is neither late nor escalated until it goes on."""
    heed(written_about_the_future(from_day, by.today), {})
    stop = ClockStop(chain=file.key, rule=duty.rule, ref=duty.ref, first_day=from_day, why_stopped=why)
    well_formed(stop)
    stop.save()
    facts = {"rule": duty.rule, "ref": duty.ref}
    record("stop_clock", by=by, chain=file.key, subject=stop, on=from_day, why=why, facts=facts)
    return stop


@atomic()
def resume_clock(*, file: File, stop: ClockStop, last_day: date, why: str, by: Actor) -> ClockStop:
    """The clock goes on after this day; the days it stood still are added to the day the duty is due."""
    heed([*goes_on_already(stop.last_day), *written_about_the_future(last_day, by.today)], {})
    stop.last_day, stop.why_resumed = last_day, why
    well_formed(stop)
    stop.save(update_fields=["last_day", "why_resumed"])
    facts = {"rule": stop.rule, "ref": stop.ref}
    record("resume_clock", by=by, chain=file.key, subject=stop, on=last_day, why=why, facts=facts)
    return stop
