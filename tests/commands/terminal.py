"""`./vatra` as a person starts it: in a process of its own, with nothing of the test run in its environment."""

import os
import subprocess
from pathlib import Path

from vatra.commands import home

LAUNCHER = home.project() / "vatra"
OURS = ("DATABASE_", "VATRA_", "DJANGO_", "PYTEST_")


def environment(**given: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
    return kept | given


def launched(
    *words: str, folder: Path = Path("/"), launcher: Path = LAUNCHER, **given: str
) -> subprocess.CompletedProcess[str]:
    """The whole run of one command."""
    return subprocess.run(
        [launcher, *words], cwd=folder, env=environment(**given), capture_output=True, text=True, check=False
    )
