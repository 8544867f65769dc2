"""A press conference ahead, a training behind, and a brief on the minister's table."""

from vatra.advocacy.actions.briefs import Version, give_brief, issue_version, plan_brief
from vatra.advocacy.actions.occasions import (
    Answers,
    Guest,
    Where,
    accredit,
    count_participants,
    finish_follow_up,
    note_attendance,
    plan_follow_up,
    plan_occasion,
    record_answers,
    record_guest,
    tell_result,
)
from vatra.advocacy.actions.press import AboutFile, ForThePress, keep_kit_file, prepare_for_the_press
from vatra.advocacy.events.words import GivenHow, Shows, Towards
from vatra.advocacy.models import Occasion
from vatra.advocacy.words import ActionKind
from vatra.desk.demo.reaching.gathering_told import (
    BRIEF,
    CAME_OF_IT,
    OBJECTIVES,
    PRESS,
    STATEMENT,
    SUMMARY,
    TRAINING,
    figures_on_paper,
)
from vatra.desk.demo.reaching.team import Team
from vatra.kernel.in_languages import Wording

AHEAD, BEHIND = -12, 30
_ASKED = "A guxon një fëmijë nën tre vjeç të jetojë në institucion?"


def gather(team: Team) -> None:
    """Everything that takes place somewhere, and what is handed over."""
    _press_conference(team)
    _training(team)
    _brief(team)


def _press_conference(team: Team) -> None:
    announced = team.announced("foster-families-meet-the-press", PRESS, ago=AHEAD, until=AHEAD)
    occasion = plan_occasion(
        kind=ActionKind.PRESS_CONFERENCE,
        announced=announced,
        where=_where(team, AHEAD, "Biblioteka Kombëtare, salla e vogël", capacity=30, is_open=True),
        by=team.by(20),
    )
    embargo_at = team.moment(AHEAD, 11)
    told = ForThePress(embargo_at, STATEMENT, "Bekim Sadiku", "press@vatra.example")
    conference = prepare_for_the_press(occasion=occasion, told=told, by=team.by(18))
    about = AboutFile(title="Fakte dhe shifra", language="sq", shows=Shows.NO_CHILD)
    keep_kit_file(
        conference=conference, content=figures_on_paper(team.moment(15, 9)), about=about, by=team.by(15)
    )
    granted = Guest("Besa Hoti", "sq", "besa@zeri-i-vogel.example", "Zëri i vogël")
    record = record_guest(occasion=occasion, guest=granted, by=team.by(5))
    accredit(registration=record, is_granted=True, refusal="", by=team.by(4))
    waits = Guest("Nenad Ilić", "sr-latn", "nenad@radio-most.example", "Radio Most")
    record_guest(occasion=occasion, guest=waits, by=team.by(2))
    plan_follow_up(
        action=occasion.action,
        what="T’u dërgohen gazetarëve përgjigjet që mungojnë",
        due_on=team.ago(AHEAD - 3),
        person=team.second.pk,
        by=team.by(2),
    )


def _training(team: Team) -> None:
    announced = team.announced("training-for-centres", TRAINING, ago=BEHIND, until=BEHIND)
    where = _where(team, BEHIND, "Qendra Trajnuese, Prizren", objectives=OBJECTIVES, capacity=25)
    occasion = plan_occasion(
        kind=ActionKind.TRAINING, announced=announced, where=where, by=team.by(BEHIND + 20)
    )
    came = record_guest(
        occasion=occasion,
        guest=Guest("Mimoza Dula", "sq", "mimoza@ministry.example", institution=team.minister.institution),
        by=team.by(BEHIND + 5),
    )
    note_attendance(occasion=occasion, came=[came], by=team.by(BEHIND - 1))
    count_participants(
        occasion=occasion, institution=team.minister.institution, participants=17, by=team.by(BEHIND - 1)
    )
    record_answers(occasion=occasion, answers=Answers(_ASKED, 17, 7, 16, 15), by=team.by(BEHIND - 1))
    _what_followed(team, occasion)


def _what_followed(team: Team, occasion: Occasion) -> None:
    tell_result(occasion=occasion, came_of_it=CAME_OF_IT, result_address="", by=team.by(BEHIND - 4))
    follow_up = plan_follow_up(
        action=occasion.action,
        what="T’u dërgohen pjesëmarrësve fletët e punës",
        due_on=team.ago(BEHIND - 7),
        person=team.first.pk,
        by=team.by(BEHIND - 1),
    )
    finish_follow_up(
        follow_up=follow_up, done_on=team.ago(BEHIND - 6), outcome="U dërguan.", by=team.by(BEHIND - 6)
    )


def _brief(team: Team) -> None:
    announced = team.announced("brief-on-allowances", BRIEF, ago=25)
    brief = plan_brief(announced=announced, summary=SUMMARY, towards=Towards.DRAFTED, by=team.by(25))
    version = Version(1, "sq", team.ago(24), address="https://sources.example/brief-1")
    issued = issue_version(brief=brief, version=version, by=team.by(24))
    second = Version(2, "sq", team.ago(5), content=figures_on_paper(team.moment(5, 9)))
    issue_version(brief=brief, version=second, by=team.by(5))
    give_brief(
        version=issued,
        post=team.minister,
        given_on=team.ago(22),
        how=GivenHow.MEETING,
        note="Do ta lexojë para buxhetit.",
        by=team.by(22),
    )


def _where(
    team: Team,
    ago: int,
    place: str,
    *,
    objectives: Wording | None = None,
    capacity: int | None = None,
    is_open: bool = False,
) -> Where:
    return Where(
        place=place,
        starts_at=team.moment(ago, 11),
        ends_at=team.moment(ago, 13),
        languages=["sq", "sr-latn"],
        objectives=objectives or Wording(),
        municipality="prizren" if "Prizren" in place else "prishtine",
        capacity=capacity,
        is_open=is_open,
        towards=Towards.COMMITTED,
    )
