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

    def __init__(self, data: Any = None, *, file: File, duty: Duty) -> None:
        super().__init__(data, initial={"from_day": clock.today()})
        self.file, self.duty = file, duty

    def write(self, *, by: Actor) -> ClockStop:
        """The one act of this form."""
        return stop_clock(file=self.file, duty=self.duty, by=by, **self.cleaned_data)


class ResumeForm(ActForm):
    """The last day on which the clock stood still, and why it goes on."""

    last_day = DayField(label=_("Last day it stood still"))
    why = Words(label=_("Why the clock goes on"))

    def __init__(self, data: Any = None, *, file: File, stop: ClockStop) -> None:
        super().__init__(data, initial={"last_day": clock.today()})
        self.file, self.stop = file, stop

    def write(self, *, by: Actor) -> ClockStop:
        """The one act of this form."""
        return resume_clock(file=self.file, stop=self.stop, by=by, **self.cleaned_data)
