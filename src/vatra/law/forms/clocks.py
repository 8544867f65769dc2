"""The forms for stopping a clock and letting it go on."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from vatra.casework.forms.texts import Words
from vatra.casework.models import File
from vatra.kernel import clock
from vatra.kernel.duty import ClockStop, Duty
from vatra.kernel.forms import ActForm
from vatra.kernel.ledger import Actor
from vatra.kernel.widgets import DayField
from vatra.law.actions import resume_clock, stop_clock


class StopForm(ActForm):
    """Since when the clock of a duty stands still, and why."""

    from_day = DayField(label=_("Stopped since"))
    why = Words(label=_("Why the clock stops"))

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, initial={"from_day": clock.today()})

    def write(self, *, file: File, duty: Duty, by: Actor) -> ClockStop:
        """The one act of this form."""
        return stop_clock(file=file, duty=duty, by=by, **self.cleaned_data)


class ResumeForm(ActForm):
    """The last day on which the clock stood still, and why it goes on."""

    last_day = DayField(label=_("Last day it stood still"))
    why = Words(label=_("Why the clock goes on"))

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, initial={"last_day": clock.today()})

    def write(self, *, file: File, stop: ClockStop, by: Actor) -> ClockStop:
        """The one act of this form."""
        return resume_clock(file=file, stop=stop, by=by, **self.cleaned_data)
