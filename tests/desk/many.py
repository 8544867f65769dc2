"""Many rows, quickly: stays as another system recorded them, which rest on no decision of ours."""

from datetime import date, time, timedelta

from tests.builders import TODAY, a_file, a_home, a_stay_taken_over, worker_of
from vatra.access.models import Unit, User
from vatra.casework.models import File, PlannedReview
from vatra.homes.models import Home
from vatra.kernel.duty import Duty


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


def due_on(file: File, day: date, times: int = 1) -> None:
    """So many duties of a file fall due on a day."""
    duty = Duty.objects.filter(chain=file.key).earliest("pk")
    Duty.objects.filter(chain=file.key).update(due_on=date(2030, 1, 1), escalates_on=date(2030, 1, 8))
    for number in range(times):
        duty.pk, duty.ref, duty.due_on, duty.escalates_on = None, str(number), day, day + timedelta(days=7)
        duty.save()


def planned_for(file: File, day: date) -> PlannedReview:
    """A review of the child at school on a day."""
    return PlannedReview.objects.create(
        file=file,
        meets_on=day,
        hour=time(10),
        place="At school",
        planned_on=TODAY,
        planned_by=worker_of(file),
    )
