"""Opening and closing units."""

from datetime import date

from django.db.models import Q

from vatra.access.keeping import units_kept
from vatra.access.models import Unit
from vatra.access.rules import NewUnitFacts, may_close_unit, may_open_unit
from vatra.kernel.atomic import atomic
from vatra.kernel.concern import heed
from vatra.kernel.ledger import Actor, record


@atomic()
def open_unit(*, name: str, kind: str, parent: Unit | None, first_day: date, by: Actor) -> Unit:
    """From this day the organisation has a part that answers for children's files."""
    heed(may_open_unit(_facts(parent, first_day, by)), {})
    unit = Unit(name=name, kind=kind, parent=parent, first_day=first_day)
    unit.full_clean()
    unit.save()
    facts = {"kind": kind, "parent": parent.pk if parent else None}
    record("open_unit", by=by, chain=unit.key, subject=unit, on=first_day, facts=facts)
    return unit


def _facts(parent: Unit | None, first_day: date, by: Actor) -> NewUnitFacts:
    return NewUnitFacts(
        has_parent=parent is not None,
        parent_is_kept=parent is not None and units_kept(by).filter(pk=parent.pk).exists(),
        parent_is_open=parent is not None and parent.is_open_on(first_day),
        by_a_person=by.user_id is not None,
    )


@atomic()
def close_unit(*, unit: Unit, last_day: date, why: str, by: Actor) -> Unit:
    """After this day the unit answers for nothing; nobody may be appointed there any more."""
    goes_on = Q(last_day__isnull=True) | Q(last_day__gt=last_day)
    concerns = may_close_unit(
        is_kept=units_kept(by).filter(pk=unit.pk).exists(),
        people=unit.appointments.filter(goes_on).count(),
        units_below=unit.children.filter(goes_on).count(),
    )
    heed(concerns, {})
    unit.last_day = last_day
    unit.full_clean()
    unit.save(update_fields=["last_day"])
    record("close_unit", by=by, chain=unit.key, subject=unit, on=last_day, why=why)
    return unit
