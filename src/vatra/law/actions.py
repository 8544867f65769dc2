"""Acts of law: appointing a guardian, setting a legal status."""

from datetime import date, timedelta

from vatra.casework.models import File
from vatra.kernel.atomic import atomic
from vatra.kernel.constraints import well_formed
from vatra.kernel.ledger import Actor, record
from vatra.law.models import Guardianship, LegalStatus
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


@atomic()
def set_legal_status(*, file: File, kind: str, ordered_by: str, from_day: date, by: Actor) -> LegalStatus:
    """From this day the child is in care on this legal ground; the one before ends the day before."""
    file.legal_statuses.filter(last_day__isnull=True, first_day__lt=from_day).update(
        last_day=from_day - timedelta(days=1)
    )
    status = LegalStatus(file=file, kind=kind, ordered_by=ordered_by, first_day=from_day)
    well_formed(status)
    status.save()
    record("set_legal_status", by=by, chain=file.key, subject=status, on=from_day, facts={"kind": kind})
    return status
