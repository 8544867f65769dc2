"""The dated facts of belonging for any number of files, in one query of the view `desk_tie`."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db import connection

from vatra.casework.models import File
from vatra.desk.belonging import Stay, Ties
from vatra.kernel.period import Period

_TIES = "SELECT file_id, kind, first_day, last_day, form, end_reason FROM desk_tie WHERE file_id = ANY(%s)"


def ties_of(files: Iterable[File]) -> dict[int, Ties]:
    """The facts of each file by its id."""
    closed = {file.pk: file.closed_on for file in files}
    facts: dict[int, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    with connection.cursor() as cursor:
        cursor.execute(_TIES, [list(closed)])
        for file_id, kind, first_day, last_day, form, end_reason in cursor.fetchall():
            period = Period(first_day, last_day)
            facts[file_id][kind].append(Stay(period, form, end_reason) if kind == "stays" else period)
    return {file_id: Ties(**facts[file_id], closed_on=closed_on) for file_id, closed_on in closed.items()}
