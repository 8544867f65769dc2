"""Pages on which the clock of a duty is stopped, and goes on."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _

from vatra.access.doors import StaffRequest, needs
from vatra.access.roles import Permission
from vatra.casework.doors import enter
from vatra.casework.file_writing import FileWriting
from vatra.casework.models import File
from vatra.kernel.duty import ClockStop, Duty
from vatra.law.citations import cited
from vatra.law.duty_titles import NOTHING, title_of
from vatra.law.forms import ResumeForm, StopForm


@needs(Permission.WRITE_FILE)
def stop_clock(request: StaffRequest, reference: str, rule: str, ref: str) -> HttpResponse:
    """The clock of a duty stops, for a reason that is kept."""
    entered = enter(request, reference, Permission.WRITE_FILE)
    duty = _duty(entered.file, rule, "" if ref == NOTHING else ref)
    writing = FileWriting(request, entered)
    form = writing.form(StopForm, file=entered.file, duty=duty)
    return writing.one_act(
        form,
        template="law/clock.html",
        title=_("Stop this clock"),
        duty=title_of(duty.rule),
        due_on=duty.due_on,
        citation=cited(duty.citation),  # type: ignore[attr-defined]
        is_verified=bool(duty.verified),  # type: ignore[attr-defined]
        button=_("Stop the clock"),
        said=_("The clock stands still until somebody writes that it goes on."),
    )


@needs(Permission.WRITE_FILE)
def resume_clock(request: StaffRequest, reference: str, pk: int) -> HttpResponse:
    """The clock of a duty goes on; the days it stood still are added."""
    entered = enter(request, reference, Permission.WRITE_FILE)
    stop = get_object_or_404(ClockStop, pk=pk, chain=entered.file.key)
    writing = FileWriting(request, entered)
    form = writing.form(ResumeForm, file=entered.file, stop=stop)
    return writing.one_act(
        form,
        template="law/clock.html",
        title=_("Let this clock go on"),
        duty=title_of(stop.rule),
        stop=stop,
        button=_("Let it go on"),
        said=_("The clock goes on. The days it stood still were added."),
    )


def _duty(file: File, rule: str, ref: str) -> Duty:
    """The duty of the file that this clock measures; the earliest where there are several."""
    duties = Duty.objects.with_rules().filter(chain=file.key, rule=rule, ref=ref)
    return get_object_or_404(duties.order_by("due_on", "pk")[:1])
