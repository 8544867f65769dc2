"""Bringing stored rows in line with wanted ones: write what is new, change what differs, remove what is gone."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Generic, TypeVar

from django.db.models import Model, QuerySet

BATCH = 1_000

M = TypeVar("M", bound=Model)
Key = Callable[[M], Hashable]


class Difference(Generic[M]):
    """What has to be done so that the stored rows say what is wanted; rows are matched by their key."""

    def __init__(self, stored: Iterable[M], wanted: Iterable[M], key: Key[M], fields: Sequence[str]) -> None:
        self.fields = fields
        self.new: list[M] = []
        self.changed: list[M] = []
        held = {key(row): row for row in stored}
        for row in wanted:
            before = held.pop(key(row), None)
            if before is None:
                self.new.append(row)
            elif self._take_over(before, row):
                self.changed.append(before)
        self.gone: list[M] = list(held.values())

    def write(self, model: type[M]) -> None:
        """Do it; rows that are gone stay in the row history."""
        rows: QuerySet[M] = QuerySet(model)
        if self.gone:
            rows.filter(pk__in=[row.pk for row in self.gone]).delete()
        if self.changed:
            rows.bulk_update(self.changed, self.fields, batch_size=BATCH)
        rows.bulk_create(self.new, batch_size=BATCH)

    def _take_over(self, before: M, row: M) -> bool:
        differs = False
        for field in self.fields:
            wanted = getattr(row, field)
            if getattr(before, field) != wanted:
                setattr(before, field, wanted)
                differs = True
        return differs
