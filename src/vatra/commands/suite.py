"""Every check and test, in the order in which they fail fastest."""

import argparse
import os
import subprocess
import sys
from pathlib import Path

from vatra.commands import chromium, home, prepare, report, suite_database

STEPS = {
    "style (ruff check)": ["ruff", "check"],
    "format (ruff format)": ["ruff", "format", "--check"],
    "layers (lint-imports)": ["lint-imports"],
    "types (mypy)": ["mypy", "src"],
    "migrations (makemigrations --check)": [
        "python",
        "-m",
        "django",
        "makemigrations",
        "--check",
        "--dry-run",
    ],
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog = "Anything else is handed to pytest: ./vatra test -k placement"
    parser.add_argument("paths", nargs="*", help="handed to pytest")


def run(options: argparse.Namespace) -> int:
    prepare.build()
    browser = chromium.ensure()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vatra.settings")
    if browser:
        os.environ["VATRA_CHROMIUM"] = browser
    with suite_database.provided():
        failed = [name for name, command in STEPS.items() if not _passes(name, command)]
        if failed:
            report.terminal.print(f"[bold red]Failed:[/] {', '.join(failed)}. The tests follow.")
        # The runner's own summary is the last line: whoever reads the end of a log sees what ran.
        tested = _passes("tests (pytest)", ["pytest", *options.others, *options.paths])
    return 0 if tested and not failed else 1


def _passes(name: str, command: list[str]) -> bool:
    print(f"== {name}", flush=True)
    program = Path(sys.executable).parent / command[0]
    done = subprocess.run([program, *command[1:]], cwd=home.project(), check=False)  # noqa: S603 - see STEPS
    return done.returncode == 0
