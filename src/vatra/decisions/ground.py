"""What a decision rests on: read once, judged by the rules, and kept with the decision as it then stood."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from vatra.decisions.kinds import kind_of
from vatra.decisions.models import Decision, Option, Question, QuestionChild, Separation, TookPart
from vatra.decisions.on_record import Around, OnRecord
from vatra.decisions.rules.child import ChildFacts
from vatra.decisions.rules.issuing import QuestionFacts, factors_missing
from vatra.decisions.siblings import Pair, pair_of
from vatra.decisions.surroundings import Surroundings, surroundings_of
from vatra.people.models import Person

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


def ground_of(written: OnRecord, siblings: Mapping[int, Sequence[Person]]) -> Ground:
    """What was written, with the brothers and sisters by the id of the child."""
    return Ground(
        question=written.question,
        options=written.options,
        children=written.children,
        participants=written.participants,
        separations=written.separations,
        siblings=siblings,
    )


def facts_before_issue(
    ground: Ground,
    around: Around,
    *,
    reasons: str,
    chosen: Chosen,
    issuer: int,
    on: date,
    panel_met: bool,
    panel_approved: bool,
    effective_on: date,
    supersedes: Decision | None = None,
) -> QuestionFacts:
    """Everything `concerns_before_issue` asks about, as it stands on a day; `issuer` is the id of the user."""
    surroundings = surroundings_of(
        around,
        children={child.file.child_id for child in ground.children},
        explained=explained_pairs(ground),
        on=effective_on,
    )
    return QuestionFacts(
        kind=ground.question.kind,
        option_forms=[option.form for option in ground.options],
        unweighed=[option.in_words for option in ground.options if _is_unweighed(ground, option)],
        has_entitled_issuer=_is_entitled(ground),
        reasons=reasons,
        children=list(_children_facts(ground, chosen, surroundings)),
        heard=[each.part for each in ground.participants],
        issuer_is_only_author=_authors(ground) == {issuer},
        panel_met=panel_met,
        panel_approved=panel_approved,
        decided_on=on,
        supersedes=supersedes.number if supersedes else "",
        reasons_before=supersedes.reasons if supersedes else "",
    )


def facts_while_preparing(
    ground: Ground, *, reader: int | None, panel_met: bool, panel_approved: bool
) -> QuestionFacts:
    """What is there so far, before anybody has chosen; `reader` is the id of a user entitled to issue. No query."""
    return QuestionFacts(
        kind=ground.question.kind,
        option_forms=[option.form for option in ground.options],
        unweighed=[option.in_words for option in ground.options if _is_unweighed(ground, option)],
        has_entitled_issuer=True,
        reasons="",
        children=list(_children_facts(ground, {}, Surroundings({}, {}))),
        heard=[each.part for each in ground.participants],
        issuer_is_only_author=_authors(ground) == {reader},
        panel_met=panel_met,
        panel_approved=panel_approved,
    )


def _is_entitled(ground: Ground) -> bool:
    """Whether who reads may issue the decision: in a role the kind names, for every child."""
    entitled = {role.value for role in kind_of(ground.question.kind).issued_by}
    return bool(ground.children) and all(entitled & set(child.reached_as) for child in ground.children)  # type: ignore[attr-defined]


def _authors(ground: Ground) -> set[int]:
    """Everybody who wrote something the decision rests on."""
    wrote = {ground.question.asked_by_id}
    wrote |= {child.heard_by_id for child in ground.children if child.heard_by_id}
    wrote |= {option.added_by_id for option in ground.options}
    return wrote | {each.written_by_id for option in ground.options for each in option.weighings.all()}


def _is_unweighed(ground: Ground, option: Option) -> bool:
    weighed = [weighing.factor for weighing in option.weighings.all()]
    return bool(factors_missing(ground.question.kind, weighed))


def _children_facts(ground: Ground, chosen: Chosen, around: Surroundings) -> Iterator[ChildFacts]:
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
            siblings_apart_without_reason=[
                *_apart_without_reason(person, ground, chosen),
                *around.siblings_elsewhere(person.pk, home=option.home_id if option else None),
            ],
            mark=f"-{number}" if number > 1 else "",
            was_heard=child.heard_how is not None,
            was_prepared=child.prepared_on is not None,
            was_given_weight=bool(child.taken_up.strip()),
            contact_decided=option.contact if option else None,
            home_fault=around.home_faults.get(option.home_id or 0) if option else None,
        )


def explained_pairs(ground: Ground) -> set[Pair]:
    """The pairs for whom a reason is written in this question."""
    return {pair_of(separation) for separation in ground.separations}


def _apart_without_reason(person: Person, ground: Ground, chosen: Chosen) -> list[str]:
    """The names of brothers and sisters of the same question who would live elsewhere, unexplained (R-09)."""
    places = {child.file.child_id: _place(chosen.get(child.file_id)) for child in ground.children}
    explained = explained_pairs(ground)
    return [
        sibling.name
        for sibling in ground.siblings.get(person.pk, [])
        if None not in (places.get(person.pk), places.get(sibling.pk))
        and places[person.pk] != places[sibling.pk]
        and Pair({person.pk, sibling.pk}) not in explained
    ]


def _place(option: Option | None) -> object:
    """Where the option lets a child live: a home, or the birth family; None where nothing was chosen."""
    return (option.home_id or option.form or option.contact) if option else None


def document_of(
    ground: Ground,
    chosen: Chosen,
    *,
    went_on_because: Mapping[str, str],
    went_on_against: Mapping[str, str],
    panel: Sequence[Mapping[str, Any]],
) -> dict[str, Any]:
    """The ground as it stands at this moment, to be kept with the decision.

    By the code of each warning: the reason for going on, and the sentence as the issuer read it.
    """
    question = ground.question
    return {
        "question": {"kind": question.kind, "why_now": question.why_now, "if_nothing": question.if_nothing},
        "options": [_option(option) for option in ground.options],
        "children": [_child(child, chosen[child.file_id]) for child in ground.children],
        "participants": [[each.name, each.part, each.view, each.taken_up] for each in ground.participants],
        "separations": [
            [s.file.reference, s.sibling_id, s.reason, s.in_words, s.contact, s.look_again_on.isoformat()]
            for s in ground.separations
        ],
        "panel": list(panel),
        "went_on_because": dict(went_on_because),
        "went_on_against": dict(went_on_against),
    }


def _option(option: Option) -> dict[str, Any]:
    weighed = sorted(option.weighings.all(), key=lambda weighing: weighing.factor)
    return {
        "id": option.pk,
        "form": option.form,
        "contact": option.contact,
        "home": option.home_id,
        "in_words": option.in_words,
        "short_term": option.short_term,
        "long_term": option.long_term,
        "weighings": {each.factor: [each.leaning, each.sentence, each.source] for each in weighed},
    }


def _child(child: QuestionChild, option: Option) -> dict[str, Any]:
    return {
        "file": child.file.reference,
        "causes": child.causes,
        "prepared_on": child.prepared_on.isoformat() if child.prepared_on else None,
        "heard": child.heard_how,
        "heard_on": child.heard_on.isoformat() if child.heard_on else None,
        "language": child.heard_in,
        "words": child.words,
        "taken_up": child.taken_up,
        "not_heard": child.not_heard_reason,
        "option": option.pk,
    }
