"""The page about the legal status of a child."""

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _

from vatra.access.doors import StaffRequest, needs
from vatra.access.roles import Permission
from vatra.casework.doors import enter
from vatra.casework.file_writing import FileWriting
from vatra.law.forms import LegalStatusForm


@needs(Permission.WRITE_FILE)
def legal_status(request: StaffRequest, reference: str) -> HttpResponse:
    """Set the legal status; the one before ends the day before."""
    entered = enter(request, reference, Permission.WRITE_FILE)
    writing = FileWriting(request, entered)
    form = writing.form(LegalStatusForm, file=entered.file)
    done = writing.send(
        form,
        lambda: form.write(by=entered.by),
        said=_("The legal status is in the file."),
    )
    return done or writing.page(
        form,
        template="law/legal_status.html",
        title=_("Set the legal status"),
        held=entered.file.legal_statuses.order_by("-first_day"),
        button=_("Save"),
    )
