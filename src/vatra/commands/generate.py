"""Invents a caseload of any size: plausible, repeatable, and marked as invented."""

import argparse
import os

import psycopg
from psycopg import sql
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from vatra.commands import migrate, report
from vatra.commands.trouble import Trouble
from vatra.exchange import invented
from vatra.kernel import clock

MOST_WORKERS = 8


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--children", type=_number, required=True, help="how many children, each with a file")
    parser.add_argument("--seed", type=int, default=1, help="the same seed gives the same caseload (1)")
    parser.add_argument("--workers", type=_number, help="processes that write at once (one per processor)")
    parser.add_argument("--json", action="store_true", help="print one JSON document")


def run(options: argparse.Namespace) -> int:
    migrate.bring_up_to_date()
    made = generated(options.children, options.seed, options.workers)
    if options.json:
        report.print_document({"ok": True, "seed": options.seed} | told(made))
    else:
        report.paper.print(
            f"{made.children:,} invented children with {sum(made.rows.values()):,} rows in {made.seconds:.0f} s:"
            f" {made.children / made.seconds:,.0f} children a second."
        )
    return 0


def generated(children: int, seed: int, workers: int | None = None) -> invented.Generated:
    """The caseload, with progress on the terminal; trouble where the seed was used already."""
    bar = Progress(
        TextColumn("Inventing children"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=report.terminal,
    )
    with bar:
        task = bar.add_task("", total=children)
        try:
            made = invented.generate(
                children=children,
                seed=seed,
                today=clock.today(),
                workers=workers or min(os.cpu_count() or 1, MOST_WORKERS),
                progress=lambda done: bar.update(task, completed=done),
            )
        except invented.AlreadyGenerated as already:
            raise Trouble(
                f"The caseload of seed {seed} is in this database already.",
                "Choose another --seed to add more invented children.",
            ) from already
    _count_anew()
    return made


def _count_anew() -> None:
    """Let the database count its rows, as only their owner may, so that its plans fit the tables as they are now."""
    with psycopg.connect(os.environ["DATABASE_OWNER_URL"], autocommit=True) as connection:
        tables = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        names = sql.SQL(", ").join(sql.Identifier(name) for (name,) in tables)
        connection.execute(sql.SQL("ANALYZE {}").format(names))


def told(made: invented.Generated) -> dict[str, object]:
    """The report as a document."""
    return {
        "children": made.children,
        "seconds": made.seconds,
        "children_per_second": round(made.children / made.seconds, 1),
        "rows": made.rows,
    }


def _number(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"“{text}” is not a number of at least 1")
    return number
