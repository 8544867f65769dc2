"""Opening, reading, handing over and closing a child's file."""

from collections.abc import Sequence
from datetime import date, timedelta

from django.db import connection
from django.utils.translation import gettext_lazy as _

from vatra.access.models import Unit, User
from vatra.casework.models import Concern, ConcernChild, File, FileWorker
from vatra.casework.rules import written_about_the_future
from vatra.kernel.atomic import atomic
from vatra.kernel.concern import Concern as Objection
from vatra.kernel.concern import Refused, Severity, heed
from vatra.kernel.constraints import well_formed
from vatra.kernel.ledger import Actor, Entry, record, record_many, record_reading
from vatra.people.models import Person


def next_reference() -> str:
    """The next file number, such as V-000042; never given twice."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval('casework_file_number')")
        (number,) = cursor.fetchone()
    return f"V-{number:06d}"


@atomic()
def open_file(
    *, child: Person, unit: Unit, worker: User, on: date, by: Actor, concern: Concern | None = None
) -> File:
    """Open the child's file and name the worker who answers for the child (R-01, R-45)."""
    heed(written_about_the_future(on, by.today), {})
    file = File(
        reference=next_reference(), child=child, unit=unit, opened_on=on, child_sort_key=child.sort_key
    )
    well_formed(file)
    file.save()
    FileWorker.objects.create(file=file, worker=worker, first_day=on)
    if concern is not None:
        ConcernChild.objects.filter(concern=concern, child=child).update(file=file)
    facts = {
        "child": child.pk,
        "unit": unit.pk,
        "worker": worker.pk,
        "concern": concern.pk if concern else None,
    }
    record("open_file", by=by, chain=file.key, subject=file, on=on, facts=facts)
    return file


@atomic()
def open_page(*, file: File, page: str, by: Actor, earliest: date | None = None) -> None:
    """Put on record that somebody read a page of the file, and how far back it reached (R-45)."""
    record_reading(f"read_{page}", by=by, chain=file.key, subject=file, earliest=earliest)


@atomic()
def open_pages(*, files: Sequence[File], page: str, by: Actor, earliest: date) -> None:
    """The same for a page that shows several children, such as a question about brothers and sisters."""
    record_many(
        Entry(
            f"read_{page}",
            by,
            file.key,
            (File._meta.db_table, str(file.pk)),
            facts={"earliest": earliest},
            reading=True,
        )
        for file in files
    )


@atomic()
def hand_over(*, file: File, worker: User, on: date, why: str, by: Actor) -> FileWorker:
    """From this day another worker answers for the child."""
    current = file.workers.filter(last_day__isnull=True).first()
    if current is not None:
        if on <= current.first_day:
            sentence = _("The worker before answers for the child until the day before; choose a later day.")
            raise Refused([Objection("handover-day", Severity.BLOCK, sentence)])
        current.last_day = on - timedelta(days=1)
        current.save(update_fields=["last_day"])
    follower = FileWorker.objects.create(file=file, worker=worker, first_day=on)
    record("hand_over", by=by, chain=file.key, subject=follower, on=on, why=why, facts={"worker": worker.pk})
    return follower


@atomic()
def close_file(*, file: File, on: date, reason: str, why: str, by: Actor) -> File:
    """End this stretch of work with the child; the record is kept."""
    heed(written_about_the_future(on, by.today), {})
    file.closed_on, file.closing_reason = on, reason
    well_formed(file)
    file.save(update_fields=["closed_on", "closing_reason"])
    file.workers.filter(last_day__isnull=True).update(last_day=on)
    record("close_file", by=by, chain=file.key, subject=file, on=on, why=why, facts={"reason": reason})
    return file
