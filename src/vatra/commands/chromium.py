"""The browser that the stories are walked in."""

import os
import shutil
import subprocess

from vatra.commands import report

# The first is Chromium without its window: the same pages in half the time.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MISSING = (
    "There is no Chromium on this machine, so the stories in a real browser are skipped, each by name. "
    "To run them, install it: apt-get install chromium (Debian), or set VATRA_CHROMIUM to its path."
)


def ensure() -> str | None:
    """The path of a Chromium, installed from Debian where possible; None, with a sentence, otherwise."""
    path = os.environ.get("VATRA_CHROMIUM") or found() or _installed()
    if path is None:
        report.terminal.print(MISSING)
    return path


def found() -> str | None:
    """The path of the first of them on this machine."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def _installed() -> str | None:
    apt = shutil.which("apt-get")
    if apt is None or os.geteuid() != 0:
        return None
    with report.terminal.status("Installing Debian's Chromium"):
        _run(apt, "update")
        for package in NAMES[:2]:
            if found() is None:
                _run(apt, "install", "-y", package)
    return found()


def _run(apt: str, *words: str) -> None:
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(  # noqa: S603 - fixed words
        [apt, *words], check=False, env=environment, stdin=subprocess.DEVNULL, capture_output=True
    )
