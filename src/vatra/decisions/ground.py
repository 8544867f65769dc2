"""What a decision rests on: read once, judged by the rules, and kept with the decision as it then stood."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from vatra.access.models import User
from vatra.decisions.models import Option, Question, QuestionChild, Separation, TookPart
from vatra.decisions.queries import children_of, may_issue
from vatra.decisions.rules import ChildFacts, QuestionFacts, factors_missing
from vatra.people.models import Person
from vatra.people.queries import siblings_of

Chosen = Mapping[int, Option]
"""The option decided for each child, by the id of the file."""


@dataclass(frozen=True)
class Ground:
    """A question with everything written for it; `siblings` are by the id of the child."""

    question: Question
    options: Sequence[Option]
    children: Sequence[QuestionChild]
    participants: Sequence[TookPart]
    separations: Sequence[Separation]
    siblings: Mapping[int, Sequence[Person]]


def ground_of(question: Question) -> Ground:
    """Six queries, however much was written."""
    children = children_of(question)
    return Ground(
        question=question,
        options=list(question.options.prefetch_related("weighings").order_by("pk")),
        children=children,
        participants=list(question.participants.order_by("pk")),
        separations=list(question.separations.select_related("file").order_by("pk")),
        siblings=siblings_of([child.file.child_id for child in children]),
    )


def facts_before_issue(
    ground: Ground, *, reasons: str, chosen: Chosen, issuer: User, on: date
) -> QuestionFacts:
    """Everything `concerns_before_issue` asks about."""
    return QuestionFacts(
        kind=ground.question.kind,
        option_forms=[option.form for option in ground.options],
        unweighed=[option.in_words for option in ground.options if _is_unweighed(option)],
        has_entitled_issuer=may_issue(ground.question, issuer, on=on),
        reasons=reasons,
        children=list(_children_facts(ground, chosen)),
    )


def _is_unweighed(option: Option) -> bool:
    return bool(factors_missing([weighing.factor for weighing in option.weighings.all()]))


def _children_facts(ground: Ground, chosen: Chosen) -> Iterator[ChildFacts]:
    for number, child in enumerate(ground.children, start=1):
        person, option = child.file.child, chosen.get(child.file_id)
        yield ChildFacts(
            name=person.name,
            is_answered=child.is_answered,
            causes=child.causes,
            form_decided=option.form if option else None,
            home_decided=option.home_id if option else None,
            birth_on=person.birth_on,
            assessed_on=child.assessed_on,  # type: ignore[attr-defined]
            support_was_tried=child.support_was_tried,  # type: ignore[attr-defined]
            siblings_apart_without_reason=_apart_without_reason(person, ground, chosen),
            mark=f"-{number}" if number > 1 else "",
        )


def _apart_without_reason(person: Person, ground: Ground, chosen: Chosen) -> list[str]:
    """The names of brothers and sisters of the same question who would live elsewhere, unexplained (R-09)."""
    places = {child.file.child_id: _place(chosen.get(child.file_id)) for child in ground.children}
    explained = {frozenset({each.file.child_id, each.sibling_id}) for each in ground.separations}
    return [
        sibling.name
        for sibling in ground.siblings.get(person.pk, [])
        if None not in (places.get(person.pk), places.get(sibling.pk))
        and places[person.pk] != places[sibling.pk]
        and frozenset({person.pk, sibling.pk}) not in explained
    ]


def _place(option: Option | None) -> object:
    """Where the option lets a child live: a home, or the birth family; None where nothing was chosen."""
    return (option.home_id or option.form) if option else None


def document_of(ground: Ground, chosen: Chosen, went_on_because: Mapping[str, str]) -> dict[str, Any]:
    """The ground as it stands at this moment, to be kept with the decision."""
    question = ground.question
    return {
        "question": {"kind": question.kind, "why_now": question.why_now, "if_nothing": question.if_nothing},
        "options": [_option(option) for option in ground.options],
        "children": [_child(child, chosen[child.file_id]) for child in ground.children],
        "participants": [[each.name, each.part, each.view] for each in ground.participants],
        "separations": [
            [s.file.reference, s.sibling_id, s.reason, s.in_words, s.contact, s.look_again_on.isoformat()]
            for s in ground.separations
        ],
        "went_on_because": dict(went_on_because),
    }


def _option(option: Option) -> dict[str, Any]:
    weighed = sorted(option.weighings.all(), key=lambda weighing: weighing.factor)
    return {
        "id": option.pk,
        "form": option.form,
        "home": option.home_id,
        "in_words": option.in_words,
        "weighings": {each.factor: [each.leaning, each.sentence] for each in weighed},
    }


def _child(child: QuestionChild, option: Option) -> dict[str, Any]:
    return {
        "file": child.file.reference,
        "causes": child.causes,
        "heard": child.heard_how,
        "heard_on": child.heard_on.isoformat() if child.heard_on else None,
        "language": child.heard_in,
        "words": child.words,
        "taken_up": child.taken_up,
        "not_heard": child.not_heard_reason,
        "option": option.pk,
    }
