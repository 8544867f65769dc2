"""What earlier imports brought: rows that need not be read again, children who have a file, their rows."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.db import connection

from vatra.casework.models import File
from vatra.exchange.models import Fate, ImportRow, ImportRun, SourceChild
from vatra.exchange.ssda903.rows import ChildKey, Fates, Row
from vatra.exchange.ssda903.tables import Table
from vatra.kernel.ledger import Event

SYSTEM = "ssda903"
# The pack whose law the children of a return stand under.
LAW = "england"
AT_ONCE = 5_000

# Acts by which somebody here changed what the return speaks of.
ACTS_ON_STAYS = (
    "place",
    "move",
    "return_home",
    "end_placement",
    "record_absence",
    "end_absence",
    "set_legal_status",
    "close_file",
)

# The digests come as one text: as an array each would be quoted on its own, which takes longer than the search.
_FATES_BEFORE = """
    SELECT DISTINCT ON (digest) digest, run_id, fate, code FROM exchange_importrow
    WHERE digest = ANY(string_to_array(%s, ',')) AND code NOT IN ('already_imported', 'already_set_aside')
    ORDER BY digest, id DESC
"""


class Before(NamedTuple):
    """What became of a row in an earlier import."""

    run: int
    fate: str
    code: str


def fates_before(rows: Iterable[Row]) -> dict[str, Before]:
    """By digest, what became of these rows the last time an import dealt with them itself."""
    with connection.cursor() as cursor:
        cursor.execute(_FATES_BEFORE, [",".join({row.digest for row in rows})])
        return {digest: Before(*told) for digest, *told in cursor.fetchall()}


def merge_with_imports(rows: Iterable[Row], before: dict[str, Before], fates: Fates) -> None:
    """Rows an earlier import used or merged are not read twice."""
    for row in rows:
        earlier = before.get(row.digest)
        if earlier and earlier.fate != Fate.SET_ASIDE:
            fates.merge_with_import(row, "already_imported", earlier.run)


def merge_with_set_aside(rows: Iterable[Row], before: dict[str, Before], fates: Fates) -> None:
    """Rows that would be set aside once more for the reason they were before; others got a second chance."""
    for row in rows:
        earlier, told = before.get(row.digest), fates.of(row)
        if earlier and told.fate == Fate.SET_ASIDE and told.code == earlier.code:
            fates.merge_with_import(row, "already_set_aside", earlier.run)


def latest_returns(rows: Iterable[Row], no_later_than: date) -> dict[str, date]:
    """The last day of each authority's latest return, in this import or before; the reports of imports name them."""
    latest: dict[str, date] = {}
    reports = ImportRun.objects.filter(system=SYSTEM).values_list("report__returns", flat=True)
    before = [
        (authority, date.fromisoformat(day)) for each in reports if each for authority, day in each.items()
    ]
    for authority, vintage in (*before, *_vintages(rows)):
        if vintage <= no_later_than:
            latest[authority] = max(vintage, latest.get(authority, date.min))
    return latest


def returns_told(rows: Iterable[Row], fates: Fates) -> dict[str, str]:
    """For the report of an import: the last day of the latest return on episodes, by authority."""
    told: dict[str, str] = {}
    for row in rows:
        if row.table is Table.EPISODES and fates.of(row).fate != Fate.SET_ASIDE:
            told[row.authority] = max(told.get(row.authority, ""), row.vintage.isoformat())
    return told


def _vintages(rows: Iterable[Row]) -> set[tuple[str, date]]:
    """Of the tables that say who is in care; where only others came, of these."""
    rows = list(rows)
    in_episodes = {(row.authority, row.vintage) for row in rows if row.table is Table.EPISODES}
    return in_episodes or {(row.authority, row.vintage) for row in rows}


def files_of(children: Iterable[ChildKey]) -> dict[ChildKey, File]:
    """The files of the children who have one."""
    wanted = set(children)
    whose = {child.authority for child in wanted}
    return {child: file for child, file in _source_children(whose) if child in wanted}


def left_open(of_authorities: Iterable[str]) -> dict[ChildKey, File]:
    """The open files of children whose authority sent a return: a later one may close them by its silence."""
    return {child: file for child, file in _source_children(of_authorities) if file.closed_on is None}


def authorities(rows: Iterable[Row]) -> set[str]:
    """Whose returns say who is in care; a single other table says nothing by its silence."""
    return {row.authority for row in rows if row.table is Table.EPISODES}


def _source_children(of_authorities: Iterable[str]) -> Iterator[tuple[ChildKey, File]]:
    stored = SourceChild.objects.filter(system=SYSTEM, authority__in=list(of_authorities))
    for source in stored.select_related("file__child").order_by("id"):
        yield ChildKey(source.authority, source.number), source.file


def rows_before(files: dict[ChildKey, File]) -> dict[ChildKey, list[Row]]:
    """All rows that earlier imports used or merged for these children, so that each picture is made of all returns."""
    child_of = {file.pk: child for child, file in files.items()}
    rows: dict[ChildKey, list[Row]] = defaultdict(list)
    stored = (
        ImportRow.objects.filter(run__system=SYSTEM, child_file__in=list(child_of))
        .exclude(fate=Fate.SET_ASIDE)
        .exclude(code__in=("already_imported", "already_set_aside"))
    )
    for row in stored.order_by("id").iterator(chunk_size=AT_ONCE):
        child = child_of[row.child_file_id or 0]
        rows[child].append(_known(row, child.authority))
    return rows


def _known(row: ImportRow, authority: str) -> Row:
    return Row(
        table=Table(row.table),
        file=row.file_name,
        line=row.line,
        raw=row.raw,
        vintage=date.fromisoformat(row.vintage),
        authority=authority,
        is_known=True,
    )


def worked_on(files: Iterable[File]) -> set[UUID]:
    """The chains of files whose stays or status somebody changed here, or that were followed by another file."""
    by_chain = {file.key: file for file in files}
    acts = Event.objects.filter(chain__in=list(by_chain), act__in=ACTS_ON_STAYS, reading=False)
    newer = File.objects.filter(child__in=[file.child_id for file in by_chain.values()], closed_on=None)
    followed = set(newer.exclude(key__in=list(by_chain)).values_list("child", flat=True))
    return {
        *acts.values_list("chain", flat=True),
        *(key for key, file in by_chain.items() if file.child_id in followed),
    }
