"""Refuses to build a wheel that would lack the front end or the translations."""

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

NEEDED = ("src/vatra/static/built/vatra.css", "src/vatra/locale/sq/LC_MESSAGES/django.mo")


class WhatPagesNeed(BuildHookInterface):
    """Whoever installs the wheel has no Node and no catalogue compiler: both results travel inside."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - the hook's signature
        """Checked for a wheel; the source tree itself builds them on its first start."""
        missing = [name for name in NEEDED if not (Path(self.root) / name).exists()]
        if version != "editable" and missing:
            raise FileNotFoundError(
                f"{', '.join(missing)} is not built. Run ./vatra assets and ./vatra translations first."
            )
