"""Setting, ending and correcting the legal ground on which a child is in care."""

from datetime import date, timedelta

from django.db.models import Q

from vatra.casework.models import File
from vatra.kernel.atomic import atomic
from vatra.kernel.constraints import well_formed
from vatra.kernel.ledger import Actor, record
from vatra.law.models import LegalStatus


@atomic()
def set_legal_status(
    *, file: File, kind: str, ordered_by: str, from_day: date, by: Actor, last_day: date | None = None
) -> LegalStatus:
    """From this day the child is in care on this legal ground; the one before ends the day before.

    `last_day` is the day an order expires, where one is set; four weeks before it somebody has to act.
    """
    goes_on = Q(last_day__isnull=True) | Q(last_day__gte=from_day)
    file.legal_statuses.filter(goes_on, first_day__lt=from_day).update(last_day=from_day - timedelta(days=1))
    status = LegalStatus(file=file, kind=kind, ordered_by=ordered_by, first_day=from_day, last_day=last_day)
    well_formed(status)
    status.save()
    facts = {"kind": kind, "last_day": last_day}
    record("set_legal_status", by=by, chain=file.key, subject=status, on=from_day, facts=facts)
    return status


@atomic()
def end_legal_status(*, status: LegalStatus, on: date, why: str, by: Actor) -> LegalStatus:
    """The legal ground ends with this day, earlier or later than it was ordered to, and nothing follows yet."""
    before = status.last_day
    status.last_day = on
    well_formed(status)
    status.save(update_fields=["last_day"])
    facts = {"before": before}
    record("end_legal_status", by=by, chain=status.file.key, subject=status, on=on, why=why, facts=facts)
    return status


@atomic()
def correct_legal_status(
    *,
    status: LegalStatus,
    kind: str,
    ordered_by: str,
    first_day: date,
    last_day: date | None,
    why: str,
    by: Actor,
) -> LegalStatus:
    """What was written about a legal status was wrong; the event keeps what it was, the row history the words."""
    before = {"kind": status.kind, "first_day": status.first_day, "last_day": status.last_day}
    status.kind, status.ordered_by = kind, ordered_by
    status.first_day, status.last_day = first_day, last_day
    well_formed(status)
    status.save(update_fields=["kind", "ordered_by", "first_day", "last_day"])
    record(
        "correct_legal_status",
        by=by,
        chain=status.file.key,
        subject=status,
        on=first_day,
        why=why,
        facts={"before": before},
    )
    return status
