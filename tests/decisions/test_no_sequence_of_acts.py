"""No acts, in any order, by anybody, put a child somewhere without a decision that is complete."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.db.models import Model
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from tests.builders import TODAY, a_child, a_file, a_home, a_unit, a_user, at, by, siblings, weigh
from tests.decisions.missing_ground import missing_ground
from tests.decisions.plain_attempts import ATTEMPTS
from tests.kernel.builders import the_role_of_the_application
from vatra.access.models import Appointment, User
from vatra.access.roles import Role
from vatra.casework.models import File
from vatra.decisions.actions import (
    add_option,
    ask,
    call_panel,
    cast_vote,
    declare_interest,
    issue,
    justify_separation,
    prepare_hearing,
    record_hearing,
    record_not_heard,
    resolve,
    seat_member,
    weigh_option,
    weigh_view,
    withdraw,
    withdraw_decision,
)
from vatra.decisions.kinds import kind_of
from vatra.decisions.models import Decision, Option, Outcome, PanelMeeting, PanelSeat, Question, QuestionChild
from vatra.decisions.weighing.cells import Cell, fingerprint_of
from vatra.decisions.words import Factor
from vatra.homes.models import Home
from vatra.kernel.concern import Refused
from vatra.kernel.ledger import Actor
from vatra.placements.actions import end_placement, move, place, return_home
from vatra.placements.models import Placement

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(at(), tick=False)]

T = TypeVar("T")
M = TypeVar("M", bound=Model)
Going = Callable[[Mapping[str, str]], T]

KINDS = st.sampled_from(
    ["first_placement", "first_placement", "emergency", "return_home", "adoption_readiness"]
)
PEOPLE = (
    "worker",
    "supervisor",
    "supervisor",
    "other_supervisor",
    "former_supervisor",
    "stranger",
    "first",
    "second",
)
SOMEBODY = st.sampled_from(PEOPLE)
ISSUER = st.sampled_from([*["supervisor"] * 6, *PEOPLE])
MEMBER = st.sampled_from(["first", "second", "stranger"])
DAYS = st.sampled_from([TODAY, TODAY, TODAY, TODAY - timedelta(days=1), TODAY + timedelta(days=1)])
TEXTS = st.sampled_from(["What we saw and heard there.", "What we saw and heard there.", ""])
FEW = st.integers(0, 3)
# What is left out of a question that is otherwise ready to be decided; mostly nothing.
OMISSIONS = ["view", "a second option", "a factor", "the panel", "a vote", "a second author", "the home"]
LEFT_OUT = st.sampled_from([*[""] * len(OMISSIONS), *OMISSIONS])


@dataclass(frozen=True)
class World:
    """Who and what is there before anything is asked."""

    people: Mapping[str, User]
    files: tuple[File, ...]
    homes: tuple[Home, ...]


def a_world() -> World:
    """Two children of one family and one of another team, homes, and people entitled to different things."""
    team = a_unit()
    worker = a_user(unit=team)
    former = a_user(Role.SUPERVISOR, team)
    Appointment.objects.filter(user=former).update(last_day=TODAY - timedelta(days=1))
    files = [a_file(a_child(), worker=worker, unit=team) for _number in range(2)]
    siblings(files[0].child, files[1].child)
    return World(
        people={
            "worker": worker,
            "supervisor": a_user(Role.SUPERVISOR, team),
            "other_supervisor": a_user(Role.SUPERVISOR),
            "former_supervisor": former,
            "stranger": a_user(),
            "first": a_user(Role.PANEL_MEMBER, team),
            "second": a_user(Role.PANEL_MEMBER, team),
        },
        files=(*files, a_file()),
        homes=(a_home(unit=team), a_home(unit=team, form="foster_long")),
    )


def attempt(act: Callable[[], T]) -> T | None:
    """What was done; None where rules, models or the database refused it. Any other error is a fault."""
    try:
        with transaction.atomic():
            done = act()
            with connection.cursor() as cursor:
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")
            return done
    except (Refused, ValidationError, IntegrityError):
        return None


def going_on(act: Going[T]) -> T:
    """Give every reason that is asked for: a warning alone must never be what keeps the promise."""
    try:
        with transaction.atomic():
            return act({})
    except Refused as refused:
        return act({concern.code: "Known and weighed." for concern in refused.concerns})


class AnyOrder(RuleBasedStateMachine):
    """Every act with arguments that are often wrong, in any order, on whichever row stands at a place."""

    def __init__(self, world: World, counted: dict[str, int]) -> None:
        super().__init__()
        self.world, self.counted = world, counted
        self.example = transaction.atomic()
        self.example.__enter__()

    def teardown(self) -> None:
        """Nothing an example did is there for the next."""
        self.counted["placed"] += Placement.objects.count()
        transaction.set_rollback(True)
        self.example.__exit__(None, None, None)

    @invariant()
    def every_stay_rests_on_a_complete_decision(self) -> None:
        assert missing_ground() == []

    def who(self, name: str) -> Actor:
        role = Role.SUPERVISOR if "supervisor" in name else Role.SOCIAL_WORKER
        return by(self.world.people[name], TODAY, role)

    def on_one(self, rows: type[M], nth: int, act: Callable[[M], object]) -> None:
        """Try the act on one of the rows; where there is none yet, nothing happens."""
        numbers = list(rows._default_manager.order_by("pk").values_list("pk", flat=True))
        if numbers:
            row = rows._default_manager.get(pk=numbers[nth % len(numbers)])
            attempt(lambda: act(row))

    # Asking and preparing.

    @initialize(kind=KINDS, together=st.booleans(), out=LEFT_OUT, who=ISSUER)
    def the_first_way(self, kind: str, together: bool, out: str, who: str) -> None:
        self.the_whole_way(kind, together, out, who)

    @rule(kind=KINDS, together=st.booleans(), out=LEFT_OUT, who=ISSUER)
    def another_way(self, kind: str, together: bool, out: str, who: str) -> None:
        self.the_whole_way(kind, together, out, who)

    def the_whole_way(self, kind: str, together: bool, out: str, who: str) -> None:
        """From the question to the home, as somebody goes who works well, but for what is left out."""
        question = attempt(lambda: self._prepare(kind, together, out))
        decision = attempt(lambda: self._issue(question, who, 0, "We looked.", TODAY)) if question else None
        for outcome in decision.outcomes.all() if decision else ():
            attempt(lambda outcome=outcome: self._place(outcome, TODAY, "worker"))

    @rule(kind=KINDS, together=st.booleans(), who=SOMEBODY, text=TEXTS, on=DAYS)
    def somebody_asks(self, kind: str, together: bool, who: str, text: str, on: date) -> None:
        attempt(lambda: self._ask(kind, together, who, text, on))

    def _ask(self, kind: str, together: bool, who: str, text: str, on: date) -> Question:
        files = self.world.files[:2] if together else self.world.files[:1]
        return ask(
            kind=kind,
            unit=files[0].unit,
            files=files,
            causes={file.pk: ["neglect"] for file in files},
            why_now=text,
            if_nothing=text,
            on=on,
            by=self.who(who),
        )

    def _prepare(self, kind: str, together: bool, out: str) -> Question:
        who = "supervisor" if out == "a second author" else "worker"
        question = self._ask(kind, together, who, "The mother is in hospital.", TODAY)
        for form in ["birth_family", "kinship"][: 1 if out == "a second option" else 2]:
            option = self._option(question, form, who, at_home=out != "the home")
            self._weigh(option, kind_of(kind).factors[out == "a factor" :], who)
        for child in question.children.select_related("file") if out != "view" else ():
            self._hear(child, "With my sister.", TODAY, who)
        if kind_of(kind).panel and out != "the panel":
            self._panel(question, ["first", "second"][: 1 if out == "a vote" else 2])
        return question

    @rule(nth=FEW, form=st.sampled_from(["birth_family", "kinship", "foster_long"]), who=SOMEBODY)
    def somebody_adds_an_option(self, nth: int, form: str, who: str) -> None:
        self.on_one(Question, nth, lambda question: self._option(question, form, who))

    def _option(self, question: Question, form: str, who: str, *, at_home: bool = True) -> Option:
        home = {"kinship": self.world.homes[0], "foster_long": self.world.homes[1]}.get(form)
        return add_option(
            question=question,
            form=form,
            home=home if at_home else None,
            in_words="One way for now",
            by=self.who(who),
        )

    @rule(nth=FEW, left=st.sets(st.sampled_from(Factor), max_size=2), who=SOMEBODY)
    def somebody_weighs_an_option(self, nth: int, left: set[Factor], who: str) -> None:
        self.on_one(Option, nth, lambda option: self._weigh(option, sorted(set(Factor) - left), who))

    @rule(nth=FEW, factor=st.sampled_from([*Factor, "the weather"]), text=TEXTS, who=SOMEBODY)
    def somebody_weighs_one_factor(self, nth: int, factor: str, text: str, who: str) -> None:
        given = {"factor": factor, "leaning": "for", "sentence": text, "by": self.who(who)}
        self.on_one(Option, nth, lambda option: weigh(option=option, **given))

    def _weigh(self, option: Option, factors: Sequence[Factor], who: str) -> object:
        held = {weighing.factor: weighing for weighing in option.weighings.all()}
        cells = [
            Cell(factor.value, "for", "It is known there.", seen=fingerprint_of(held.get(factor.value)))
            for factor in factors
        ]
        return weigh_option(option=option, cells=cells, by=self.who(who))

    @rule(nth=FEW, words=TEXTS, on=DAYS, who=SOMEBODY)
    def somebody_hears_a_child(self, nth: int, words: str, on: date, who: str) -> None:
        prepared = {"on": on, "explained": "What is asked.", "wants_there": "", "by": self.who(who)}
        self.on_one(QuestionChild, nth, lambda child: prepare_hearing(child=child, **prepared))
        self.on_one(QuestionChild, nth, lambda child: self._hear(child, words, on, who))
        self.on_one(
            QuestionChild, nth, lambda child: weigh_view(child=child, taken_up=words, by=self.who(who))
        )

    def _hear(self, child: QuestionChild, words: str, on: date, who: str) -> QuestionChild:
        return record_hearing(
            child=child, how="talk", on=on, language="sq", words=words, taken_up=words, by=self.who(who)
        )

    @rule(nth=FEW, reason=st.sampled_from(["too_ill", "not_found", "no time"]), who=SOMEBODY)
    def somebody_says_why_a_child_was_not_heard(self, nth: int, reason: str, who: str) -> None:
        self.on_one(
            QuestionChild,
            nth,
            lambda child: record_not_heard(child=child, reason=reason, by=self.who(who)),
        )

    @rule(nth=FEW, who=SOMEBODY, text=TEXTS)
    def somebody_says_why_siblings_live_apart(self, nth: int, who: str, text: str) -> None:
        one, other, _of_another_team = self.world.files
        given = {"file": one, "sibling": other.child, "reason": "own_wish", "in_words": text, "contact": text}
        later = TODAY + timedelta(days=60)
        self.on_one(
            Question,
            nth,
            lambda question: justify_separation(
                question=question, look_again_on=later, by=self.who(who), **given
            ),
        )

    # The panel.

    @rule(nth=FEW, member=MEMBER, discipline=st.sampled_from(["law", "health", "magic"]))
    def somebody_gets_a_seat(self, nth: int, member: str, discipline: str) -> None:
        self.on_one(Question, nth, lambda question: self._seat(question, member, discipline))

    def _seat(self, question: Question, member: str, discipline: str) -> PanelSeat:
        return seat_member(
            question=question,
            member=self.world.people[member],
            discipline=discipline,
            first_day=TODAY,
            last_day=None,
            by=self.who("supervisor"),
        )

    @rule(nth=FEW, conflict=st.sampled_from(["", "", "My cousin."]), who=SOMEBODY)
    def somebody_declares(self, nth: int, conflict: str, who: str) -> None:
        given = {"has_conflict": bool(conflict), "conflict": conflict, "by": self.who(who)}
        self.on_one(PanelSeat, nth, lambda seat: declare_interest(seat=seat, **given))

    @rule(nth=FEW, quorum=FEW)
    def the_panel_is_called(self, nth: int, quorum: int) -> None:
        self.on_one(Question, nth, lambda question: self._call(question, quorum))

    def _call(self, question: Question, quorum: int) -> PanelMeeting:
        return call_panel(
            question=question, meets_on=TODAY, agenda="Where?", quorum=quorum, by=self.who("supervisor")
        )

    @rule(nth=FEW, member=MEMBER, position=st.sampled_from(["agrees", "disagrees"]), who=SOMEBODY)
    def somebody_votes(self, nth: int, member: str, position: str, who: str) -> None:
        self.on_one(PanelMeeting, nth, lambda meeting: self._vote(meeting, member, position, who))

    def _vote(self, meeting: PanelMeeting, member: str, position: str, who: str) -> object:
        seat = PanelSeat.objects.filter(member=self.world.people[member]).order_by("pk").last()
        if seat is None:
            return None
        return cast_vote(meeting=meeting, seat=seat, position=position, dissent="Too far.", by=self.who(who))

    @rule(nth=FEW, kind=st.sampled_from(["approve", "approve_with_conditions", "reject", "defer"]))
    def the_panel_answers(self, nth: int, kind: str) -> None:
        self.on_one(PanelMeeting, nth, lambda meeting: self._resolve(meeting, kind))

    def _resolve(self, meeting: PanelMeeting, kind: str) -> object:
        given = {"reasons": "We looked.", "missing": "The school." if kind == "defer" else "", "on": TODAY}
        return going_on(
            lambda reasons: resolve(
                meeting=meeting,
                kind=kind,
                conditions=[],
                overrides=reasons,
                by=self.who("supervisor"),
                **given,
            )
        )

    def _panel(self, question: Question, voting: Sequence[str]) -> None:
        for name, discipline in (("first", "law"), ("second", "health")):
            seat = self._seat(question, name, discipline)
            declare_interest(seat=seat, has_conflict=False, conflict="", by=self.who(name))
        meeting = self._call(question, 2)
        for name in voting:
            self._vote(meeting, name, "agrees", name)
        attempt(lambda: self._resolve(meeting, "approve"))

    # Deciding, and what comes of it.

    @rule(nth=FEW, who=ISSUER, chosen=FEW, reasons=TEXTS, on=DAYS)
    def somebody_decides(self, nth: int, who: str, chosen: int, reasons: str, on: date) -> None:
        self.on_one(Question, nth, lambda question: self._issue(question, who, chosen, reasons, on))

    @rule(nth=FEW, who=ISSUER, chosen=FEW, on=DAYS)
    def somebody_decides_anew(self, nth: int, who: str, chosen: int, on: date) -> None:
        self.on_one(
            Decision,
            nth,
            lambda last: self._issue(last.question, who, chosen, "It has changed.", on, supersedes=last),
        )

    def _issue(
        self,
        question: Question,
        who: str,
        chosen: int,
        reasons: str,
        on: date,
        supersedes: Decision | None = None,
    ) -> Decision:
        """Each child may get another option, also one of another question."""
        options = [*question.options.order_by("-pk"), *Option.objects.order_by("pk")]
        children = question.children.order_by("pk").values_list("file", flat=True)
        each = {file: options[chosen * n % len(options)] for n, file in enumerate(children, 1) if options}
        return going_on(
            lambda overrides: issue(
                question=question,
                chosen=each,
                legal_basis="Family Law",
                reasons=reasons,
                effective_on=on,
                review_on=on + timedelta(days=60),
                overrides=overrides,
                supersedes=supersedes,
                by=self.who(who),
            )
        )

    @rule(nth=FEW)
    def a_question_is_withdrawn(self, nth: int) -> None:
        given = {"on": TODAY, "why": "Not needed.", "by": self.who("worker")}
        self.on_one(Question, nth, lambda question: withdraw(question=question, **given))

    @rule(nth=FEW)
    def a_decision_is_withdrawn(self, nth: int) -> None:
        given = {"on": TODAY, "why": "A mistake.", "by": self.who("supervisor")}
        self.on_one(Decision, nth, lambda decision: withdraw_decision(decision=decision, **given))

    @rule(nth=FEW, on=DAYS, who=SOMEBODY)
    def a_child_is_placed(self, nth: int, on: date, who: str) -> None:
        self.on_one(Outcome, nth, lambda outcome: self._place(outcome, on, who))

    def _place(self, outcome: Outcome, on: date, who: str) -> object:
        return going_on(
            lambda reasons: place(outcome=outcome, first_day=on, reasons=reasons, by=self.who(who))
        )

    @rule(stay=FEW, nth=FEW, on=DAYS)
    def a_child_is_moved(self, stay: int, nth: int, on: date) -> None:
        given = {"first_day": on, "end_reason": "moved_as_planned", "by": self.who("worker")}
        self.on_one(
            Outcome,
            nth,
            lambda outcome: going_on(
                lambda reasons: move(current=self._stay(stay), outcome=outcome, reasons=reasons, **given)
            ),
        )

    @rule(stay=FEW, nth=FEW, on=DAYS)
    def a_child_goes_home(self, stay: int, nth: int, on: date) -> None:
        self.on_one(
            Outcome,
            nth,
            lambda outcome: return_home(
                current=self._stay(stay), outcome=outcome, last_day=on, by=self.who("worker")
            ),
        )

    @rule(stay=FEW, on=DAYS)
    def a_stay_ends(self, stay: int, on: date) -> None:
        given = {"last_day": on, "reason": "other", "why": "-", "by": self.who("worker")}
        self.on_one(Placement, stay, lambda held: end_placement(placement=held, **given))

    def _stay(self, nth: int) -> Placement:
        stays = list(Placement.objects.order_by("pk"))
        if not stays:
            raise Refused([])
        return stays[nth % len(stays)]

    # Past every rule.

    @rule(nth=FEW, who=ISSUER)
    def a_program_forges_a_decision(self, nth: int, who: str) -> None:
        self._try("decide without the act", nth, who)

    @rule(what=st.sampled_from(sorted(ATTEMPTS)), nth=FEW, who=SOMEBODY)
    def a_program_tries(self, what: str, nth: int, who: str) -> None:
        self._try(what, nth, who)

    def _try(self, what: str, nth: int, who: str) -> None:
        given = {"nth": nth, "by": self.world.people[who].pk, "at": at(), "day": TODAY}
        attempt(lambda: _run(ATTEMPTS[what], given))


def _run(statement: str, given: Mapping[str, object]) -> None:
    with the_role_of_the_application(), connection.cursor() as cursor:
        cursor.execute(
            statement, {name: value for name, value in given.items() if f"%({name})s" in statement}
        )


def test_no_sequence_of_acts_places_a_child_without_a_complete_decision() -> None:
    world, counted = a_world(), {"placed": 0}
    run_state_machine_as_test(
        lambda: AnyOrder(world, counted),
        settings=settings(
            max_examples=25,
            stateful_step_count=16,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
    # A promise about placements is kept by nobody who never places a child.
    assert counted["placed"] > 0
