"""Every check and test: first what fails fastest, side by side, then the tests."""

import argparse
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
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
    # Compiles the tests once: their workers would each do it again.
    "imports of the tests (pytest --collect-only)": ["pytest", "--collect-only", "-q", "-n0"],
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog = "Anything else is handed to pytest: ./vatra test -k placement"
    parser.add_argument("paths", nargs="*", help="handed to pytest")


def run(options: argparse.Namespace) -> int:
    prepare.build()
    browser = chromium.ensure()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vatra.settings")
    # Where it is set, every one of the many processes would compile everything for itself.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    if browser:
        os.environ["VATRA_CHROMIUM"] = browser
    with suite_database.provided():
        failed = _failed()
        if failed:
            report.terminal.print(f"[bold red]Failed:[/] {', '.join(failed)}. The tests follow.")
        # The runner's own summary is the last line: whoever reads the end of a log sees what ran.
        print("== tests (pytest)", flush=True)
        tested = _run(["pytest", *options.others, *options.paths])
    return 0 if tested.returncode == 0 and not failed else 1


def _failed() -> list[str]:
    """All begin at once, for the longest keeps only one core busy; they are told in their order."""
    with ThreadPoolExecutor(len(STEPS)) as beside:
        done = beside.map(lambda command: _run(command, capture_output=True), STEPS.values())
        return [name for name, step in zip(STEPS, done, strict=True) if not _passed(name, step)]


def _passed(name: str, step: subprocess.CompletedProcess[str]) -> bool:
    """What went well is told in its last line, what failed in full."""
    said = (step.stdout + step.stderr).strip()
    print(f"== {name}", said if step.returncode else said.rpartition("\n")[2], sep="\n", flush=True)
    return step.returncode == 0


def _run(command: list[str], *, capture_output: bool = False) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).parent / command[0]
    return subprocess.run(  # noqa: S603 - see STEPS
        [program, *command[1:]], cwd=home.project(), check=False, capture_output=capture_output, text=True
    )
