"""The whole of it, in one transaction: a folder is read, stitched to what is known, and written."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from django.db import connection, transaction

from vatra.access.models import Unit
from vatra.casework.models import File
from vatra.exchange.models import ImportRun
from vatra.exchange.ssda903.building.picture import Picture, picture_of
from vatra.exchange.ssda903.checking import check_sex, check_whom, understood
from vatra.exchange.ssda903.reading.folder import rows_in
from vatra.exchange.ssda903.report import Report, report_on
from vatra.exchange.ssda903.rows import ChildKey, Fates, Row
from vatra.exchange.ssda903.tables import Table
from vatra.exchange.ssda903.vintage import end_of_year, give_vintages
from vatra.exchange.ssda903.writing import care, known
from vatra.exchange.ssda903.writing.files import correct_files, new_files
from vatra.exchange.ssda903.writing.homes import homes_for
from vatra.exchange.ssda903.writing.log import events, keep_rows
from vatra.exchange.ssda903.writing.people import correct_people, new_people, write_pupil_numbers
from vatra.kernel import clock
from vatra.kernel.duty import recompute_many
from vatra.kernel.ledger import Actor, record_many

Tell = Callable[[str], None]


def _quiet(_step: str) -> None:
    """Nobody watches."""


@transaction.atomic
def import_return(*, folder: Path, unit: Unit, by: Actor, authority: str = "", tell: Tell = _quiet) -> Report:
    """Take over a return; `authority` stands where its rows name none."""
    run = _begin(folder, unit, by)
    tell("Reading the files")
    rows = list(rows_in(folder, authority))
    give_vintages(rows, by.today)
    fates, before = Fates(), known.fates_before(rows)
    known.merge_with_imports(rows, before, fates)
    tell("Stitching the returns")
    files, pictures = _pictures(rows, fates, by)
    tell("Writing the files")
    is_new = len(pictures.keys() - files.keys())
    files = _write(files, pictures, unit)
    known.merge_with_set_aside(rows, before, fates)
    tell("Keeping the rows")
    keep_rows(run, rows, fates, files)
    touched = {child: files[child] for child in pictures}
    record_many(events(run, rows, fates, touched, by))
    tell("Setting the clocks")
    recompute_many([file.key for file in touched.values()], on=by.today)
    report = report_on(rows, fates, new=is_new)
    run.finished_at, run.report = clock.now(), report.counts() | {"returns": known.returns_told(rows, fates)}
    run.save(update_fields=["finished_at", "report"])
    return replace(report, run=run.pk)


def _begin(folder: Path, unit: Unit, by: Actor) -> ImportRun:
    """One import at a time: a second one waits, and then knows what the first brought."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('vatra.exchange.import'))")
    return ImportRun.objects.create(
        system=known.SYSTEM,
        folder=folder.resolve().name[:200],
        unit=unit,
        started_at=by.at,
        run_by_id=by.user_id,
    )


def _pictures(
    rows: list[Row], fates: Fates, by: Actor
) -> tuple[dict[ChildKey, File], dict[ChildKey, Picture]]:
    """The files there are, and the pictures of all children of whom something new is known."""
    fresh = _readable(rows, fates, by.today)
    latest = known.latest_returns(fresh, no_later_than=end_of_year(by.today))
    silent = known.left_open(authority for authority in known.authorities(fresh) if authority in latest)
    files = silent | known.files_of(row.child for row in rows)
    kept = _set_aside_worked_on(fresh, files, fates)
    new = _by_child(fates.untold(fresh))
    wanted = new.keys() | silent.keys() - kept
    before = known.rows_before({child: file for child, file in files.items() if child in wanted})
    pictures = {
        child: picture_of(
            [*before.get(child, ()), *new.get(child, ())],
            latest.get(child.authority, end_of_year(by.today)),
            by.today,
            fates,
        )
        for child in sorted(wanted)
    }
    return files, {
        child: picture
        for child, picture in pictures.items()
        if any(map(fates.is_used, new.get(child, ()))) or _is_closed_by_silence(picture, silent.get(child))
    }


def _is_closed_by_silence(picture: Picture, file: File | None) -> bool:
    """All that a later return tells of a child it does not name is that care has ended."""
    return file is not None and picture.closed_on is not None


def _readable(rows: list[Row], fates: Fates, today: date) -> list[Row]:
    """The rows not yet imported that can be read and say whom they are about."""
    fresh = understood(fates.untold(rows), partial(check_whom, today=today), fates)
    understood((row for row in fresh if row.table is Table.HEADER), check_sex, fates)
    return fates.untold(fresh)


def _set_aside_worked_on(rows: list[Row], files: dict[ChildKey, File], fates: Fates) -> set[ChildKey]:
    """Children whose stays or status were changed here; their new rows wait for somebody to compare."""
    chains = known.worked_on(files.values())
    kept = {child for child, file in files.items() if file.key in chains}
    for row in rows:
        if row.child in kept:
            fates.set_aside(row, "worked_on_here")
    return kept


def _by_child(rows: list[Row]) -> dict[ChildKey, list[Row]]:
    by_child: dict[ChildKey, list[Row]] = defaultdict(list)
    for row in rows:
        by_child[row.child].append(row)
    return by_child


def _write(
    files: dict[ChildKey, File], pictures: dict[ChildKey, Picture], unit: Unit
) -> dict[ChildKey, File]:
    """Write the pictures; returns the files, new ones among them."""
    there = {child: files[child] for child in pictures if child in files}
    new = {child: picture for child, picture in pictures.items() if child not in files}
    people = {child: file.child for child, file in there.items()}
    correct_people(people, pictures)
    correct_files(there, pictures)
    newcomers = new_people(new)
    files = files | new_files(newcomers, new, unit)
    write_pupil_numbers(people | newcomers, {child: each.identity for child, each in pictures.items()})
    by_file = {files[child]: picture for child, picture in pictures.items()}
    homes = homes_for((stay for picture in pictures.values() for stay in picture.stays), unit)
    care.write_stays(by_file, homes)
    care.write_statuses(by_file)
    care.write_reviews(by_file)
    care.write_causes(by_file)
    care.write_facts(by_file)
    return files
