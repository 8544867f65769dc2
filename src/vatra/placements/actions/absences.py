"""Days away."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from vatra.kernel.atomic import atomic
from vatra.kernel.concern import Concern, Refused, Severity
from vatra.kernel.constraints import well_formed
from vatra.kernel.ledger import Actor, record
from vatra.placements.models import Absence, Placement


@atomic()
def record_absence(
    *, placement: Placement, kind: str, first_day: date, last_day: date | None, account: str, by: Actor
) -> Absence:
    """The child is elsewhere on these days although the stay goes on."""
    if not placement.period.contains(first_day) or (last_day and not placement.period.contains(last_day)):
        sentence = _("The child did not live in this home on all of these days.")
        raise Refused([Concern("absence-outside-stay", Severity.BLOCK, sentence)])
    absence = Absence(placement=placement, kind=kind, first_day=first_day, last_day=last_day, account=account)
    well_formed(absence)
    absence.save()
    facts = {"kind": kind}
    record("record_absence", by=by, chain=placement.file.key, subject=absence, on=first_day, facts=facts)
    return absence


@atomic()
def end_absence(*, absence: Absence, last_day: date, by: Actor) -> Absence:
    """The child is back after this day."""
    absence.last_day = last_day
    well_formed(absence)
    absence.save(update_fields=["last_day"])
    record("end_absence", by=by, chain=absence.placement.file.key, subject=absence, on=last_day)
    return absence
