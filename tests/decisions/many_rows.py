"""A question of which every list is long, once while it is open and once decided, and somebody who may see all of it."""

from datetime import timedelta

from tests.builders import (
    LONG_AGO,
    TODAY,
    WENT_ON,
    a_child,
    a_file,
    a_hearing,
    a_home,
    a_question,
    a_supervisor,
    a_user,
    an_option,
    by,
    siblings,
    worker_of,
)
from vatra.access.models import Appointment, User
from vatra.access.roles import Role
from vatra.casework.models import File, Note
from vatra.decisions.actions import issue, justify_separation
from vatra.decisions.models import (
    Appeal,
    Condition,
    Decision,
    Drawing,
    IssuedDocument,
    PanelMeeting,
    PanelSeat,
    Question,
    Resolution,
    SheetHanded,
    TookPart,
    Vote,
    Weighing,
)
from vatra.homes.words import FormOfCare
from vatra.people.queries import siblings_of

# More than anybody weighs side by side.
MOST_OPTIONS = 6
DISCIPLINES = ("law", "psychology", "health")


def somebody_who_may_see_everything(file: File) -> User:
    """A supervisor of the team who also audits it, is a worker there, and sits on panels."""
    reader = a_user(Role.SUPERVISOR, file.unit)
    roles = (Role.AUDITOR, Role.SOCIAL_WORKER, Role.PANEL_MEMBER)
    Appointment.objects.bulk_create(
        Appointment(user=reader, unit=file.unit, role=role, first_day=LONG_AGO) for role in roles
    )
    return reader


def brothers_and_sisters() -> list[File]:
    """The files of two of them; a third is known only by name."""
    first = a_file(a_child())
    second = a_file(worker=worker_of(first))
    siblings(first.child, second.child, a_child())
    return [first, second]


def a_long_question(files: list[File], rows: int, reader: User) -> Question:
    """A few options, notes they rest on, and so many drawings, people heard, sheets handed out, seats, meetings with votes."""
    question = a_question(*files)
    for form in (FormOfCare.BIRTH_FAMILY, FormOfCare.KINSHIP):
        an_option(question, form, a_home() if form == FormOfCare.KINSHIP else None)
    for _number in range(min(rows, MOST_OPTIONS) - 1):
        an_option(question, FormOfCare.FOSTER_LONG)
    _rest_on_notes(question, files[0])
    a_hearing(question)
    _around(question, rows)
    _panel(question, rows, reader)
    together = {file.child_id for file in files}
    apart = [each for each in siblings_of([files[0].child_id])[files[0].child_id] if each.pk not in together]
    justify_separation(
        question=question,
        file=files[0],
        sibling=apart[0],
        reason="different_needs",
        in_words="He has lived there for years.",
        contact="Every Sunday",
        look_again_on=TODAY + timedelta(days=90),
        by=by(question.asked_by),
    )
    return question


def _rest_on_notes(question: Question, file: File) -> None:
    for weighing in Weighing.objects.filter(option__question=question, factor="health"):
        note = Note.objects.create(file=file, noted_on=TODAY, note="Seen.", noted_by=question.asked_by)
        weighing.source = f"note:{note.pk}"
        weighing.save()


def _around(question: Question, rows: int) -> None:
    child, worker = question.children.earliest("pk"), question.asked_by
    aunts = [f"Aunt {number}" for number in range(rows)]
    TookPart.objects.bulk_create(
        TookPart(question=question, name=aunt, part="relative", view="Yes.") for aunt in aunts
    )
    handed = {"language": "sq", "edition": "1", "handed_on": TODAY, "handed_by": worker}
    SheetHanded.objects.bulk_create(SheetHanded(question=question, to_whom=aunt, **handed) for aunt in aunts)
    kept = {"picture": b"-", "media_type": "image/jpeg", "kept_on": TODAY, "kept_by": worker}
    Drawing.objects.bulk_create(Drawing(child=child, says=aunt, **kept) for aunt in aunts)


def _panel(question: Question, rows: int, reader: User) -> None:
    """So many meetings; everybody has voted at the last."""
    declared = {"first_day": TODAY, "declared_on": TODAY, "has_conflict": False}
    members = [reader, *(a_user(Role.PANEL_MEMBER, question.unit) for _number in range(rows + 1))]
    seats = PanelSeat.objects.bulk_create(
        PanelSeat(question=question, member=member, discipline=DISCIPLINES[number % 3], **declared)
        for number, member in enumerate(members)
    )
    called = {"agenda": "Where?", "quorum": 2, "called_by": question.asked_by}
    *_before, last = PanelMeeting.objects.bulk_create(
        PanelMeeting(question=question, meets_on=TODAY + timedelta(days=number), **called)
        for number in range(rows)
    )
    Vote.objects.bulk_create(
        Vote(meeting=last, seat=seat, position="agrees", dissent="In time.") for seat in seats
    )


def a_long_answer(question: Question, rows: int) -> Resolution:
    """The panel approves with so many conditions."""
    meeting = question.meetings.latest("pk")
    said = Resolution.objects.create(
        meeting=meeting,
        kind="approve_with_conditions",
        reasons="Both sides agree.",
        resolved_on=TODAY,
        recorded_by=question.asked_by,
    )
    asked = {"resolution": said, "responsible": question.asked_by}
    Condition.objects.bulk_create(
        Condition(what=f"Visit {number}", due_on=TODAY + timedelta(days=number), **asked)
        for number in range(rows)
    )
    return said


def a_long_decision(question: Question, files: list[File], rows: int) -> Decision:
    """Decided for relatives, with so many appeals against it and documents made of it."""
    chosen = question.options.get(form=FormOfCare.KINSHIP)
    decision = issue(
        question=question,
        chosen={file.pk: chosen for file in files},
        legal_basis="Family Law 2004/32",
        reasons="The grandmother knows the child and lives near.",
        effective_on=TODAY,
        review_on=TODAY + timedelta(days=90),
        overrides=WENT_ON,
        by=by(a_supervisor(files[0].unit), TODAY, Role.SUPERVISOR),
    )
    lodged = {"lodged_on": TODAY, "lodged_by": "The aunt", "body": "The court"}
    Appeal.objects.bulk_create(Appeal(decision=decision, **lodged) for _number in range(rows))
    made = {
        "kind": "decision",
        "language": "sq",
        "pdf": b"-",
        "sha256": "0" * 64,
        "made_by": question.asked_by,
    }
    outcome = decision.outcomes.earliest("pk")
    IssuedDocument.objects.bulk_create(
        IssuedDocument(outcome=outcome, made_at=decision.issued_at, **made) for _number in range(rows)
    )
    return decision
