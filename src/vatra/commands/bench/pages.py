"""Measures pages as a browser gets them: signed in over HTTP, from the production server."""

import argparse
import os
from dataclasses import asdict

from rich.table import Table

from vatra.commands import generate, home, migrate, prepare, report, web
from vatra.commands.bench import arranging, measuring
from vatra.commands.bench.figures import Figures
from vatra.commands.trouble import Trouble

HERE = "127.0.0.1"


def run(options: argparse.Namespace) -> int:
    """Fill the database up, start the server, ask for every page."""
    prepare.build()
    migrate.bring_up_to_date()
    _populate(options.children)
    os.environ["VATRA_MEASURE"] = "1"
    with web.listener(HERE, 0) as listening, web.serving(listening, log=home.home() / "bench.log"):
        address = f"http://{HERE}:{listening.getsockname()[1]}"
        people = arranging.signed_in(address, number=max(measuring.CLIENTS))
        with report.terminal.status("Measuring") as status:
            figures = measuring.measured(
                people, requests=options.requests, acts=options.acts, progress=status.update
            )
    _tell(figures, children=arranging.children(), as_json=options.json)
    return 0


def _populate(children: int) -> None:
    """A database with so many invented children; one that holds fewer is filled up."""
    present = arranging.children()
    if present > children:
        raise Trouble(
            f"This database holds {present:,} children, more than the {children:,} to be measured.",
            "Set VATRA_HOME to another folder.",
        )
    if present < children:
        generate.generated(children - present, seed=present + 1)


def _tell(figures: list[Figures], *, children: int, as_json: bool) -> None:
    if as_json:
        pages = [asdict(each) for each in figures]
        report.print_document(
            {"ok": True, "children": children, "processors": os.cpu_count(), "pages": pages}
        )
        return
    table = Table("page", "clients", "p50 ms", "p95 ms", "p99 ms", "queries", "kB", "times", box=None)
    for each in figures:
        numbers = (f"{each.p50:.1f}", f"{each.p95:.1f}", f"{each.p99:.1f}", str(each.queries))
        table.add_row(each.page, str(each.clients), *numbers, f"{each.size / 1000:.1f}", str(each.times))
    report.paper.print(f"{children:,} children; time on the server, without the network:")
    report.paper.print(table)
