"""The demonstration: an invented caseload, one sign-in per role, on this machine only."""

import argparse
import os
import socket
import time

from django.conf import settings
from rich.table import Table

from vatra.commands import demo_check, home, migrate, prepare, report, supervise, web
from vatra.commands.trouble import Trouble
from vatra.commands.worker import working
from vatra.desk import demo

HERE = "127.0.0.1"
# The same place by a name: browsers allow passkeys there, and not at a number.
HERE_BY_NAME = "localhost"
ANY_FREE_PORT = 0


def add_arguments(parser: argparse.ArgumentParser) -> None:
    supervise.add_port(parser)
    parser.add_argument("--check", action="store_true", help="sign in, read a child's page, report, stop")
    parser.add_argument("--json", action="store_true", help="print address and sign-ins as one JSON document")


def run(options: argparse.Namespace) -> int:
    began = time.monotonic()
    with _listener(options) as listening:
        prepare.build()
        migrate.bring_up_to_date()
        port = listening.getsockname()[1]
        address = f"http://{HERE_BY_NAME}:{port}/"
        # Links in mails lead to where this demonstration answers.
        os.environ.setdefault("VATRA_ORIGINS", address.rstrip("/"))
        with report.terminal.status("Loading the invented caseload"):
            sign_ins = demo.load_once()
        with supervise.checkpoints(), web.serving(listening, log=home.home() / "web.log") as process:
            if options.check:
                report.print_document(demo_check.walked(f"http://{HERE}:{port}/", sign_ins, began=began))
                return 0
            _invite(address, sign_ins, as_json=options.json)
            with working(log=home.home() / "worker.log") as worker:
                return supervise.stay_with(process, worker)


def _listener(options: argparse.Namespace) -> socket.socket:
    """A check is about Vatra, not about the port: it takes another where the usual one is taken."""
    try:
        return web.listener(HERE, options.port)
    except Trouble:
        if not options.check:
            raise
        return web.listener(HERE, ANY_FREE_PORT)


def _invite(address: str, sign_ins: list[tuple[str, str, str]], *, as_json: bool) -> None:
    if as_json:
        people = [{"role": role, "username": name, "password": word} for role, name, word in sign_ins]
        mails = settings.MAIL_FOLDER
        report.print_document({"ok": True, "address": address, "mails": mails, "sign_ins": people})
        return
    table = Table("who", "username", "password", box=None, pad_edge=False)
    for sign_in in sign_ins:
        table.add_row(*sign_in)
    report.paper.print(f"\nVatra answers at [bold]{address}[/bold]. Everybody in it is invented.\n")
    report.paper.print(table)
    if settings.MAIL_FOLDER:
        report.paper.print(f"\nMails are sent to nobody. Read them in {settings.MAIL_FOLDER}", markup=False)
    report.paper.print("\nCtrl-C stops it. What is entered stays for the next start.")
