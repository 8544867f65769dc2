"""What is asked of the record about a question."""

from datetime import date

from django.db.models import Exists, Max, OuterRef, Subquery

from vatra.access.models import User
from vatra.access.roles import Permission
from vatra.casework.models import Assessment, File, Support
from vatra.decisions.models import Question, QuestionChild
from vatra.people.models import Person
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
        question.children.select_related("file__child")
        .annotate(
            assessed_on=Subquery(assessed),
            support_was_tried=Exists(Support.objects.filter(file=OuterRef("file"))),
        )
        .order_by("pk"),
    )


def may_issue(question: Question, user: User, *, on: date) -> bool:
    """Whether the user may issue this question's decision: entitled for every child of it."""
    files = [child.file_id for child in question.children.all()]
    reached = File.objects.visible_to(user, on=on, to=Permission.ISSUE_DECISION).filter(pk__in=files).count()
    return bool(files) and reached == len(files)


def pairs_of_siblings(question: Question) -> list[tuple[File, Person]]:
    """Each child of the question with each of its brothers and sisters; a pair within the question stands once."""
    children = children_of(question)
    siblings = siblings_of([child.file.child_id for child in children])
    pairs: dict[frozenset[int], tuple[File, Person]] = {}
    for child in children:
        for sibling in siblings.get(child.file.child_id, []):
            pairs.setdefault(frozenset({child.file.child_id, sibling.pk}), (child.file, sibling))
    return list(pairs.values())
