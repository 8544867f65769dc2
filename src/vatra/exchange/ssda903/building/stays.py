"""From episodes to stays: one home and one form of care, nights without a gap, whatever the legal status did.

DEC is the day the next episode begins, so a stay that goes on elsewhere ends the day before; where care ended, the
day itself is the last day in care. A temporary episode (T0-T4) from which the child comes back to the same home is
days away from it (an absence); one from which the child does not come back is a stay of its own.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from vatra.exchange.ssda903.building.doors import Door, door_of
from vatra.exchange.ssda903.checking import Episode
from vatra.exchange.ssda903.stitching import with_followers
from vatra.exchange.ssda903.words.child import SAME_CARER
from vatra.exchange.ssda903.words.endings import END_OF_CHANGE, END_OF_REC
from vatra.exchange.ssda903.words.place import AWAY_IN_TEMPORARY, FORM_OF_PLACE
from vatra.homes.words import FormOfCare
from vatra.placements.words import EndReason

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Absent:
    """Days away from a stay, and the kind."""

    kind: str
    first_day: date
    last_day: date | None


@dataclass(frozen=True)
class Stay:
    """One placement as it will be written."""

    door: Door
    form: FormOfCare
    first_day: date
    last_day: date | None
    episodes: tuple[Episode, ...]
    end_reason: EndReason | None = None
    absences: tuple[Absent, ...] = field(default=())

    @property
    def temporary(self) -> str:
        """The T code, if the stay is a temporary one."""
        place = self.episodes[0].row.code("PLACE")
        return place if place in AWAY_IN_TEMPORARY else ""


def last_day_of(episode: Episode, follower: Episode | None) -> date | None:
    """The last day of an episode."""
    if episode.end is None:
        return None
    if follower is not None and follower.start == episode.end:
        return episode.end - ONE_DAY
    return episode.end


def stays_of(episodes: Sequence[Episode]) -> list[Stay]:
    """The stays of a child, in order."""
    stays: list[Stay] = []
    for episode, follower in with_followers(episodes):
        stay = _stay_of(episode, last_day_of(episode, follower))
        if stays and _goes_on(stays[-1], stay):
            stays[-1] = replace(
                stay, first_day=stays[-1].first_day, episodes=stays[-1].episodes + stay.episodes
            )
        else:
            stays.append(stay)
    stays = _with_days_away(stays)
    return [replace(stay, end_reason=_reason(stay, after)) for stay, after in with_followers(stays)]


def _stay_of(episode: Episode, last_day: date | None) -> Stay:
    form = FORM_OF_PLACE[episode.row.code("PLACE")]
    return Stay(door_of(episode.row), form, episode.start, last_day, (episode,))


def _goes_on(before: Stay, after: Stay) -> bool:
    return (
        _touches(before, after)
        and before.door.code == after.door.code
        and before.form == after.form
        and before.temporary == after.temporary
        and after.episodes[0].row.code("RNE") in SAME_CARER
    )


def _touches(before: Stay, after: Stay) -> bool:
    return before.last_day is not None and before.last_day + ONE_DAY == after.first_day


def _with_days_away(stays: list[Stay]) -> list[Stay]:
    """Temporary episodes between two stretches in the same home become absences from one stay."""
    joined: list[Stay] = []
    for stay in stays:
        if len(joined) > 1 and _is_back(joined[-2], joined[-1], stay):
            home, away = joined[-2:]
            joined[-2:] = [_across(home, away, stay)]
        else:
            joined.append(stay)
    return joined


def _is_back(home: Stay, away: Stay, after: Stay) -> bool:
    same = home.door.code == after.door.code and home.form == after.form and not home.temporary
    return bool(away.temporary) and same and _touches(home, away) and _touches(away, after)


def _across(home: Stay, away: Stay, after: Stay) -> Stay:
    absent = Absent(AWAY_IN_TEMPORARY[away.temporary], away.first_day, away.last_day)
    return replace(
        home,
        last_day=after.last_day,
        episodes=home.episodes + away.episodes + after.episodes,
        absences=(*home.absences, absent),
    )


def _reason(stay: Stay, after: Stay | None) -> EndReason | None:
    """Why the stay ended; a rule that had to close it gives no reason the return did not give."""
    if stay.last_day is None:
        return None
    last = stay.episodes[-1]
    if after is None or not _touches(stay, after):
        return _why_care_ended(last)
    if after.door.code == stay.door.code:
        return EndReason.STATUS_CHANGED
    return END_OF_CHANGE.get(last.row.code("REASON_PLACE_CHANGE"), EndReason.OTHER)


def _why_care_ended(last: Episode) -> EndReason:
    if last.rule:
        return EndReason.OTHER
    if last.goes_on:
        return END_OF_CHANGE.get(last.row.code("REASON_PLACE_CHANGE"), EndReason.OTHER)
    return END_OF_REC.get(last.row.code("REC"), EndReason.OTHER)
