"""The one door to every command: `./vatra NAME`."""

import argparse
import importlib
import os
import signal
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from types import FrameType

import psycopg
from django.db import OperationalError
from rich.table import Table

from vatra.commands import database, home, report, trouble
from vatra.commands.table import COMMANDS, Command
from vatra.commands.trouble import Trouble

USAGE_ERROR = 2
INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit code; what stops it is told in sentences."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    for ending in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(ending, _leave)
    try:
        return _chosen(words)
    except BrokenPipeError:
        return _nobody_reads_on()
    except (Trouble, OSError, psycopg.OperationalError, OperationalError) as error:
        report.tell_trouble(_told(error), as_json=not {"--json", "--check"}.isdisjoint(words))
        return 1
    except KeyboardInterrupt:
        return INTERRUPTED


def _nobody_reads_on() -> int:
    """Who reads has seen enough, such as `head` after its lines: the end of the process writes into nothing."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 1


def _told(error: Exception) -> Trouble:
    """What stopped a command in its middle, in sentences; a mistake of ours stays a traceback."""
    cause = error.__cause__ if isinstance(error, OperationalError) else error
    if isinstance(cause, Trouble):
        return cause
    if isinstance(cause, psycopg.errors.DiskFull):
        return trouble.full_disk(home.home())
    if isinstance(cause, psycopg.OperationalError):
        return trouble.database_away("DATABASE_URL", " ".join(str(cause).split()))
    if isinstance(cause, OSError) and cause.errno in trouble.FULL:
        return trouble.full_disk(Path(cause.filename or home.home()))
    raise error


def _chosen(words: list[str]) -> int:
    if not words or words[0] in {"-h", "--help", "help"}:
        _list_commands()
        return 0
    for command in COMMANDS:
        if command.name == words[0]:
            return _run(command, words[1:])
    report.terminal.print(f"There is no command [bold]{words[0]}[/bold]. These exist:")
    _list_commands()
    return USAGE_ERROR


def _run(command: Command, words: list[str]) -> int:
    os.environ.update(command.environment)
    if command.database:
        database.set_up_django()
    module = importlib.import_module(command.module)
    parser = argparse.ArgumentParser(prog=f"./vatra {command.name}", description=command.sentence)
    module.add_arguments(parser)
    options, others = parser.parse_known_args(words)
    if others and not command.passes_on:
        parser.error(f"unknown: {' '.join(others)}")
    options.others = others
    with ExitStack() as stack:
        if command.database:
            stack.enter_context(database.reachable())
        return int(module.run(options))


def _list_commands() -> None:
    table = Table("command", "what it is for", box=None, pad_edge=False)
    for command in COMMANDS:
        table.add_row(f"./vatra {command.name}", command.sentence)
    report.paper.print(table)
    report.paper.print("\n./vatra COMMAND --help tells more.")


def _leave(number: int, _frame: FrameType | None) -> None:
    """A polite request to end is answered like Ctrl-C: web, then database, are stopped cleanly."""
    raise KeyboardInterrupt(signal.Signals(number).name)


if __name__ == "__main__":
    sys.exit(main())
