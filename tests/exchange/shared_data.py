"""Public data sets that are not part of the project: tests on them say by name that they were skipped."""

import csv
import os
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest

from vatra.exchange.ssda903.report import Report

SHARED = Path(os.environ.get("VATRA_SHARED_DATA", Path(__file__).parents[3] / "shared" / "data"))


def data_set(name: str) -> Path:
    """The folder of a data set; without it the test is skipped."""
    folder = SHARED / name
    if not folder.is_dir():
        pytest.skip(
            f"The public data set {name} is not here; VATRA_SHARED_DATA names the folder that holds it."
        )
    return folder


def raw_rows(folder: Path, pattern: str) -> Iterator[dict[str, str]]:
    """The rows of some files by the csv module alone, in the order of the names."""
    for file in sorted(folder.glob(pattern)):
        with file.open(encoding="utf-8-sig", newline="") as lines:
            yield from csv.DictReader(lines)


def raw_day(text: str) -> date | None:
    """The day of a cell, read without our code."""
    if "/" in text:
        day, month, year = map(int, text.split("/"))
        return date(year, month, day)
    return date.fromisoformat(text) if text else None


def counted(read: int, used: int, merged: int, set_aside: int) -> Mapping[str, int]:
    """What the report says of one table."""
    return {"read": read, "used": used, "merged": merged, "set_aside": set_aside}


def adds_up(report: Report) -> None:
    """No row of any table is lost between reading and using it."""
    for counts in report.tables.values():
        assert counts["read"] == counts["used"] + counts["merged"] + counts["set_aside"]
