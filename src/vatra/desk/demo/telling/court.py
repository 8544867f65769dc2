"""Before courts and authorities, and what is sealed about a child's origins."""

from datetime import time

from vatra.casework.models import File
from vatra.desk.demo.town import Town
from vatra.law.actions import (
    add_party,
    ask_for_document,
    ask_to_open,
    block_proceeding,
    open_proceeding,
    plan_step,
    seal_envelope,
    take_step,
)
from vatra.law.models import Proceeding
from vatra.law.proceedings.words import (
    BlockedBecause,
    OpeningPurpose,
    PartyRole,
    ProceedingKind,
    StepKind,
)
from vatra.people.models import Person

BODY = "guardianship_body"


def guardian_asked_for(town: Town, file: File, aunt: Person, *, ago: int) -> Proceeding:
    """The guardianship body is asked to appoint the aunt, and one certificate is missing."""
    by = town.by_worker(ago)
    proceeding = open_proceeding(
        file=file,
        kind=ProceedingKind.GUARDIANSHIP,
        authority=BODY,
        seat="Prishtinë",
        case_number="K 118",
        opened_on=town.ago(ago),
        by=by,
    )
    add_party(proceeding=proceeding, role=PartyRole.CHILD, person=file.child, by=by)
    add_party(proceeding=proceeding, role=PartyRole.PETITIONER, person=aunt, by=by)
    _first_steps(town, proceeding, ago=ago)
    block_proceeding(
        proceeding=proceeding,
        reason=BlockedBecause.DOCUMENT_MISSING,
        account="Gjykata ende nuk e ka lëshuar certifikatën për hallën.",
        authority="basic_court",
        from_day=town.ago(ago - 3),
        by=town.by_worker(ago - 3),
    )
    return proceeding


def _first_steps(town: Town, proceeding: Proceeding, *, ago: int) -> None:
    by = town.by_worker(ago)
    for code, office in (
        ("no_investigation", "Gjykata Themelore"),
        ("childs_birth_certificate", "Gjendja civile"),
    ):
        ask_for_document(proceeding=proceeding, code=code, asked_from=office, asked_on=town.ago(ago), by=by)
    request = plan_step(
        proceeding=proceeding,
        kind=StepKind.STEP,
        what="Dorëzohet kërkesa e hallës",
        authority=BODY,
        due_on=town.ago(ago - 2),
        by=by,
    )
    take_step(step=request, done_on=town.ago(ago - 1), result="Kërkesa u pranua.", by=town.by_worker(ago - 1))
    plan_step(
        proceeding=proceeding,
        kind=StepKind.HEARING,
        what="Dëgjimi i Sarës dhe i hallës",
        authority=BODY,
        due_on=town.ago(-15),
        hour=time(10, 30),
        place="QPS Prishtinë, dhoma 4",
        by=town.by_worker(ago - 1),
    )


def origins_sealed(town: Town, file: File, contents: str, *, ago: int) -> None:
    """What a parent told is sealed."""
    seal_envelope(file=file, contents=contents, by=town.by_worker(ago))


def asks_to_open(town: Town, file: File, *, ago: int, why: str) -> None:
    """The supervisor asks to open the envelope, and nobody has agreed yet."""
    envelope = file.envelopes.get()
    ask_to_open(envelope=envelope, purpose=OpeningPurpose.HEALTH, reason=why, by=town.by_supervisor(ago))
