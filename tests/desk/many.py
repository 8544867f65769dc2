"""Many rows, quickly: stays as another system recorded them, which rest on no decision of ours."""

from datetime import date

from tests.builders import a_file, a_home, a_stay_taken_over
from vatra.access.models import Unit, User
from vatra.casework.models import File
from vatra.homes.models import Home


def a_child_living_in(
    home: Home | None = None,
    *,
    worker: User | None = None,
    unit: Unit | None = None,
    since: date = date(2025, 10, 6),
) -> File:
    """The file of a child whose stay was taken over."""
    file = a_file(worker=worker, unit=unit)
    a_stay_taken_over(file, home or a_home(), since=since)
    return file
