"""The days of a file: visits, contacts with the family, reviews, the plan."""

from collections.abc import Iterator
from datetime import date, timedelta

from vatra.access.roles import Role
from vatra.casework.models import Contact, Goal, Plan, Review, Visit
from vatra.casework.words.entries import (
    ContactKind,
    GoalResult,
    Participation,
    PlanAim,
    VisitPurpose,
)
from vatra.casework.words.review import WithoutChild
from vatra.exchange.invented import calibration as known
from vatra.exchange.invented.caseload import Caseload
from vatra.exchange.invented.chance import Shares, coded
from vatra.exchange.invented.families import Family
from vatra.exchange.invented.files import ChildFile
from vatra.exchange.invented.grounds import AGE_TO_SPEAK
from vatra.exchange.invented.life import Stay
from vatra.exchange.invented.sentences import in_language
from vatra.homes.words import FormOfCare
from vatra.kernel.calendar_months import whole_years
from vatra.placements.words import RETURNS

_CONTACTS = coded(
    {
        ContactKind.MEETING: 45,
        ContactKind.AT_HOME: 20,
        ContactKind.CALL: 25,
        ContactKind.NEWS: 4,
        ContactKind.DID_NOT_HAPPEN: 6,
    }
)
_PARTS: Shares[Participation] = Shares(
    {
        Participation.SPOKE: 62,
        Participation.ADVOCATE_SPOKE: 8,
        Participation.SYMBOLS: 6,
        Participation.SENT_VIEWS: 14,
        Participation.NO_VIEWS: 10,
    }
)
_RESULTS = coded(
    {GoalResult.REACHED: 50, GoalResult.PARTLY: 30, GoalResult.NOT_REACHED: 15, GoalResult.DROPPED: 5}
)
_AIMS = {
    FormOfCare.KINSHIP: PlanAim.LIVE_WITH_KIN,
    FormOfCare.FOSTER_LONG: PlanAim.LONG_TERM_FAMILY,
    FormOfCare.SOS_FAMILY: PlanAim.LONG_TERM_FAMILY,
    FormOfCare.SUPERVISED_INDEPENDENT: PlanAim.OWN_LIFE,
}


def write_days(caseload: Caseload, family: Family, file: ChildFile) -> None:
    """Everything written about the child from the first day to the last."""
    until = file.course.active_until(caseload.today)
    for on in _every(caseload, known.DAYS_BETWEEN_VISITS, file.course.opened_on, until):
        _visit(caseload, file, on)
    stays = file.course.stays
    if not stays:
        return
    first_day, last_day = stays[0].first_day, stays[-1].last_day or caseload.today
    for on in _every(caseload, known.DAYS_BETWEEN_CONTACTS, first_day, last_day):
        _meet(caseload, family, file, on)
    for on in _every(caseload, known.DAYS_BETWEEN_REVIEWS, first_day, last_day):
        _review(caseload, file, on)
    _plan(caseload, family, file, stays[-1])


def _every(caseload: Caseload, days: int, first_day: date, last_day: date) -> Iterator[date]:
    day = first_day + timedelta(days=caseload.chance.skewed(days / 2, known.DAYS_BETWEEN_SPREAD))
    while day <= last_day:
        yield day
        day += timedelta(days=caseload.chance.skewed(days, known.DAYS_BETWEEN_SPREAD))


def _purpose(caseload: Caseload, file: ChildFile, on: date) -> VisitPurpose:
    stays = file.course.stays
    if stays and (last_day := stays[-1].last_day) and on > last_day and stays[-1].end_reason in RETURNS:
        return VisitPurpose.AFTER_RETURN
    if any(0 <= (on - stay.first_day).days <= 14 for stay in stays):
        return VisitPurpose.FIRST_VISIT
    return VisitPurpose.UNANNOUNCED if caseload.chance.happens(0.06) else VisitPurpose.REGULAR


def _visit(caseload: Caseload, file: ChildFile, on: date) -> None:
    chance, says = caseload.chance, in_language(file.child.language)
    purpose, saw_child = _purpose(caseload, file, on).value, chance.happens(0.95)
    speaks = saw_child and whole_years(file.child.born, on) >= AGE_TO_SPEAK and chance.happens(0.5)
    number = caseload.rows.add(
        Visit,
        file_id=file.number,
        visited_on=on,
        visited_by_id=file.worker,
        purpose=purpose,
        saw_child=saw_child,
        saw_child_alone=speaks,
        child_words=chance.one_of(says.child) if speaks else "",
        account=chance.one_of(says.visits),
    )
    told = {"purpose": purpose, "saw_child": saw_child}
    caseload.act("record_visit", file.worker, file.key, (Visit, number), on, told)


def _meet(caseload: Caseload, family: Family, file: ChildFile, on: date) -> None:
    chance, kind = caseload.chance, caseload.chance.of(_CONTACTS)
    number = caseload.rows.add(
        Contact,
        file_id=file.number,
        met_on=on,
        relative_id=(family.mother if chance.happens(0.75) else family.relative).number,
        kind=kind,
        account=chance.one_of(in_language(family.language).contacts),
        recorded_by_id=file.worker,
    )
    caseload.act("record_contact", file.worker, file.key, (Contact, number), on, {"kind": kind})


def _review(caseload: Caseload, file: ChildFile, on: date) -> None:
    chance, says = caseload.chance, in_language(file.child.language)
    speaks = whole_years(file.child.born, on) >= AGE_TO_SPEAK
    part = (chance.of(_PARTS) if speaks else Participation.OBSERVED).value
    number = caseload.rows.add(
        Review,
        file_id=file.number,
        held_on=on,
        led_by_id=caseload.team.supervisor,
        participation=part,
        why_without=WithoutChild.DID_NOT_WANT.value if part == Participation.NO_VIEWS else None,
        child_words=""
        if part == Participation.NO_VIEWS
        else chance.one_of(says.child if speaks else says.observed),
        causes_now=chance.one_of(says.doubts),
        conclusion=chance.one_of(says.conclusions),
        next_on=on + timedelta(days=91),
    )
    told = {"participation": part}
    supervisor = caseload.team.supervisor
    caseload.act("hold_review", supervisor, file.key, (Review, number), on, told, Role.SUPERVISOR)


def _plan(caseload: Caseload, family: Family, file: ChildFile, last: Stay) -> None:
    """One plan, made some weeks into care, with its goals."""
    chance, says = caseload.chance, in_language(family.language)
    on = file.course.stays[0].first_day + timedelta(days=chance.between(10, 40))
    until = last.last_day
    if on > (until or caseload.today):
        return
    aim = _AIMS.get(last.form, PlanAim.RETURN_HOME).value
    plan = caseload.rows.add(
        Plan,
        file_id=file.number,
        aim=aim,
        child_view=chance.one_of(says.child),
        family_view=chance.one_of(says.contacts),
        made_by_id=file.worker,
        first_day=on,
        last_day=until,
        review_on=on + timedelta(days=180),
    )
    goals = says.goals[: chance.between(1, len(says.goals))]
    told = {"aim": aim, "goals": len(goals)}
    caseload.act("make_plan", file.worker, file.key, (Plan, plan), on, told)
    for said in goals:
        _goal(caseload, file, plan, said, on)


def _goal(caseload: Caseload, file: ChildFile, plan: int, said: tuple[str, str, str], on: date) -> None:
    chance = caseload.chance
    due_on = on + timedelta(days=chance.between(60, 400))
    is_due = due_on <= file.course.active_until(caseload.today) and chance.happens(0.85)
    result = chance.of(_RESULTS) if is_due else None
    goal, measure, who = said
    number = caseload.rows.add(
        Goal,
        plan_id=plan,
        goal=goal,
        measure=measure,
        who=who,
        due_on=due_on,
        result=result,
        result_on=due_on if is_due else None,
    )
    if is_due:
        caseload.act("finish_goal", file.worker, file.key, (Goal, number), due_on, {"result": result})
