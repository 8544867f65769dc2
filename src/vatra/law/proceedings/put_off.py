"""The hearings of a child that did not take place on their day: each is time the child waits."""

from collections.abc import Sequence

from vatra.casework.models import File
from vatra.law.models import ProceedingStep


def hearings_put_off(file: File) -> Sequence[ProceedingStep]:
    """Those of every proceeding of a file, the latest first, each with the hearing held instead. One query."""
    steps = ProceedingStep.objects.filter(proceeding__file=file, put_off_because__isnull=False)
    return list(steps.select_related("proceeding", "put_off_to").order_by("-done_on", "-pk"))
