"""Appointing a guardian, and the end of a guardianship."""

from datetime import date, timedelta

from vatra.casework.models import File
from vatra.kernel.atomic import atomic
from vatra.kernel.constraints import well_formed
from vatra.kernel.ledger import Actor, record
from vatra.law.models import Guardianship
from vatra.people.models import Person


@atomic()
def appoint_guardian(
    *,
    file: File,
    kind: str,
    from_day: date,
    by: Actor,
    guardian: Person | None = None,
    body: str | None = None,
) -> Guardianship:
    """From this day the child has this guardian; the one before ends the day before (R-10)."""
    file.guardianships.filter(last_day__isnull=True, first_day__lt=from_day).update(
        last_day=from_day - timedelta(days=1)
    )
    guardianship = Guardianship(
        file=file, kind=kind, guardian=guardian, body=body or None, first_day=from_day
    )
    well_formed(guardianship)
    guardianship.save()
    facts = {"kind": kind, "guardian": guardian.pk if guardian else None}
    record("appoint_guardian", by=by, chain=file.key, subject=guardianship, on=from_day, facts=facts)
    return guardianship


@atomic()
def end_guardianship(*, guardianship: Guardianship, on: date, why: str, by: Actor) -> Guardianship:
    """The guardianship ends with this day; the days after it are counted until there is a new one."""
    guardianship.last_day = on
    well_formed(guardianship)
    guardianship.save(update_fields=["last_day"])
    record("end_guardianship", by=by, chain=guardianship.file.key, subject=guardianship, on=on, why=why)
    return guardianship
