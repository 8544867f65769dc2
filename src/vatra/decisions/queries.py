"""What is asked of the record about a question."""

from datetime import date

from django.db.models import Exists, Max, OuterRef, Q, Subquery

from vatra.access.models import Reach, User
from vatra.casework.models import Assessment, Support
from vatra.decisions.kinds import kind_of
from vatra.decisions.models import Decision, Question, QuestionChild, Resolution, Withdrawal
from vatra.decisions.rules.afterwards import Standing
from vatra.decisions.siblings import PairOfSiblings, pairs_of
from vatra.decisions.words import PANEL_APPROVES
from vatra.kernel.clock import local_day
from vatra.kernel.ledger import Event
from vatra.people.queries import siblings_of


def children_of(question: Question) -> list[QuestionChild]:
    """The children of the question, with what else the rules ask about them."""
    assessed = (
        Assessment.objects.filter(file=OuterRef("file"))
        .values("file")
        .annotate(on=Max("made_on"))
        .values("on")
    )
    return list(
        question.children.select_related("file__child", "heard_by", "prepared_by", "felt_heard")
        .annotate(
            assessed_on=Subquery(assessed),
            support_was_tried=Exists(Support.objects.filter(file=OuterRef("file"))),
        )
        .order_by("pk"),
    )


def may_issue(question: Question, user: User, *, on: date) -> bool:
    """Whether the user may issue this question's decision: in a role the kind names, for every child of it."""
    files = set(question.children.values_list("file_id", flat=True))
    entitled = kind_of(question.kind).issued_by
    reach = Reach.objects.on(on).filter(user=user, role__in=entitled, file_id__in=files)
    return bool(files) and set(reach.values_list("file_id", flat=True)) == files


def panel_approved(question: Question) -> bool:
    """Whether the panel that met last approved it."""
    said = Resolution.objects.filter(meeting__question=question).order_by("-resolved_on", "-pk")
    return said.values_list("kind", flat=True).first() in PANEL_APPROVES


def pairs_of_siblings(question: Question, *, on: date) -> list[PairOfSiblings]:
    """The brothers and sisters this question could part, with the reasons written so far."""
    children = children_of(question)
    siblings = siblings_of([child.file.child_id for child in children])
    return pairs_of(children, siblings, question.separations.select_related("file"), on=on)


def standing_of(decision: Decision) -> Standing:
    """How the decision stands now; three queries."""
    return Standing(
        issued_on=local_day(decision.issued_at),
        appeal_until=decision.appeal_until,
        is_superseded=Decision.objects.filter(supersedes=decision).exists(),
        is_withdrawn=Withdrawal.objects.filter(decision=decision).exists(),
        was_carried_out=was_carried_out(decision),
    )


def holds(decision: Decision) -> bool:
    """Whether something may still be done by the decision: not superseded, withdrawn or overturned on appeal."""
    fell = Q(superseded_by__isnull=False) | Q(withdrawal__isnull=False) | Q(appeals__outcome="overturned")
    return not Decision.objects.filter(fell, pk=decision.pk).exists()


def was_carried_out(decision: Decision) -> bool:
    """Whether a child came to live, or returned to the family, by this decision."""
    outcomes = list(decision.outcomes.order_by("pk").values_list("pk", "file__key"))
    if decision.outcomes.filter(placements__isnull=False).exists():
        return True
    returns = Event.objects.filter(chain__in=[key for _pk, key in outcomes], act="return_home", reading=False)
    return returns.filter(facts__outcome__in=[pk for pk, _key in outcomes]).exists()
