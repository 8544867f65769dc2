"""What the panel says: votes, its answer, and what it asks for."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from vatra.access.models import User
from vatra.casework.rules import written_about_the_future
from vatra.decisions.models import Condition, PanelMeeting, PanelSeat, Question, Resolution, Vote
from vatra.decisions.panel.queries import meeting_facts, seat_facts, seats_at
from vatra.decisions.rules.panel import concerns_before_answer, concerns_before_met, concerns_before_vote
from vatra.decisions.states import still_prepared
from vatra.kernel.atomic import atomic
from vatra.kernel.concern import heed
from vatra.kernel.constraints import well_formed
from vatra.kernel.ledger import Actor, record


class ConditionAsked(NamedTuple):
    """What a panel asks for when it approves with conditions: by whom, and by which day."""

    what: str
    responsible: User
    due_on: date


@atomic()
def cast_vote(*, meeting: PanelMeeting, seat: PanelSeat, position: str, dissent: str, by: Actor) -> Vote:
    """A member votes; until the panel answers, the vote may be changed. Dissent is kept word for word."""
    meeting = _open(meeting)
    seat = PanelSeat.objects.select_for_update(of=("self",)).select_related("member").get(pk=seat.pk)
    heed(
        concerns_before_vote(
            seat_facts(seat),
            meeting_facts(meeting),
            is_own=by.user_id == seat.member_id,
            is_of_question=seat.question_id == meeting.question_id,
            on=by.today,
        ),
        {},
    )
    vote = Vote.objects.filter(meeting=meeting, seat=seat).first() or Vote(meeting=meeting, seat=seat)
    vote.position, vote.dissent = position, dissent
    well_formed(vote)
    vote.save()
    facts = {"meeting": meeting.pk, "seat": seat.pk, "position": position}
    for child in meeting.question.children.select_related("file"):
        record("cast_vote", by=by, chain=child.file.key, subject=vote, facts=facts)
    return vote


@atomic()
def resolve(
    *,
    meeting: PanelMeeting,
    kind: str,
    reasons: str,
    missing: str,
    conditions: Sequence[ConditionAsked],
    on: date,
    by: Actor,
    overrides: Mapping[str, str] | None = None,
) -> Resolution:
    """Write down what the panel says; it closes the meeting and is never changed (UN Guidelines §57, R-26).

    `missing` is what has to be done before a deferred question comes back; `overrides` are the written reasons for
    going on where a rule only warns: why a member did not vote.
    """
    meeting = _open(meeting)
    concerns = concerns_before_answer(
        meeting_facts(meeting), seats_at(meeting), kind=kind, conditions=len(conditions), on=on
    )
    kept = heed([*written_about_the_future(on, by.today), *concerns], overrides or {})
    resolution = Resolution(
        meeting=meeting,
        kind=kind,
        reasons=reasons,
        missing=missing,
        absent="\n".join(kept.values()),
        resolved_on=on,
        recorded_by_id=by.somebody,
    )
    well_formed(resolution)
    resolution.save()
    for asked in conditions:
        condition = Condition(
            resolution=resolution, what=asked.what, responsible=asked.responsible, due_on=asked.due_on
        )
        well_formed(condition)
        condition.save()
    facts = {"meeting": meeting.pk, "kind": kind, "conditions": len(conditions)}
    why = resolution.absent
    for child in meeting.question.children.select_related("file"):
        record("resolve", by=by, chain=child.file.key, subject=resolution, on=on, why=why, facts=facts)
    return resolution


@atomic()
def meet_condition(*, condition: Condition, result: str, on: date, by: Actor) -> Condition:
    """What the panel asked for is done; what came of it is written down once."""
    condition = Condition.objects.select_for_update().get(pk=condition.pk)
    heed(
        [
            *written_about_the_future(on, by.today),
            *concerns_before_met(is_met=condition.met_on is not None, result=result),
        ],
        {},
    )
    condition.met_on, condition.met_by_id, condition.result = on, by.somebody, result
    well_formed(condition)
    condition.save(update_fields=["met_on", "met_by", "result"])
    question = Question.objects.get(meetings__resolution=condition.resolution_id)
    for child in question.children.select_related("file"):
        facts = {"question": question.pk}
        record("meet_condition", by=by, chain=child.file.key, subject=condition, on=on, facts=facts)
    return condition


def _open(meeting: PanelMeeting) -> PanelMeeting:
    """The meeting as it stands once nobody else decides or answers the question at the same time."""
    question = Question.objects.select_for_update().get(pk=meeting.question_id)
    still_prepared(question)
    return PanelMeeting.objects.select_related("question", "resolution").get(pk=meeting.pk)
