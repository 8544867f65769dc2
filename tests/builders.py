"""Builders with quiet defaults: what a test does not name is there, plausible, and does not matter."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import count

from django.test import Client

from vatra.access.models import Appointment, Unit, User
from vatra.access.roles import Role
from vatra.casework.actions import open_file
from vatra.casework.models import File
from vatra.decisions.actions import add_option, ask, issue, record_hearing, weigh_option
from vatra.decisions.kinds import kind_of
from vatra.decisions.models import Option, Outcome, Question, Weighing
from vatra.decisions.weighing.cells import Cell, fingerprint_of
from vatra.exchange.models import ImportRow, ImportRun
from vatra.homes.actions import agree_capacity, name_carer, open_home
from vatra.homes.models import Home
from vatra.homes.words import FormOfCare
from vatra.kernel.ledger import Actor
from vatra.kernel.partial import PartialDate
from vatra.law.actions import appoint_guardian
from vatra.people.actions import add_kin, register_person
from vatra.people.models import Person
from vatra.placements.actions import place
from vatra.placements.models import Placement

TODAY = date(2026, 3, 16)  # a Monday
LONG_AGO = date(2020, 1, 1)
PASSWORD = "vatra-tests-are-warm"
_number = count(1)


def another() -> int:
    """A number that nothing else in this run is named by."""
    return next(_number)


def at(day: date = TODAY) -> datetime:
    """Ten in the morning in Kosovo on a day."""
    return datetime(day.year, day.month, day.day, 9, tzinfo=UTC)


def a_unit(name: str = "", parent: Unit | None = None) -> Unit:
    """A team of its own."""
    unit = Unit(name=name or f"Team {another()}", kind="team", parent=parent, first_day=LONG_AGO)
    unit.save()
    return unit


def a_user(role: Role | str = Role.SOCIAL_WORKER, unit: Unit | None = None, **fields: object) -> User:
    """Somebody who holds a role since long ago."""
    number = another()
    user = User(
        **{"username": f"user{number}", "full_name": f"Arta Krasniqi {number}", "language": "en", **fields}
    )
    user.set_password(PASSWORD)
    user.save()
    Appointment.objects.create(user=user, unit=unit or a_unit(), role=role, first_day=LONG_AGO)
    return user


def by(user: User, day: date = TODAY, role: Role | str = Role.SOCIAL_WORKER) -> Actor:
    """The user as the one who acts."""
    return Actor(user_id=user.pk, role=str(role), at=at(day))


def a_person(name: str = "", *, birth: date | None = date(1990, 5, 20), user: User | None = None) -> Person:
    """Somebody known by name."""
    given, _, family = (name or f"Besa Gashi{another()}").partition(" ")
    return register_person(
        given_name=given,
        family_name=family,
        sex="U",
        birth=PartialDate(birth) if birth else None,
        by=Actor(user.pk if user else None, "", at()),
    )


def a_child(name: str = "", *, birth: date | None = date(2018, 6, 1)) -> Person:
    """A child of seven, unless said otherwise."""
    return a_person(name or f"Dren Berisha{another()}", birth=birth)


def siblings(*children: Person) -> Person:
    """Make these children brothers and sisters; returns their mother."""
    mother = a_person("Vjosa Berisha")
    for child in children:
        add_kin(person=child, relative=mother, kind="mother", by=Actor(None, "", at()))
    return mother


def a_file(
    child: Person | None = None,
    *,
    worker: User | None = None,
    unit: Unit | None = None,
    on: date = date(2025, 9, 1),
    guardian: bool = True,
) -> File:
    """An open file with a worker who answers for it and a guardian since it was opened."""
    if worker is None:
        worker = a_user(unit=unit)
    held = worker.appointments.select_related("unit").get()
    file = open_file(child=child or a_child(), unit=unit or held.unit, worker=worker, on=on, by=by(worker))
    if guardian:
        appoint_guardian(file=file, kind="body", body="Centre for Social Work", from_day=on, by=by(worker))
    return file


def worker_of(file: File) -> User:
    """The worker who answers for the child."""
    return file.workers.select_related("worker").latest("first_day").worker


def a_home(
    name: str = "",
    *,
    form: FormOfCare | str = FormOfCare.KINSHIP,
    unit: Unit | None = None,
    children: int = 4,
    carer: Person | None = None,
) -> Home:
    """A home open since long ago, with a carer and room for four."""
    nobody = Actor(None, "", at())
    home = open_home(
        name=name or f"Family {another()}",
        form=form,
        unit=unit or a_unit(),
        municipality="",
        address="",
        first_day=LONG_AGO,
        by=nobody,
    )
    name_carer(home=home, person=carer or a_person(), first_day=LONG_AGO, by=nobody)
    agree_capacity(home=home, children=children, from_day=LONG_AGO, by=nobody)
    return home


def a_question(
    *files: File, kind: str = "first_placement", causes: Sequence[str] = ("neglect",), on: date = TODAY
) -> Question:
    """A question about these children, without options yet."""
    worker = worker_of(files[0])
    return ask(
        kind=kind,
        unit=files[0].unit,
        files=files,
        causes={file.pk: list(causes) for file in files},
        why_now="The mother is in hospital and nobody else is at home.",
        if_nothing="The child would be alone.",
        on=on,
        by=by(worker, on),
    )


def an_option(
    question: Question, form: FormOfCare | str, home: Home | None = None, weighed: bool = True
) -> Option:
    """An option, weighed on every factor unless said otherwise."""
    worker = question.asked_by
    option = add_option(
        question=question,
        form=form,
        home=home,
        in_words=f"Option {another()}",
        by=by(worker, question.asked_on),
    )
    factors = kind_of(question.kind).factors if weighed else ()
    cells = [Cell(factor, "for", "It speaks for it.") for factor in factors]
    weigh_option(option=option, cells=cells, by=by(worker, question.asked_on))
    return option


def weigh(
    *, option: Option, factor: str, leaning: str, sentence: str, by: Actor, source: str = ""
) -> list[Weighing]:
    """One factor of an option, written by somebody who has seen what stands there."""
    seen = fingerprint_of(Weighing.objects.filter(option=option, factor=factor).first())
    return weigh_option(option=option, cells=[Cell(factor, leaning, sentence, source, seen)], by=by)


def a_hearing(question: Question, words: str = "I want to be with my sister.") -> None:
    """Every child of the question was heard."""
    for child in question.children.select_related("file"):
        record_hearing(
            child=child,
            how="talk",
            on=question.asked_on,
            language="sq",
            words=words,
            taken_up="The sisters stay together.",
            by=by(question.asked_by, question.asked_on),
        )


def a_supervisor(unit: Unit) -> User:
    """The supervisor of a unit."""
    return a_user(Role.SUPERVISOR, unit)


WENT_ON: Mapping[str, str] = dict.fromkeys(
    (
        *("R-02-prepared", "R-02-prepared-2", "R-07", "R-07-2", "R-16", "R-16-2", "R-13", "R-04"),
        *("R-20-family", "R-20-kin", "R-20-foster", "R-20-sos-or-adoptive"),
        *("R-31-parent", "R-31-carer", "R-31-guardian"),
    ),
    "Known and weighed.",
)


def a_decision(
    *files: File,
    home: Home | None = None,
    form: FormOfCare | str = FormOfCare.KINSHIP,
    kind: str = "first_placement",
    on: date = TODAY,
) -> list[Outcome]:
    """An issued decision for these children to live in this home; one outcome per child."""
    question = a_question(*files, kind=kind, on=on)
    an_option(question, FormOfCare.BIRTH_FAMILY)
    chosen = an_option(question, form, home if form == FormOfCare.BIRTH_FAMILY else home or a_home(form=form))
    a_hearing(question)
    decision = issue(
        question=question,
        chosen={file.pk: chosen for file in files},
        legal_basis="Family Law 2004/32",
        reasons="The grandmother knows the child and lives near.",
        effective_on=on,
        review_on=on + timedelta(days=90),
        overrides=WENT_ON,
        by=by(a_supervisor(files[0].unit), on, Role.SUPERVISOR),
    )
    return list(decision.outcomes.order_by("pk"))


def a_placement(
    file: File | None = None, *, home: Home | None = None, on: date = date(2025, 10, 6)
) -> Placement:
    """A child who lives with relatives since autumn, by an issued decision."""
    file = file or a_file()
    (outcome,) = a_decision(file, home=home, on=on)
    return place(outcome=outcome, first_day=on, reasons={}, by=by(worker_of(file), on))


def a_stay_taken_over(file: File, home: Home, *, since: date) -> Placement:
    """A stay as another system recorded it, which rests on no decision of ours."""
    run = ImportRun.objects.create(
        system="ssda903", folder="returns", unit=file.unit, started_at=at(), finished_at=at()
    )
    row = ImportRow.objects.create(
        run=run, table="episodes", file_name="e.csv", line=2, raw={}, digest="", fate="used", child_file=file
    )
    return Placement.objects.create(
        file=file,
        home=home,
        form=home.form,
        first_day=since,
        undocumented="SSDA903 e.csv:2",
        source_codes={"rows": [[row.file_name, row.line]]},
    )


def signed_in(client: Client, user: User) -> Client:
    """The browser of somebody who has signed in and reads English."""
    client.force_login(user)
    client.cookies["language"] = "en"
    return client
