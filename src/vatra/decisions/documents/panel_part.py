"""What the panel said to a question, with its votes, dissents and conditions."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from vatra.decisions.models import Condition, Question, Resolution, Vote
from vatra.kernel.days_in_words import in_words
from vatra.kernel.typesetting.parts import Content, facts, section, table


def panel_parts(question: Question) -> Iterator[Content]:
    """One section for each meeting that said something, in order."""
    resolutions = Resolution.objects.filter(meeting__question=question).select_related("meeting")
    for said in resolutions.order_by("resolved_on", "pk"):
        yield section(_("The panel on %(day)s") % {"day": in_words(said.resolved_on)}, *_meeting(said))


def _meeting(said: Resolution) -> Iterator[Content]:
    yield facts(_resolution(said))
    votes = list(said.meeting.votes.select_related("seat__member").order_by("pk"))
    if votes:
        heads = [_("Member"), _("Discipline"), _("Vote"), _("Dissent")]
        yield table(heads, [3, 3, 2, 5], [_vote(vote) for vote in votes])
    conditions = list(said.conditions.select_related("responsible").order_by("due_on", "pk"))
    if conditions:
        heads = [_("Condition"), _("Who"), _("By")]
        yield table(heads, [6, 3, 2.4], [_condition(each) for each in conditions])


def _resolution(said: Resolution) -> Iterator[tuple[str, str]]:
    yield _("The panel says"), str(said.get_kind_display())
    yield _("Reasons"), said.reasons
    if said.missing:
        yield _("What is missing"), said.missing
    if said.absent:
        yield _("Why members did not vote"), said.absent


def _vote(vote: Vote) -> list[str]:
    seat = vote.seat
    return [
        seat.member.full_name,
        str(seat.get_discipline_display()),
        str(vote.get_position_display()),
        vote.dissent or "—",
    ]


def _condition(condition: Condition) -> list[str]:
    return [condition.what, condition.responsible.full_name, in_words(condition.due_on)]
