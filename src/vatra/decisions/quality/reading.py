"""Reading what the record says about one decision: four queries at most, however much was written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Max, Min, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import JSONObject

from vatra.casework.models import Assessment, Contact, File, Plan, Support, Visit
from vatra.casework.words.entries import ContactKind, VisitPurpose
from vatra.decisions.models import (
    Decision,
    Option,
    Outcome,
    QuestionChild,
    Resolution,
    Separation,
    SheetHanded,
    ThinReason,
    TookPart,
    Vote,
    Weighing,
)
from vatra.decisions.quality.on_record import ChildOnRecord, OnRecord, OptionOnRecord
from vatra.decisions.words import PANEL_APPROVES, Discipline
from vatra.kernel.clock import local_day
from vatra.kernel.read_along import along, rows_along
from vatra.people.models import Person
from vatra.people.queries import siblings_of

A_DAY = timedelta(days=1)


def decision_to_review(pk: int) -> Decision:
    """The decision with its question, its flags and what is asked of the question as a whole; one query."""
    part = TookPart.objects.filter(question=OuterRef("question"))
    votes = Vote.objects.filter(meeting__question=OuterRef("question"))
    said = Resolution.objects.filter(meeting__question=OuterRef("question")).order_by("-resolved_on", "-pk")
    sheets = SheetHanded.objects.filter(question=OuterRef("question")).order_by("handed_on")
    apart = Separation.objects.filter(question=OuterRef("question"))
    factors = Weighing.objects.filter(option=OuterRef("pk")).values("factor")
    options = Option.objects.filter(question=OuterRef("question")).annotate(factors=ArraySubquery(factors))
    flags = ThinReason.objects.filter(decision=OuterRef("pk")).order_by("pk")
    annotated = Decision.objects.select_related("question").annotate(
        gave_view=ArraySubquery(part.exclude(view="").values("part")),
        took_part=ArraySubquery(part.filter(not_heard_reason__isnull=True).values("part")),
        voted=ArraySubquery(votes.values("seat__discipline")),
        panel_said=Subquery(said.values("kind")[:1]),
        sheet_on=Subquery(sheets.values("handed_on")[:1]),
        explained=ArraySubquery(apart.values(pair=JSONObject(child="file__child", sibling="sibling"))),
        weighed=along(options.order_by("pk")),
        asked=along(QuestionChild.objects.filter(question=OuterRef("question"))),
        flags=ArraySubquery(flags.values(flag=JSONObject(kind="kind", about="about"))),
    )
    return annotated.get(pk=pk)


def on_record(decision: Any, *, today: date) -> OnRecord:
    """The facts about a decision that was read by `decision_to_review`."""
    issued_on = local_day(decision.issued_at)
    sheet_on = decision.sheet_on
    return OnRecord(
        kind=decision.question.kind,
        today=today,
        issued_on=issued_on,
        effective_on=decision.effective_on,
        review_on=decision.review_on,
        legal_basis=decision.legal_basis,
        appeal_until=decision.appeal_until,
        representation=decision.representation,
        children=_children(decision, issued_on),
        options=_options(decision),
        heard=frozenset(decision.gave_view),
        disciplines=frozenset({*decision.voted, *decision.took_part} & set(Discipline.values)),
        panel_approved=decision.panel_said in PANEL_APPROVES,
        sheet_on=sheet_on if sheet_on and sheet_on <= issued_on else None,
    )


def _options(decision: Any) -> list[OptionOnRecord]:
    options: list[Any] = rows_along(Option, decision.weighed)
    return [
        OptionOnRecord(
            form=option.form,
            factors=frozenset(option.factors),
            has_both_terms=bool(option.short_term.strip() and option.long_term.strip()),
        )
        for option in options
    ]


def _children(decision: Any, issued_on: date) -> list[ChildOnRecord]:
    asked = {each.file_id: each for each in rows_along(QuestionChild, decision.asked)}
    outcomes = list(_outcomes(decision, issued_on))
    siblings = _Siblings.of(decision, outcomes)
    return [_child(outcome, asked[outcome.file_id], siblings) for outcome in outcomes]


def _child(outcome: Any, asked: QuestionChild, siblings: "_Siblings") -> ChildOnRecord:
    person, telling, not_told = outcome.file.child, _one(outcome, "telling"), _one(outcome, "not_told")
    return ChildOnRecord(
        name=person.name,
        form=outcome.form,
        contact=outcome.contact,
        birth_on=person.birth_on,
        languages=tuple(person.languages),
        causes=tuple(asked.causes),
        prepared_on=asked.prepared_on,
        heard_on=asked.heard_on,
        heard_in=asked.heard_in,
        interpreter=asked.interpreter,
        taken_up=asked.taken_up,
        not_heard=asked.not_heard_reason,
        told_on=telling.told_on if telling else None,
        cannot_be_told=bool(not_told and not_told.confirmed_on),
        assessed_on=outcome.assessed_on,
        supports=tuple(outcome.supports),
        plan_aims=tuple(outcome.plan_aims),
        moved_in_on=outcome.moved_in_on,
        met_family_on=outcome.met_family_on,
        returned_on=outcome.returned_on,
        visited_after_return_on=outcome.visited_on,
        has_siblings=bool(siblings.by_person.get(person.pk)),
        apart_unexplained=siblings.apart_unexplained(outcome),
    )


def _one(row: Any, name: str) -> Any:
    """The one row that belongs to another, read with it; None where there is none."""
    return getattr(row, name, None)


def _outcomes(decision: Decision, issued_on: date) -> QuerySet[Outcome]:
    """What was decided for each child, with the days in the child's file that the provisions ask for; one query."""
    on = decision.effective_on
    assessed = _of_file(Assessment).filter(made_on__lte=issued_on, corrected_by__isnull=True)
    supports = _of_file(Support).filter(first_day__lte=issued_on)
    plans = _of_file(Plan).filter(Q(last_day__isnull=True) | Q(last_day__gte=on), first_day__lte=on)
    # The last day in the home may be the day before the decision takes effect.
    ended = {"file__placements__end_reason": "returned_home", "file__placements__last_day__gte": on - A_DAY}
    met = _of_file(Contact).filter(met_on__gte=on, corrected_by__isnull=True)
    visits = _of_file(Visit).filter(purpose=VisitPurpose.AFTER_RETURN, saw_child=True, visited_on__gte=on)
    return (
        decision.outcomes.select_related("file__child", "telling", "not_told")
        .annotate(
            assessed_on=_latest(assessed, "made_on"),
            supports=ArraySubquery(supports.values("kind")),
            plan_aims=ArraySubquery(plans.values("aim")),
            met_family_on=_first(met.exclude(kind=ContactKind.DID_NOT_HAPPEN), "met_on"),
            visited_on=_first(visits.filter(corrected_by__isnull=True), "visited_on"),
            moved_in_on=Min("placements__first_day"),
            returned_on=Min("file__placements__last_day", filter=Q(**ended)),
        )
        .order_by("pk")
    )


def _of_file(model: Any) -> QuerySet[Any]:
    found: QuerySet[Any] = model.objects.filter(file=OuterRef("file"))
    return found


def _latest(rows: QuerySet[Any], name: str) -> Subquery:
    return Subquery(rows.order_by().values("file").annotate(day=Max(name)).values("day"))


def _first(rows: QuerySet[Any], name: str) -> Subquery:
    return Subquery(rows.order_by().values("file").annotate(day=Min(name)).values("day"))


@dataclass(frozen=True)
class _Siblings:
    """Brothers and sisters of the children, where each of them lives on the day, and the pairs with a reason."""

    by_person: Mapping[int, Sequence[Person]]
    places: Mapping[int, object]
    explained: set[frozenset[int]]

    @classmethod
    def of(cls, decision: Any, outcomes: Sequence[Outcome]) -> "_Siblings":
        """Two queries at most."""
        by_person = siblings_of([outcome.file.child_id for outcome in outcomes])
        places = _homes_of({each.pk for siblings in by_person.values() for each in siblings}, decision)
        places |= {outcome.file.child_id: _place(outcome.home_id, outcome.form) for outcome in outcomes}
        return cls(by_person, places, {frozenset(pair.values()) for pair in decision.explained})

    def apart_unexplained(self, outcome: Outcome) -> list[str]:
        """The names of those who live elsewhere without a written reason for the pair."""
        child = outcome.file.child_id
        return [
            sibling.name
            for sibling in self.by_person.get(child, ())
            if sibling.pk in self.places
            and self.places[sibling.pk] != self.places[child]
            and frozenset({child, sibling.pk}) not in self.explained
        ]


def _place(home: int | None, form: str | None) -> object:
    return home or form


def _homes_of(people: set[int], decision: Decision) -> dict[int, object]:
    """The homes in which brothers and sisters live in care on the day the decision takes effect."""
    if not people:
        return {}
    on = decision.effective_on
    stays = Q(placements__last_day__isnull=True) | Q(placements__last_day__gte=on)
    living = File.objects.filter(stays, child__in=people, placements__first_day__lte=on)
    return {child: _place(home, None) for child, home in living.values_list("child", "placements__home")}
