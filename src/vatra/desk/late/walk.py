"""The duties of many files or homes, which the database finds by one of two ways."""

from collections.abc import Sequence
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, QuerySet, Subquery

from vatra.desk.late.one_of import OneOf, one_of
from vatra.homes.models import Home
from vatra.kernel.duty.models.duty import DutyQuerySet

# Up to so many are looked up one by one; of more, the duties are walked in their order and the others left out.
FEW = 5_000


def duties_of(duties: DutyQuerySet, records: QuerySet[Any], *, units: Sequence[int]) -> DutyQuerySet:
    """The duties of these files or homes, all of which belong to these units."""
    duties = duties.about_homes() if records.model is Home else duties.about_files()
    if records.order_by()[: FEW + 1].count() <= FEW:
        return among(duties, records)
    unit = records.model.objects.filter(key=OuterRef("chain")).values("unit")
    return duties.alias(unit=Subquery(unit)).filter(one_of("unit", units))


def among(duties: DutyQuerySet, records: QuerySet[Any]) -> DutyQuerySet:
    """The duties of these files or homes, looked up one by one whatever the database guesses of their number."""
    return duties.filter(OneOf(F("chain"), ArraySubquery(records.order_by().values("key"))))
