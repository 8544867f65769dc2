"""What is asked of the record about a panel."""

from collections.abc import Sequence
from datetime import date

from django.db.models import Exists, F, OuterRef, Prefetch, Q, QuerySet

from vatra.access.doors import Held
from vatra.access.models import Appointment, Reach, Unit, User
from vatra.access.roles import Permission, Role
from vatra.casework.models import File
from vatra.decisions.models import Condition, PanelMeeting, PanelSeat, Question, QuestionChild
from vatra.decisions.rules.panel import MeetingFacts, SeatFacts
from vatra.people.models import Kinship


def seats_held(member: int | None, *, on: date) -> QuerySet[PanelSeat]:
    """The seats a member holds on a day, those with a declared conflict among them."""
    holds = Q(last_day__isnull=True) | Q(last_day__gte=on)
    return PanelSeat.objects.filter(holds, member=member, first_day__lte=on)


def sits_on_panels(member: User, *, on: date) -> bool:
    """Whether somebody is appointed to panels on a day."""
    return Appointment.objects.held_on(on).filter(user=member, role=Role.PANEL_MEMBER).exists()


def members_to_seat(question: Question, unit: Unit, *, on: date) -> QuerySet[User]:
    """Everybody of the organisation who is appointed to panels on a day and has no seat here yet, by name."""
    appointed = Appointment.objects.held_on(on).filter(
        user=OuterRef("pk"), role=Role.PANEL_MEMBER, unit__lineage__contains=unit.lineage[:1]
    )
    holds = Q(last_day__isnull=True) | Q(last_day__gte=on)
    seated = PanelSeat.objects.filter(holds, question=question, member=OuterRef("pk"))
    free = User.objects.filter(Exists(appointed), ~Exists(seated), is_active=True)
    return free.order_by("full_name", "pk")


def who_can_meet_conditions(files: Sequence[File], *, on: date) -> QuerySet[User]:
    """Everybody who may write into the file of the first child on a day, by name."""
    reach = Reach.objects.on(on).allowing(Permission.WRITE_FILE).filter(user=OuterRef("pk"))
    return User.objects.filter(Exists(reach.filter(file_id=files[0].pk)), is_active=True).order_by(
        "full_name", "pk"
    )


def seats_at(meeting: PanelMeeting) -> list[SeatFacts]:
    """Every seat of the question, with its vote at this meeting."""
    voted = dict(meeting.votes.values_list("seat", "position"))
    seats = PanelSeat.objects.filter(question=meeting.question_id).select_related("member").order_by("pk")
    return [seat_facts(seat, voted=voted.get(seat.pk)) for seat in seats]


def seat_facts(seat: PanelSeat, *, voted: str | None = None) -> SeatFacts:
    """What the rules ask about a seat."""
    return SeatFacts(
        name=seat.member.full_name,
        discipline=seat.discipline,
        as_guest=seat.as_guest,
        has_conflict=seat.has_conflict,
        first_day=seat.first_day,
        last_day=seat.last_day,
        voted=voted,
    )


def meeting_facts(meeting: PanelMeeting) -> MeetingFacts:
    """What the rules ask about a meeting."""
    later = PanelMeeting.objects.filter(question=meeting.question_id, pk__gt=meeting.pk)
    return MeetingFacts(
        meets_on=meeting.meets_on,
        quorum=meeting.quorum,
        said=hasattr(meeting, "resolution"),
        overtaken=later.exists(),
    )


def conditions_of(user: User, held: Held) -> Sequence[Condition]:
    """What a panel asked of somebody who may still write it down, the earliest first; one query, or none."""
    if not held.may(Permission.WRITE_FILE):
        return []
    open_ones = Condition.objects.filter(responsible=user, met_on__isnull=True)
    return list(
        open_ones.filter(resolution__meeting__question__withdrawn_on__isnull=True)
        .annotate(question=F("resolution__meeting__question"))
        .order_by("due_on", "pk")
    )


def names_before_seat(seat: PanelSeat) -> list[QuestionChild]:
    """The children of the question with their parents, by name only: all that is told before the declaration."""
    parents = Prefetch(
        "file__child__kin",
        Kinship.objects.parents().select_related("relative").order_by("pk"),
        "named_parents",
    )
    children = seat.question.children.select_related("file__child").prefetch_related(parents)
    return list(children.order_by("pk"))
