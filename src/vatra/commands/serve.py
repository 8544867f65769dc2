"""Serves Vatra for real work: no invented data, the database of DATABASE_URL or the embedded one."""

import argparse
import os

from vatra.commands import existing, migrate, prepare, report, supervise, web
from vatra.commands.worker import working

ADVICE = (
    "DATABASE_URL names a role that owns the tables, so a break-in by a page could rewrite the record. "
    "Set DATABASE_OWNER_URL to the owner and DATABASE_URL to the role vatra_app."
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    supervise.add_port(parser)
    parser.add_argument("--bind", default="127.0.0.1", help="the address to listen on; see VATRA_HOSTS")
    parser.add_argument("--workers", type=int, default=2, help="web processes, four threads each (2)")


def run(options: argparse.Namespace) -> int:
    with web.listener(options.bind, options.port) as listening:
        prepare.build()
        migrate.bring_up_to_date()
        if existing.owns_tables(os.environ["DATABASE_URL"]):
            report.terminal.print(ADVICE)
        with supervise.checkpoints(), web.serving(listening, workers=options.workers) as process:
            report.paper.print(f"Vatra answers at http://{options.bind}:{options.port}/. Ctrl-C stops it.")
            with working() as worker:
                return supervise.stay_with(process, worker)
