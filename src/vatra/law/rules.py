"""What law refuses. Pure: facts in, concerns out."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from vatra.kernel.concern import Concern, Severity


def goes_on_already(last_day: date | None) -> list[Concern]:
    """A clock that goes on again cannot be let go on a second time."""
    if last_day is None:
        return []
    return [
        Concern("clock-goes-on", Severity.BLOCK, _("Somebody has already written that this clock goes on."))
    ]
