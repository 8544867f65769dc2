"""The browser that the stories are walked in."""

import os
import shutil
import subprocess

from vatra.commands import report

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MISSING = (
    "There is no Chromium on this machine, so the stories in a real browser are skipped, each by name. "
    "To run them, install it: apt-get install chromium (Debian), or set VATRA_CHROMIUM to its path."
)


def ensure() -> str | None:
    """The path of a Chromium, installed from Debian where possible; None, with a sentence, otherwise."""
    path = os.environ.get("VATRA_CHROMIUM") or _found() or _installed()
    if path is None:
        report.terminal.print(MISSING)
    return path


def _found() -> str | None:
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def _installed() -> str | None:
    apt = shutil.which("apt-get")
    if apt is None or os.geteuid() != 0:
        return None
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    with report.terminal.status("Installing Debian's Chromium"):
        for words in (["update"], ["install", "-y", "chromium"]):
            subprocess.run(  # noqa: S603 - fixed words
                [apt, *words], check=False, env=environment, stdin=subprocess.DEVNULL, capture_output=True
            )
    return _found()
