"""The panel: who sits on it, conflicts of interest, and the day on which it meets."""

from datetime import date

from vatra.access.models import User
from vatra.decisions.models import PanelMeeting, PanelSeat, Question
from vatra.decisions.panel.queries import seat_facts, sits_on_panels
from vatra.decisions.panel.states import call_again
from vatra.decisions.rules.panel import (
    concerns_before_call,
    concerns_before_declaration,
    concerns_before_seat,
)
from vatra.decisions.states import still_prepared
from vatra.kernel.atomic import atomic
from vatra.kernel.concern import heed
from vatra.kernel.constraints import well_formed
from vatra.kernel.ledger import Actor, record


@atomic()
def seat_member(
    *,
    question: Question,
    member: User,
    discipline: str,
    first_day: date,
    last_day: date | None,
    by: Actor,
    as_guest: bool = False,
) -> PanelSeat:
    """Give somebody a seat: once no conflict is declared, the children's files may be read for these days (R-26)."""
    still_prepared(question)
    heed(concerns_before_seat(sits_on_panels=sits_on_panels(member, on=first_day)), {})
    seat = PanelSeat(
        question=question,
        member=member,
        discipline=discipline,
        as_guest=as_guest,
        first_day=first_day,
        last_day=last_day,
    )
    well_formed(seat)
    seat.save()
    facts = {"member": member.pk, "question": question.pk, "discipline": discipline, "guest": as_guest}
    for child in question.children.select_related("file"):
        record("seat_member", by=by, chain=child.file.key, subject=seat, on=first_day, facts=facts)
    return seat


@atomic()
def declare_interest(*, seat: PanelSeat, has_conflict: bool, conflict: str, by: Actor) -> PanelSeat:
    """Say before reading whether there is a conflict of interest; who has one reads the file no more (R-26)."""
    seat = PanelSeat.objects.select_for_update(of=("self",)).select_related("member").get(pk=seat.pk)
    is_own = by.user_id == seat.member_id
    heed(
        concerns_before_declaration(seat_facts(seat), is_own=is_own, has_conflict=has_conflict, on=by.today),
        {},
    )
    seat.declared_on, seat.has_conflict, seat.conflict = by.today, has_conflict, conflict
    well_formed(seat)
    seat.save(update_fields=["declared_on", "has_conflict", "conflict"])
    facts = {"conflict": has_conflict, "question": seat.question_id}
    for child in seat.question.children.select_related("file"):
        record("declare_interest", by=by, chain=child.file.key, subject=seat, facts=facts)
    return seat


@atomic()
def end_seat(*, seat: PanelSeat, on: date, by: Actor) -> PanelSeat:
    """From the day after this one the member reads nothing any more; what was voted stays."""
    seat.last_day = min(on, seat.last_day) if seat.last_day else on
    well_formed(seat)
    seat.save(update_fields=["last_day"])
    facts = {"member": seat.member_id, "question": seat.question_id}
    for child in seat.question.children.select_related("file"):
        record("end_seat", by=by, chain=child.file.key, subject=seat, on=seat.last_day, facts=facts)
    return seat


@atomic()
def call_panel(*, question: Question, meets_on: date, agenda: str, quorum: int, by: Actor) -> PanelMeeting:
    """Ask the panel to meet: from then on the question is decided only with its approval (UN Guidelines §57, R-26)."""
    locked = Question.objects.select_for_update().get(pk=question.pk)
    still_prepared(locked)
    call_again(locked)
    heed(concerns_before_call(meets_on=meets_on, quorum=quorum, today=by.today), {})
    meeting = PanelMeeting(
        question=locked, meets_on=meets_on, agenda=agenda, quorum=quorum, called_by_id=by.somebody
    )
    well_formed(meeting)
    meeting.save()
    facts = {"question": question.pk, "quorum": quorum}
    for child in question.children.select_related("file"):
        record("call_panel", by=by, chain=child.file.key, subject=meeting, on=meets_on, facts=facts)
    return meeting
