"""Questions made ready by acts, so that only the last step is left to be measured."""

from datetime import timedelta

from vatra.access.roles import Role
from vatra.casework.actions import assess
from vatra.casework.models import File
from vatra.casework.words.worry import CauseKind
from vatra.commands.bench.arranging import Person
from vatra.decisions.actions import (
    add_option,
    ask,
    issue,
    prepare_hearing,
    record_hearing,
    record_participant,
    weigh_option,
)
from vatra.decisions.ground import Chosen
from vatra.decisions.models import Option, Outcome, Question
from vatra.decisions.weighing.cells import Cell
from vatra.decisions.words import Factor, HeardHow, Leaning, PartKind, QuestionKind
from vatra.homes.actions import agree_capacity, open_home
from vatra.homes.models import Home
from vatra.homes.words import FormOfCare
from vatra.kernel import clock
from vatra.kernel.ledger import Actor

WORDS = "Te gjyshja."
LAW = "Ligji Nr. 06/L-084"
DAYS_UNTIL_REVIEW = 90


def question_about(person: Person, file: File) -> Question:
    """A question about the child, heard and weighed, with a home that waits."""
    by, today = Actor(person.user.pk, Role.SOCIAL_WORKER.value, clock.now()), clock.today()
    assess(
        file=file,
        made_on=today,
        sources=WORDS,
        child_view=WORDS,
        conclusion=WORDS,
        findings=[],
        reasons={},
        by=by,
    )
    question = ask(
        kind=QuestionKind.FIRST_PLACEMENT,
        unit=file.unit,
        files=[file],
        causes={file.pk: [CauseKind.NEGLECT]},
        why_now=WORDS,
        if_nothing=WORDS,
        on=today,
        by=by,
    )
    child = question.children.get()
    prepare_hearing(child=child, on=today, explained=WORDS, wants_there="", by=by)
    record_hearing(
        child=child,
        how=HeardHow.TALK,
        on=today,
        language="sq",
        words=WORDS,
        taken_up=WORDS,
        by=by,
    )
    record_participant(
        question=question,
        name="Nëna",
        part=PartKind.PARENT,
        how=HeardHow.TALK,
        on=today,
        language="sq",
        view=WORDS,
        by=by,
    )
    for form, home in ((FormOfCare.BIRTH_FAMILY, None), (FormOfCare.KINSHIP, _home(file, by))):
        _weighed(question, form, home, by)
    return question


def chosen_of(question: Question) -> Option:
    """The option that leads to a home."""
    return question.options.get(form=FormOfCare.KINSHIP)


def outcome_about(person: Person, file: File) -> Outcome:
    """A decision issued for the child, still to be carried out."""
    question, supervisor, today = question_about(person, file), person.supervisor, clock.today()
    assert supervisor is not None
    chosen: Chosen = {file.pk: chosen_of(question)}
    decision = issue(
        question=question,
        chosen=chosen,
        legal_basis=LAW,
        reasons=WORDS,
        effective_on=today,
        review_on=today + timedelta(days=DAYS_UNTIL_REVIEW),
        overrides={},
        by=Actor(supervisor.user.pk, Role.SUPERVISOR.value, clock.now()),
    )
    return decision.outcomes.get()


def _home(file: File, by: Actor) -> Home:
    home = open_home(
        name=f"Te të afërmit e {file.child.given_name}",
        form=FormOfCare.KINSHIP,
        unit=file.unit,
        municipality=file.child.municipality,
        address="",
        first_day=clock.today(),
        is_invented=True,
        by=by,
    )
    agree_capacity(home=home, children=3, from_day=clock.today(), by=by)
    return home


def _weighed(question: Question, form: FormOfCare, home: Home | None, by: Actor) -> None:
    option = add_option(question=question, form=form, home=home, in_words=str(form.label), by=by)
    cells = [Cell(factor, Leaning.FOR, WORDS) for factor in Factor]
    weigh_option(option=option, cells=cells, by=by)
