"""Legal statuses and causes: periods read from the episodes."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from vatra.casework.words.worry import CauseKind
from vatra.exchange.ssda903.building.stays import last_day_of
from vatra.exchange.ssda903.checking import Episode
from vatra.exchange.ssda903.stitching import with_followers
from vatra.exchange.ssda903.words.child import CAUSE_OF_NEED
from vatra.kernel.period import Period, merged

ONE_DAY = timedelta(days=1)


class Status(NamedTuple):
    """A legal status by the code of the return, on these days."""

    code: str
    first_day: date
    last_day: date | None


def statuses_of(episodes: Sequence[Episode]) -> list[Status]:
    """The legal statuses in order; the same one on the day after the last goes on."""
    statuses: list[Status] = []
    for episode, last_day in _with_last_day(episodes):
        code = episode.row.code("LS")
        before = statuses[-1] if statuses else None
        if before and before.code == code and _follows(before.last_day, episode.start):
            statuses[-1] = before._replace(last_day=last_day)
        else:
            statuses.append(Status(code, episode.start, last_day))
    return statuses


def causes_of(episodes: Sequence[Episode]) -> dict[CauseKind, list[Period]]:
    """The need for which care began, from the first day it is named to the end of that time in care."""
    causes: dict[CauseKind, list[Period]] = defaultdict(list)
    for spell in spells(episodes):
        last_day = spell[-1][1]
        for episode, _last_day in spell:
            if need := episode.row.code("CIN"):
                causes[CAUSE_OF_NEED[need]].append(Period(episode.start, last_day))
    return {kind: merged(periods) for kind, periods in causes.items()}


def spells(episodes: Sequence[Episode]) -> list[list[tuple[Episode, date | None]]]:
    """Times in care: episodes with their last days, without a day between them."""
    found: list[list[tuple[Episode, date | None]]] = []
    for episode, last_day in _with_last_day(episodes):
        if found and _follows(found[-1][-1][1], episode.start):
            found[-1].append((episode, last_day))
        else:
            found.append([(episode, last_day)])
    return found


def _with_last_day(episodes: Sequence[Episode]) -> Iterator[tuple[Episode, date | None]]:
    for episode, follower in with_followers(episodes):
        yield episode, last_day_of(episode, follower)


def _follows(last_day: date | None, first_day: date) -> bool:
    return last_day is not None and last_day + ONE_DAY == first_day
