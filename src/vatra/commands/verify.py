"""Checks that nothing recorded was changed: every event, chain, checkpoint, change and row."""

import argparse
from dataclasses import asdict

from vatra.commands import report
from vatra.kernel import ledger


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print one JSON document")


def run(options: argparse.Namespace) -> int:
    with report.terminal.status("Checking") as status:
        found = ledger.verify(lambda what, count: status.update(f"Checked {count:,} {what}"))
    if options.json:
        report.print_document({"ok": found.is_sound} | asdict(found))
    else:
        _tell(found)
    return 0 if found.is_sound else 1


def _tell(found: ledger.Report) -> None:
    for finding in found.findings:
        report.paper.print(f"[bold red]{finding.sentence}[/]", highlight=False)
    report.paper.print(
        f"Checked {found.events:,} events in {found.chains:,} files, {found.checkpoints:,} checkpoints,"
        f" {found.row_changes:,} changes and {found.rows:,} rows:"
        f" {'everything fits' if found.is_sound else 'not everything fits'}.",
    )
