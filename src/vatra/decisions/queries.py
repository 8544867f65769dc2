"""What a decision rests on, read at once."""

from collections.abc import Mapping
from datetime import date

from django.db.models import Exists, Max, OuterRef, Subquery

from vatra.access.models import User
from vatra.access.roles import Permission
from vatra.casework.models import Assessment, File, Support
from vatra.decisions.models import Option, Question, QuestionChild
from vatra.decisions.rules import ChildFacts, QuestionFacts, factors_missing
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


def facts_before_issue(
    question: Question, *, reasons: str, chosen: Mapping[int, Option], issuer: User, on: date
) -> QuestionFacts:
    """Everything `concerns_before_issue` asks about; `chosen` gives the option by the id of the file."""
    options = list(question.options.prefetch_related("weighings").order_by("pk"))
    unweighed = [
        option.in_words for option in options if factors_missing([w.factor for w in option.weighings.all()])
    ]
    return QuestionFacts(
        kind=question.kind,
        option_forms=[option.form for option in options],
        unweighed=unweighed,
        has_entitled_issuer=may_issue(question, issuer, on=on),
        reasons=reasons,
        children=_children_facts(question, chosen),
    )


def _children_facts(question: Question, chosen: Mapping[int, Option]) -> list[ChildFacts]:
    children = children_of(question)
    homes = {
        child.file.child_id: _place(chosen.get(child.file_id))
        for child in children
        if child.file_id in chosen
    }
    explained = {
        (each.file.child_id, each.sibling_id) for each in question.separations.select_related("file")
    }
    siblings = siblings_of([child.file.child_id for child in children])
    facts = []
    for number, child in enumerate(children, start=1):
        person, option = child.file.child, chosen.get(child.file_id)
        apart = [
            sibling.name
            for sibling in siblings.get(person.pk, [])
            if sibling.pk in homes
            and homes.get(person.pk) != homes[sibling.pk]
            and not {(person.pk, sibling.pk), (sibling.pk, person.pk)} & explained
        ]
        facts.append(
            ChildFacts(
                name=person.name,
                is_answered=child.is_answered,
                causes=child.causes,
                form_decided=option.form if option else None,
                home_decided=option.home_id if option else None,
                birth_on=person.birth_on,
                assessed_on=child.assessed_on,  # type: ignore[attr-defined]
                support_was_tried=child.support_was_tried,  # type: ignore[attr-defined]
                siblings_apart_without_reason=apart,
                mark=f"-{number}" if number > 1 else "",
            ),
        )
    return facts


def _place(option: Option | None) -> object:
    """Where the option lets a child live: a home, or the birth family."""
    return (option.home_id or option.form) if option else None
