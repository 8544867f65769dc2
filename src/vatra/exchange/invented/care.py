"""Stays: one decision for brothers and sisters together, one placement for each."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from vatra.decisions.words import QuestionKind
from vatra.exchange.invented import calibration as known
from vatra.exchange.invented.caseload import Caseload
from vatra.exchange.invented.chance import coded
from vatra.exchange.invented.families import Family
from vatra.exchange.invented.files import ChildFile
from vatra.exchange.invented.grounds import Asked, Way
from vatra.exchange.invented.homes import Homes
from vatra.exchange.invented.life import Stay
from vatra.exchange.invented.questions import decide
from vatra.homes.words import FormOfCare
from vatra.placements.models import Absence, Placement
from vatra.placements.words import AwayKind, EndReason

_AWAY = coded(
    {
        AwayKind.WITH_FAMILY: 45,
        AwayKind.HOLIDAY: 30,
        AwayKind.HOSPITAL: 15,
        AwayKind.MISSING: 4,
        AwayKind.WITHOUT_LEAVE: 6,
    }
)


def live(
    caseload: Caseload, homes: Homes, family: Family, files: Sequence[ChildFile], numbers: Iterator[str]
) -> None:
    """Every stay of the family, and the return home where there was one."""
    longest = max(files, key=lambda file: len(file.course.stays)).course.stays
    for place, stay in enumerate(longest):
        members = [file for file in files if len(file.course.stays) > place]
        before = longest[place - 1].first_day if place else family.opened_on
        asked = _about_a_stay(caseload, homes, family, members, stay, is_first=place == 0)
        asked = asked._replace(not_before=before)
        outcomes = decide(caseload, family, asked, next(numbers))
        for file in members:
            way = asked.ways[asked.chosen[file.number]]
            _place(caseload, file, file.course.stays[place], way, outcomes[file.number], is_first=place == 0)
    _return(caseload, family, files, numbers)


def _about_a_stay(
    caseload: Caseload,
    homes: Homes,
    family: Family,
    members: Sequence[ChildFile],
    stay: Stay,
    *,
    is_first: bool,
) -> Asked:
    chosen = Way(stay.form, homes.for_stay(stay, family.relative, len(members)))
    ways = [Way(FormOfCare.BIRTH_FAMILY), chosen]
    if stay.form != FormOfCare.KINSHIP and caseload.chance.happens(known.SHARE_RELATIVE_WEIGHED):
        ways.append(Way(FormOfCare.KINSHIP))
    choice = dict.fromkeys((file.number for file in members), 1)
    if is_first and len(members) > 1 and caseload.chance.happens(known.SHARE_APART):
        apart = Stay(FormOfCare.FOSTER_LONG, stay.first_day, stay.last_day)
        ways.append(Way(apart.form, homes.for_stay(apart, family.relative, 1)))
        choice[members[-1].number] = len(ways) - 1
    kind = QuestionKind.FIRST_PLACEMENT if is_first else QuestionKind.CHANGE_OF_PLACEMENT
    return Asked(kind, members, stay.first_day, family.opened_on, ways, choice)


def _place(
    caseload: Caseload, file: ChildFile, stay: Stay, way: Way, outcome: int, *, is_first: bool
) -> None:
    reason = stay.end_reason and stay.end_reason.value
    number = caseload.rows.add(
        Placement,
        file_id=file.number,
        home_id=way.home,
        form=way.form.value,
        first_day=stay.first_day,
        last_day=stay.last_day,
        end_reason=reason,
        outcome_id=outcome,
    )
    told = {"home": way.home, "form": way.form.value, "outcome": outcome}
    name = "place" if is_first else "move"
    caseload.act(name, file.worker, file.key, (Placement, number), stay.first_day, told)
    _away(caseload, file, stay, number)
    if stay.last_day is not None and stay is file.course.stays[-1]:
        name = "return_home" if stay.end_reason == EndReason.RETURNED_HOME else "end_placement"
        caseload.act(name, file.worker, file.key, (Placement, number), stay.last_day, {"end_reason": reason})


def _away(caseload: Caseload, file: ChildFile, stay: Stay, placement: int) -> None:
    chance, last = caseload.chance, stay.last_day or caseload.today
    first_day = chance.day(stay.first_day, last)
    last_day = first_day + timedelta(days=chance.between(0, 12))
    if last_day > last or not chance.happens(known.SHARE_AWAY):
        return
    kind = chance.of(_AWAY)
    number = caseload.rows.add(
        Absence, placement_id=placement, kind=kind, first_day=first_day, last_day=last_day
    )
    caseload.act("record_absence", file.worker, file.key, (Absence, number), first_day, {"kind": kind})


def _return(caseload: Caseload, family: Family, files: Sequence[ChildFile], numbers: Iterator[str]) -> None:
    """A planned return home rests on a decision too."""
    home = [
        file
        for file in files
        if file.course.stays and file.course.stays[-1].end_reason == EndReason.RETURNED_HOME
    ]
    if not home:
        return
    last = home[0].course.stays[-1]
    assert last.last_day is not None
    ways = [Way(FormOfCare.BIRTH_FAMILY), Way(last.form)]
    chosen = dict.fromkeys((file.number for file in home), 0)
    asked = Asked(QuestionKind.RETURN_HOME, home, last.last_day, last.first_day, ways, chosen)
    decide(caseload, family, asked, next(numbers))
