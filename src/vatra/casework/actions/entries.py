"""Writing visits, contacts and notes into the file. A correction is a new entry that supersedes."""

from collections.abc import Mapping
from datetime import date

from django.db import models

from vatra.casework.models import Contact, File, Note, Visit
from vatra.casework.rules import day_of_entry
from vatra.kernel.atomic import atomic
from vatra.kernel.concern import heed
from vatra.kernel.constraints import well_formed
from vatra.kernel.ledger import Actor, record
from vatra.people.models import Person


def _write(
    entry: models.Model,
    *,
    act: str,
    file: File,
    on: date,
    reasons: Mapping[str, str],
    facts: dict[str, object],
    by: Actor,
) -> None:
    """Check the day, keep the entry, record the act: the same for every kind of entry."""
    concerns = day_of_entry(on, opened_on=file.opened_on, closed_on=file.closed_on, today=by.today)
    why = heed(concerns, reasons)
    well_formed(entry)
    entry.save()
    record(act, by=by, chain=file.key, subject=entry, on=on, why="\n".join(why.values()), facts=facts)


@atomic()
def record_visit(
    *,
    file: File,
    visited_on: date,
    purpose: str,
    saw_child: bool,
    saw_child_alone: bool,
    child_words: str,
    account: str,
    reasons: Mapping[str, str],
    by: Actor,
    corrects: Visit | None = None,
) -> Visit:
    """Write down a visit to the child where the child lives."""
    visit = Visit(
        file=file,
        visited_on=visited_on,
        visited_by_id=by.somebody,
        purpose=purpose,
        saw_child=saw_child,
        saw_child_alone=saw_child_alone,
        child_words=child_words,
        account=account,
        corrects=corrects,
    )
    facts: dict[str, object] = {
        "purpose": purpose,
        "saw_child": saw_child,
        "corrects": corrects and corrects.pk,
    }
    _write(visit, act="record_visit", file=file, on=visited_on, reasons=reasons, facts=facts, by=by)
    return visit


@atomic()
def record_contact(
    *,
    file: File,
    met_on: date,
    relative: Person,
    kind: str,
    child_words: str,
    account: str,
    reasons: Mapping[str, str],
    by: Actor,
    corrects: Contact | None = None,
) -> Contact:
    """Write down that the child met, called or heard from somebody of the family (R-37)."""
    contact = Contact(
        file=file,
        met_on=met_on,
        relative=relative,
        kind=kind,
        child_words=child_words,
        account=account,
        recorded_by_id=by.somebody,
        corrects=corrects,
    )
    facts: dict[str, object] = {"kind": kind, "relative": relative.pk, "corrects": corrects and corrects.pk}
    _write(contact, act="record_contact", file=file, on=met_on, reasons=reasons, facts=facts, by=by)
    return contact


@atomic()
def write_note(
    *,
    file: File,
    noted_on: date,
    note: str,
    reasons: Mapping[str, str],
    by: Actor,
    corrects: Note | None = None,
) -> Note:
    """Keep something worth knowing that is neither a visit, a contact nor a review."""
    entry = Note(file=file, noted_on=noted_on, noted_by_id=by.somebody, note=note, corrects=corrects)
    facts: dict[str, object] = {"corrects": corrects and corrects.pk}
    _write(entry, act="write_note", file=file, on=noted_on, reasons=reasons, facts=facts, by=by)
    return entry
