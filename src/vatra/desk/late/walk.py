"""The duties of many files or homes, which the database finds by one of two ways."""

from collections.abc import Sequence
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import BooleanField, F, Func, OuterRef, QuerySet, Subquery

from vatra.kernel.duty.models.duty import DutyQuerySet

# Up to so many are looked up one by one; of more, the duties are walked in their order and the others left out.
FEW = 5_000


def duties_of(duties: DutyQuerySet, records: QuerySet[Any], *, units: Sequence[int]) -> DutyQuerySet:
    """The duties of these files or homes, all of which belong to these units."""
    if records.order_by()[: FEW + 1].count() <= FEW:
        return among(duties, records)
    unit = records.model.objects.filter(key=OuterRef("chain")).values("unit")
    return duties.alias(unit=Subquery(unit)).filter(unit__in=units)


def among(duties: DutyQuerySet, records: QuerySet[Any]) -> DutyQuerySet:
    """The duties of these files or homes, looked up one by one."""
    return duties.filter(_OneOf(F("chain"), ArraySubquery(records.order_by().values("key"))))


class _OneOf(Func):
    """`x = ANY(ARRAY(…))`: one look into the index for each element, whatever the database guesses of their number."""

    template = "%(expressions)s)"
    arg_joiner = " = ANY("
    output_field = BooleanField()
