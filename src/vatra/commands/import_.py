"""Takes over a folder of records from another system."""

import argparse
from pathlib import Path

from rich.table import Table as Paper

from vatra.access.models import Unit
from vatra.access.models.unit import UnitKind
from vatra.commands import report
from vatra.commands.trouble import Trouble
from vatra.exchange.ssda903.reading.folder import has_returns
from vatra.exchange.ssda903.report import Report
from vatra.exchange.ssda903.writing.importing import import_return
from vatra.kernel import clock
from vatra.kernel.ledger import Actor

OWN_UNIT = "SSDA903 import"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("system", choices=["ssda903"], help="England's return on children in care")
    parser.add_argument("folder", type=Path, help="the folder with the files of one or several returns")
    parser.add_argument(
        "--unit", default="", help=f"number or name of the unit that gets the files ({OWN_UNIT})"
    )
    parser.add_argument("--authority", default="", help="whose children they are, where the rows do not say")
    parser.add_argument("--json", action="store_true", help="print one JSON document")


def run(options: argparse.Namespace) -> int:
    if not options.folder.is_dir():
        raise Trouble(
            f"There is no folder {options.folder}.", "Name the folder that holds the files of the return."
        )
    if not has_returns(options.folder):
        raise Trouble(
            f"No file in {options.folder} holds rows of a return on children in care.",
            "Look for files such as episodes.csv or header.csv; a spreadsheet is saved as CSV first.",
        )
    by = Actor(user_id=None, role="", at=clock.now())
    with report.terminal.status("Importing") as status:
        found = import_return(
            folder=options.folder,
            unit=_unit(options.unit, by),
            by=by,
            authority=options.authority,
            tell=status.update,
        )
    if options.json:
        report.print_document(found.document())
    else:
        _tell(found)
    return 0


def _unit(named: str, by: Actor) -> Unit:
    """The unit named by number or name; otherwise one of its own below the organisation."""
    if not named:
        return Unit.objects.filter(name=OWN_UNIT).first() or _own_unit(by)
    found = Unit.objects.filter(pk=int(named)) if named.isdecimal() else Unit.objects.filter(name=named)
    if unit := found.first():
        return unit
    known = ", ".join(Unit.objects.order_by("name").values_list("name", flat=True)[:20])
    raise Trouble(f"There is no unit “{named}”.", f"These units exist: {known or 'none yet'}.")


def _own_unit(by: Actor) -> Unit:
    organisation = Unit.objects.filter(kind=UnitKind.ORGANISATION, last_day=None).order_by("pk").first()
    unit = Unit(name=OWN_UNIT, kind=UnitKind.TEAM, parent=organisation, first_day=by.today)
    unit.save()
    return unit


def _tell(found: Report) -> None:
    paper = Paper("table", "read", "used", "merged", "set aside", box=None, pad_edge=False)
    for table, counts in found.tables.items():
        paper.add_row(table, *(f"{counts[name]:,}" for name in ("read", "used", "merged", "set_aside")))
    report.paper.print(f"Import {found.run}: {found.children:,} children, {found.new:,} of them new.\n")
    report.paper.print(paper)
    if found.set_aside:
        report.paper.print(
            f"\n{len(found.set_aside):,} rows were set aside; they are kept, with the reason, on the page of imports."
        )
