"""Several returns made into one history: later returns close and correct what earlier ones left open.

The rules are those of analytics §5, in our words. Each changed episode keeps the rule's name; the row itself stays.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import zip_longest
from typing import TypeVar

from vatra.exchange.ssda903.checking import Episode
from vatra.exchange.ssda903.rows import Fates
from vatra.exchange.ssda903.words.child import STARTS_CARE

ONE_DAY = timedelta(days=1)
T = TypeVar("T")
LIKENESS = ("RNE", "LS", "PLACE", "PLACE_PROVIDER", "PL_POST", "URN")


@dataclass(frozen=True)
class Observed:
    """Until when the child's authority has sent returns, and until when they speak of the child as in care."""

    latest: date
    child_until: date


def stitched(episodes: Iterable[Episode], observed: Observed, fates: Fates) -> list[Episode]:
    """The child's episodes in order, without overlap, only the last of them possibly open."""
    kept = [_one_of(fates, *same_day) for same_day in _by_start(episodes)]
    kept = _without_superseded(kept, observed.latest, fates)
    closed = [_closed(each, follower, observed) for each, follower in with_followers(kept)]
    return _fitted(closed, fates)


def with_followers(items: Sequence[T]) -> Iterator[tuple[T, T | None]]:
    """Each with the one after it; the last with nothing."""
    yield from zip_longest(items, items[1:])


def _by_start(episodes: Iterable[Episode]) -> list[list[Episode]]:
    by_start: dict[date, list[Episode]] = defaultdict(list)
    for episode in episodes:
        by_start[episode.start].append(episode)
    return [by_start[start] for start in sorted(by_start)]


def _one_of(fates: Fates, *same_day: Episode) -> Episode:
    """Of the episodes that begin on one day: the latest return's, one that lasted a night, the first line."""
    ranked = sorted(same_day, key=lambda each: (-each.vintage.toordinal(), each.end == each.start))
    best = ranked[0]
    for other in ranked[1:]:
        if other.row.says_the_same_as(best.row):
            fates.merge(other.row, "same_as", best.row)
        elif other.vintage < best.vintage:
            fates.merge(other.row, "superseded", best.row)
        elif other.end == other.start:
            fates.merge(other.row, "no_night", best.row)
        else:
            fates.set_aside_for(other.row, "two_on_one_day", best.row)
    return best


def _without_superseded(episodes: list[Episode], latest: date, fates: Fates) -> list[Episode]:
    """Left open by an earlier return, and not there any more: told under another start, or by a later return."""
    kept = list(episodes)
    for episode in episodes:
        if episode.end is None and episode.vintage < latest:
            at = kept.index(episode)
            before = kept[at - 1] if at and _lasts_beyond(kept[at - 1], episode.start) else None
            after = kept[at + 1] if at + 1 < len(kept) else None
            if twin := next((each for each in (after, before) if each and _alike(each, episode)), None):
                fates.merge(episode.row, "another_start", twin.row)
                kept.remove(episode)
            elif before and before.vintage > episode.vintage:
                fates.merge(episode.row, "superseded", before.row)
                kept.remove(episode)
    return kept


def _alike(one: Episode, other: Episode) -> bool:
    return all(one.row.code(column) == other.row.code(column) for column in LIKENESS)


def _lasts_beyond(episode: Episode, day: date) -> bool:
    return episode.end is None or episode.end > day


def _closed(episode: Episode, follower: Episode | None, observed: Observed) -> Episode:
    """An episode is left open only if it is the last and the authority's latest return still speaks of the child."""
    if episode.end is not None:
        return episode
    if follower is None:
        until = max(episode.vintage, observed.child_until)
        return episode if until >= observed.latest else _ended(episode, until, "care_ended_unreported")
    if follower.row.code("RNE") == STARTS_CARE:
        end = min(episode.vintage, follower.start - ONE_DAY)
        return _ended(episode, end, "care_ended_before_new_care")
    return _ended(episode, follower.start, "ended_where_next_begins", goes_on=True)


def _fitted(episodes: Sequence[Episode], fates: Fates) -> list[Episode]:
    """Ends moved to the next start where two overlap, or where care went on and days are missing between."""
    fitted: list[Episode] = []
    for episode in episodes:
        before = fitted[-1] if fitted else None
        if before and before.end is not None:
            if before.end > episode.start:
                if _is_covered(episode, before):
                    fates.merge(episode.row, "superseded", before.row)
                    continue
                fitted[-1] = _ended(before, episode.start, "overlapped_next", goes_on=True)
            elif before.goes_on and before.end < episode.start and episode.row.code("RNE") != STARTS_CARE:
                fitted[-1] = _ended(before, episode.start, "days_missing_before_next", goes_on=True)
        fitted.append(episode)
    return fitted


def _is_covered(episode: Episode, by: Episode) -> bool:
    """A later return tells of the same days as one stay."""
    if episode.end is None or by.end is None:
        return False
    return by.vintage > episode.vintage and episode.end <= by.end


def _ended(episode: Episode, end: date, rule: str, *, goes_on: bool = False) -> Episode:
    rules = f"{episode.rule}+{rule}" if episode.rule else rule
    return replace(episode, end=max(end, episode.start), goes_on=goes_on, rule=rules)
