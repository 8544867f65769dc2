"""The belonging gauge: of the children in care in some units, how many lack what on a day (promise 1, R-10)."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import connection

from vatra.access.models import Unit
from vatra.casework.models import File
from vatra.desk.belonging import LEFT_CARE, Need
from vatra.desk.lacking import Lacking, lacking
from vatra.desk.late.listed import Listed

PAGE = 30
# The word in addresses for every child in care, whatever is lacking.
IN_CARE = "in-care"

_LACKING = ", ".join(f"count(*) FILTER (WHERE without_{need.value})" for need in Need)
_COUNTED = f"SELECT unit_id, count(*), {_LACKING} FROM desk_belonging(%s, %s, %s) GROUP BY unit_id"  # noqa: S608
_CHILDREN = """
    SELECT f.id FROM desk_belonging(%s, %s, %s) AS b INNER JOIN casework_file AS f ON f.id = b.file_id
    WHERE (%s = '{in_care}' OR {lacking})
    AND (%s::bigint IS NULL OR (f.child_sort_key, f.id) > (SELECT a.child_sort_key, a.id FROM casework_file AS a WHERE a.id = %s))
    ORDER BY f.child_sort_key, f.id LIMIT %s
""".format(  # noqa: S608 - the words are our own
    in_care=IN_CARE, lacking=" OR ".join(f"(%s = '{need.value}' AND without_{need.value})" for need in Need)
)


@dataclass(frozen=True)
class Gauge:
    """How many children of a unit are in care on a day, and how many of them lack each of the needs."""

    unit: Unit
    in_care: int
    lacking: Mapping[Need, int]


def gauges(listed: Listed, units: Iterable[Unit], *, on: date) -> list[Gauge]:
    """The gauge of each of these units with everything below it; one query."""
    with connection.cursor() as cursor:
        cursor.execute(_COUNTED, [on, listed.unit_ids, _left_care()])
        counted = {unit: numbers for unit, *numbers in cursor.fetchall()}
    return [_gauge(unit, listed, counted) for unit in units]


def children_lacking(
    listed: Listed, what: str, *, on: date, after: int | None
) -> tuple[list[Lacking], int | None]:
    """One page of the children behind a number, in the order of their names, and where the next one goes on."""
    given = [on, listed.unit_ids, _left_care(), what, *[what] * len(Need), after, after, PAGE + 1]
    with connection.cursor() as cursor:
        cursor.execute(_CHILDREN, given)
        found = [number for (number,) in cursor.fetchall()]
    files = File.objects.filter(pk__in=found[:PAGE]).select_related("child", "unit")
    children = lacking(list(files.order_by("child_sort_key", "pk")), on=on)
    return children, found[PAGE - 1] if len(found) > PAGE else None


def _gauge(unit: Unit, listed: Listed, counted: Mapping[int, Sequence[int]]) -> Gauge:
    total: Counter[int] = Counter()
    for each in listed.units:
        if unit.pk in each.lineage:
            total.update(dict(enumerate(counted.get(each.pk, ()))))
    return Gauge(unit, total[0], {need: total[place] for place, need in enumerate(Need, start=1)})


def _left_care() -> list[str]:
    return [reason.value for reason in LEFT_CARE]
