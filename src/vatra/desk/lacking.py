"""What children lack on a day: a home, a named carer, a guardian, a plan, a next review (promise 1, R-10)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from vatra.casework.models import File
from vatra.desk.belonging import days_without
from vatra.desk.ties import ties_of
from vatra.desk.warnings import warnings_in
from vatra.kernel.period import Period


@dataclass(frozen=True)
class Lacking:
    """A child, and what the child lacks on a day, in sentences; none where nothing is lacking."""

    file: File
    sentences: Sequence[str]


def lacking(files: Sequence[File], *, on: date) -> list[Lacking]:
    """What each of these children lacks on a day, in the order of the files; one query."""
    ties = ties_of(files)
    return [
        Lacking(file, warnings_in(days_without(ties[file.pk], Period(date.min, on)).missing_on(on)))
        for file in files
    ]
