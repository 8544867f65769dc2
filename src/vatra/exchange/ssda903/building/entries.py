"""Reviews, days missing, yearly answers: what is written into the file beside the stays."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from vatra.exchange.ssda903.building.identity import the_latest
from vatra.exchange.ssda903.building.stays import Absent, Stay
from vatra.exchange.ssda903.checking import Away, Dated
from vatra.exchange.ssda903.rows import Fates, Row
from vatra.exchange.ssda903.tables import AUTHORITY, BIRTH, CHILD, SEX, YEAR
from vatra.exchange.ssda903.words.place import AWAY_WHEN_MISSING
from vatra.kernel.period import Period

# Who the child is stands elsewhere; the pupil number is sealed among the identifiers.
NOT_FACTS = (CHILD, BIRTH, SEX, AUTHORITY, YEAR, "UPN")


def reviews_of(reviews: Iterable[Dated], fates: Fates) -> dict[date, str]:
    """The code of the review on each day; a review after the last day of its return cannot have been held yet."""
    by_day: dict[date, list[Row]] = defaultdict(list)
    for review in reviews:
        by_day[review.day].append(review.row)
    held: dict[date, str] = {}
    for day, rows in by_day.items():
        in_time = [row for row in rows if row.vintage >= day]
        if best := the_latest(in_time, fates):
            held[day] = best.code("REVIEW_CODE")
        _tell_too_early(fates.untold(rows), best, fates)
    return held


def _tell_too_early(rows: list[Row], held: Row | None, fates: Fates) -> None:
    """A later return that tells the review as held takes their place; else one stands for all that say the same."""
    for row in rows:
        twin = next((each for each in rows if each.says_the_same_as(row)), row)
        if held:
            fates.merge(row, "superseded", held)
        elif twin is not row:
            fates.merge(row, "same_as", twin)
        else:
            fates.set_aside(row, "after_the_return", day=row.value("REVIEW"), until=row.vintage)


def with_missing(stays: Sequence[Stay], aways: Iterable[Away], fates: Fates) -> list[Stay]:
    """The stays with the days missing from them; of the same days told twice the latest return is believed."""
    told: list[Away] = []
    found = list(stays)
    for away in sorted(aways, key=lambda each: each.row.vintage, reverse=True):
        if twin := next((each for each in told if _period(each).overlaps(_period(away))), None):
            _merge_away(away, twin, fates)
            continue
        absent = [_absent(stay, away) for stay in found]
        if not any(absent):
            fates.set_aside(away.row, "away_outside_stay")
            continue
        fates.use(away.row)
        told.append(away)
        found = [_without(stay, each) for stay, each in zip(found, absent, strict=True)]
    return found


def _without(stay: Stay, absent: Absent | None) -> Stay:
    """The stay with these days away; a temporary episode on the same days gives way to the child being missing."""
    if absent is None:
        return stay
    others = tuple(each for each in stay.absences if not _period(each).overlaps(_period(absent)))
    return replace(stay, absences=(*others, absent))


def _merge_away(away: Away, twin: Away, fates: Fates) -> None:
    if away.row.says_the_same_as(twin.row):
        fates.merge(away.row, "same_as", twin.row)
    elif away.row.vintage < twin.row.vintage and away.first_day == twin.first_day:
        fates.merge(away.row, "superseded", twin.row)
    else:
        fates.set_aside_for(away.row, "away_twice", twin.row)


def _period(away: Away | Absent) -> Period:
    return Period(away.first_day, away.last_day)


def _absent(stay: Stay, away: Away) -> Absent | None:
    inside = Period(stay.first_day, stay.last_day).intersection(_period(away))
    if inside is None:
        return None
    return Absent(AWAY_WHEN_MISSING[away.row.code("MISSING")], inside.first_day, inside.last_day)


def yearly_answers(rows: Iterable[Row], fates: Fates) -> list[Row]:
    """One row per return: an answer is about that year."""
    by_return: dict[date, list[Row]] = defaultdict(list)
    for row in rows:
        by_return[row.vintage].append(row)
    answers = (the_latest(of_return, fates) for of_return in by_return.values())
    return [answer for answer in answers if answer]


def facts_in(row: Row) -> dict[str, str]:
    """What the row says beside who the child is, as it was sent."""
    return {name: row.value(name) for name in row.raw if name not in NOT_FACTS and row.value(name)}
