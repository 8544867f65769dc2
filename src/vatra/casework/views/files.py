"""Handing a file over, and closing it."""

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _

from vatra.access.doors import StaffRequest, needs
from vatra.access.roles import Permission
from vatra.casework.doors import enter
from vatra.casework.file_writing import FileWriting
from vatra.casework.forms.file import CloseFileForm, HandOverForm


@needs(Permission.WRITE_FILE)
def hand_over(request: StaffRequest, reference: str) -> HttpResponse:
    """From a day on another worker answers for the child."""
    entered = enter(request, reference, Permission.WRITE_FILE)
    writing = FileWriting(request, entered)
    form = writing.form(HandOverForm, file=entered.file)
    return writing.one_act(
        form,
        title=_("Hand the file over"),
        button=_("Hand over"),
        said=_("The file is handed over."),
    )


@needs(Permission.WRITE_FILE)
def close_file(request: StaffRequest, reference: str) -> HttpResponse:
    """End this stretch of work with the child."""
    entered = enter(request, reference, Permission.WRITE_FILE)
    writing = FileWriting(request, entered)
    form = writing.form(CloseFileForm, file=entered.file)
    return writing.one_act(
        form,
        title=_("Close the file"),
        lead=_("The record stays. Should a worry come back, a new file is opened for the child."),
        button=_("Close the file"),
        said=_("The file is closed. Its record is kept."),
    )
