"""Everything our record will say of one child, from all rows known of the child."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from vatra.casework.words.file import ClosingReason
from vatra.casework.words.worry import CauseKind
from vatra.exchange.ssda903 import checking
from vatra.exchange.ssda903.building.entries import reviews_of, with_missing, yearly_answers
from vatra.exchange.ssda903.building.identity import Identity, identity_of, of_table, the_latest
from vatra.exchange.ssda903.building.periods import Status, causes_of, statuses_of
from vatra.exchange.ssda903.building.stays import Stay, stays_of
from vatra.exchange.ssda903.checking import understood
from vatra.exchange.ssda903.rows import Fates, Row
from vatra.exchange.ssda903.stitching import Observed, stitched
from vatra.exchange.ssda903.tables import Table
from vatra.exchange.ssda903.vintage import start_of_year
from vatra.exchange.ssda903.words.endings import CLOSING_OF_END
from vatra.kernel.period import Period
from vatra.placements.words import EndReason

R = TypeVar("R")


@dataclass(frozen=True)
class Picture:
    """One child's file as it will be written."""

    identity: Identity
    opened_on: date
    closed_on: date | None
    closing_reason: ClosingReason | None
    died_on: date | None
    stays: Sequence[Stay]
    statuses: Sequence[Status]
    reviews: dict[date, str]
    causes: dict[CauseKind, list[Period]]
    facts: Sequence[Row]


def picture_of(rows: Sequence[Row], latest: date, today: date, fates: Fates) -> Picture:
    """The picture; `latest` is the last day of the authority's latest return."""
    identity = _identity(rows, today, fates)
    left = _Left(fates.untold(rows), today, fates)
    episodes = stitched(
        left.read(Table.EPISODES, checking.episode), Observed(latest, _last_seen(rows)), fates
    )
    fates.use(*(episode.row for episode in episodes))
    stays = with_missing(stays_of(episodes), left.read(Table.MISSING, checking.away), fates)
    reviews = reviews_of(left.read(Table.REVIEWS, checking.review), fates)
    opened_on = _opened_on(stays, reviews, rows)
    closed_on = _closed_on(stays, rows, latest)
    alone = _came_alone(left, opened_on, closed_on, fates)
    return Picture(
        identity=identity,
        opened_on=opened_on,
        closed_on=closed_on,
        closing_reason=_closing_reason(stays) if closed_on else None,
        died_on=_died_on(stays, identity),
        stays=stays,
        statuses=statuses_of(episodes),
        reviews=reviews,
        causes=causes_of(episodes) | alone,
        facts=_facts(rows, left, fates),
    )


@dataclass(frozen=True)
class _Left:
    """The rows of which nothing is said yet, read table by table."""

    rows: Sequence[Row]
    today: date
    fates: Fates

    def read(self, table: Table, as_record: Callable[[Row, date], R]) -> list[R]:
        """What the rows of one table say, as far as they can be understood."""
        return understood(of_table(self.rows, table), lambda row: as_record(row, self.today), self.fates)


def _identity(rows: Sequence[Row], today: date, fates: Fates) -> Identity:
    headers = of_table(rows, Table.HEADER)
    return identity_of(headers, [row for row in rows if row.table is not Table.HEADER], today, fates)


def _last_seen(rows: Sequence[Row]) -> date:
    """The last return that speaks of the child as in care: not one that has the child only among the leavers."""
    tables: dict[date, set[Table]] = defaultdict(set)
    for row in rows:
        tables[row.vintage].add(row.table)
    in_care = [vintage for vintage, found in tables.items() if Table.OC2 in found or Table.OC3 not in found]
    return max(in_care, default=date.min)


def _opened_on(stays: Sequence[Stay], reviews: dict[date, str], rows: Sequence[Row]) -> date:
    """The first day in care, else the first review, else the first day of the first return that names the child."""
    if stays:
        return stays[0].first_day
    return min(reviews, default=start_of_year(min(row.vintage for row in rows)))


def _closed_on(stays: Sequence[Stay], rows: Sequence[Row], latest: date) -> date | None:
    """The end of care; a child without any stay is followed until the returns no longer name the child."""
    if not stays:
        last = max(row.vintage for row in rows)
        return last if last < latest else None
    last_episode = stays[-1].episodes[-1]
    return None if last_episode.goes_on and last_episode.vintage >= latest else stays[-1].last_day


def _died_on(stays: Sequence[Stay], identity: Identity) -> date | None:
    """The day care ended by the child's death; not a day before the birth, which only a wrong row can give."""
    if not stays or stays[-1].end_reason != EndReason.DIED:
        return None
    died_on = stays[-1].last_day
    return None if identity.birth and died_on and died_on < identity.birth.day else died_on


def _closing_reason(stays: Sequence[Stay]) -> ClosingReason:
    reason = stays[-1].end_reason if stays else None
    return CLOSING_OF_END.get(reason or EndReason.OTHER, ClosingReason.NOT_DOCUMENTED)


def _came_alone(
    left: _Left, opened_on: date, closed_on: date | None, fates: Fates
) -> dict[CauseKind, list[Period]]:
    """That the child came without family from another country, until the status or care ended."""
    row = the_latest(left.read(Table.UASC, lambda row, _today: checking.unaccompanied(row, opened_on)), fates)
    if row is None:
        return {}
    ends = (checking.day(row, "DUC", None), closed_on)
    return {CauseKind.ALONE_ABROAD: [Period(opened_on, min(filter(None, ends), default=None))]}


def _facts(rows: Sequence[Row], left: _Left, fates: Fates) -> list[Row]:
    """Rows whose content is kept as facts: the latest header and permanence, each year's answers."""
    headers = [row for row in of_table(rows, Table.HEADER) if fates.is_used(row)]
    permanence = the_latest(left.read(Table.PREVIOUS_PERMANENCE, _permanence), fates)
    yearly = [
        row
        for table in (Table.OC2, Table.OC3)
        for row in yearly_answers(of_table(fates.untold(rows), table), fates)
    ]
    return [*headers, *([permanence] if permanence else []), *yearly]


def _permanence(row: Row, today: date) -> Row:
    checking.partial(row, "DATE_PERM", today)
    return row
