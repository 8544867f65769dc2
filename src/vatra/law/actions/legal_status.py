"""Setting the legal ground on which a child is in care."""

from datetime import date, timedelta

from vatra.casework.models import File
from vatra.kernel.atomic import atomic
from vatra.kernel.constraints import well_formed
from vatra.kernel.ledger import Actor, record
from vatra.law.models import LegalStatus


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
