"""Many rows, quickly: stays as another system recorded them, which rest on no decision of ours."""

from datetime import date

from tests.builders import a_file, a_home
from vatra.access.models import Unit, User
from vatra.casework.models import File
from vatra.homes.models import Home
from vatra.placements.models import Placement


def a_child_living_in(
    home: Home | None = None,
    *,
    worker: User | None = None,
    unit: Unit | None = None,
    since: date = date(2025, 10, 6),
) -> File:
    """The file of a child whose stay was taken over."""
    file = a_file(worker=worker, unit=unit)
    home = home or a_home()
    Placement.objects.create(
        file=file, home=home, form=home.form, first_day=since, undocumented="not documented here"
    )
    return file
