"""Binds all events and row history so far into one checkpoint."""

import argparse

from vatra.commands import report
from vatra.commands.trouble import Trouble
from vatra.kernel import clock, ledger


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print one JSON document")


def run(options: argparse.Namespace) -> int:
    try:
        made = ledger.checkpoint(at=clock.now())
    except ledger.StillWriting as busy:
        raise Trouble(str(busy), "An import or a generated caseload may run; nothing is wrong.") from busy
    if options.json:
        report.print_document({"ok": True, "made": made is not None} | (_numbers(made) if made else {}))
    elif made:
        report.paper.print(
            f"Checkpoint {made.pk} binds {made.event_count} events and {made.row_count} changes of rows:"
            f"\n{made.digest.hex()}"
        )
    else:
        report.paper.print("Nothing was recorded since the last checkpoint; none was made.")
    return 0


def _numbers(made: ledger.Checkpoint) -> dict[str, object]:
    return {
        "checkpoint": made.pk,
        "events": made.event_count,
        "row_changes": made.row_count,
        "digest": made.digest.hex(),
    }
