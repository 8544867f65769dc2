"""The invented names and registrations the keys are measured on, where they are at hand."""

import csv
import gzip
import os
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
LINKAGE = (ROOT / os.environ.get("VATRA_SHARED_DATA", "../shared/data") / "linkage").resolve()

needs_linkage_data = pytest.mark.skipif(
    not LINKAGE.is_dir(),
    reason=f"The linkage data is not in {LINKAGE}; set VATRA_SHARED_DATA to its parent folder.",
)


def rows(name: str) -> list[dict[str, str]]:
    with gzip.open(LINKAGE / name, "rt", encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
