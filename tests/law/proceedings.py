"""Proceedings for tests, with quiet defaults."""

from datetime import date

from tests.builders import a_file, a_user, by, worker_of
from vatra.access.models import User
from vatra.access.roles import Role
from vatra.casework.models import File
from vatra.law.actions import (
    NewDay,
    block_proceeding,
    open_proceeding,
    plan_step,
    put_off_hearing,
    seal_envelope,
)
from vatra.law.models import Blocker, Envelope, Proceeding, ProceedingStep

PUT_OFF = {
    "put_off_on": "2026-03-10",
    "because": "did_not_come",
    "account": "The father was summoned and did not come.",
    "authority": "basic_court",
    "due_on": "2026-04-14",
    "hour": "09:00",
    "place": "Basic court, room 7",
}
ORIGINS = "The mother is Drita Hoxha; she wishes to be found."


def a_proceeding(
    file: File | None = None, *, kind: str = "guardianship", on: date = date(2026, 1, 12)
) -> Proceeding:
    """A guardian was asked for in January."""
    file = file or a_file()
    return open_proceeding(
        file=file,
        kind=kind,
        authority="guardianship_body",
        seat="Gjakova",
        case_number="",
        opened_on=on,
        by=by(worker_of(file)),
    )


def a_step(proceeding: Proceeding, *, due_on: date = date(2026, 3, 20), what: str = "") -> ProceedingStep:
    """The report has to be handed in this week."""
    return plan_step(
        proceeding=proceeding,
        kind="step",
        what=what or "Hand in the report",
        authority="guardianship_body",
        due_on=due_on,
        by=by(worker_of(proceeding.file)),
    )


def a_hearing_of(proceeding: Proceeding, *, due_on: date = date(2026, 3, 10)) -> ProceedingStep:
    """The parents were to be heard last week."""
    return plan_step(
        proceeding=proceeding,
        kind="hearing",
        what="Hearing of the parents",
        authority="basic_court",
        due_on=due_on,
        place="Basic court, room 4",
        by=by(worker_of(proceeding.file)),
    )


def put_off(hearing: ProceedingStep, *, to: date, on: date = date(2026, 3, 10)) -> ProceedingStep:
    """The father did not come; the hearing held instead."""
    return put_off_hearing(
        step=hearing,
        put_off_on=on,
        because="did_not_come",
        account="The father was summoned and did not come.",
        authority="basic_court",
        to=NewDay(to, "Basic court, room 7"),
        by=by(worker_of(hearing.proceeding.file)),
    )


def a_blocker(proceeding: Proceeding, *, since: date = date(2026, 2, 2)) -> Blocker:
    """The birth certificate has been missing since February."""
    return block_proceeding(
        proceeding=proceeding,
        reason="document_missing",
        account="The birth certificate.",
        authority="civil_registry",
        from_day=since,
        by=by(worker_of(proceeding.file)),
    )


def an_envelope(file: File | None = None) -> Envelope:
    """What the mother told was sealed."""
    file = file or a_file()
    return seal_envelope(file=file, contents=ORIGINS, by=by(worker_of(file)))


def two_who_open(file: File) -> tuple[User, User]:
    """A supervisor and a safeguarding officer of the file's unit."""
    return a_user(Role.SUPERVISOR, file.unit), a_user(Role.SAFEGUARDING_OFFICER, file.unit)
