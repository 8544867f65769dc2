"""Naming causes, settling them, and writing down what was tried."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as say
from django.utils.translation import gettext_lazy as _

from vatra.access.doors import StaffRequest, needs
from vatra.access.roles import Permission
from vatra.casework.doors import enter
from vatra.casework.file_writing import FileWriting
from vatra.casework.forms.support import CauseForm, CauseSettledForm, SupportForm
from vatra.casework.models import Cause


@needs(Permission.WRITE_FILE)
def new_support(request: StaffRequest, reference: str) -> HttpResponse:
    """Write down something that was tried so that the family stays together."""
    entered = enter(request, reference, Permission.WRITE_FILE)
    writing = FileWriting(request, entered)
    form = writing.form(SupportForm, file=entered.file)
    return writing.one_act(
        form,
        title=_("Support tried with the family"),
        lead=_(
            "What was tried counts: a child is only separated when support could not keep the family together."
        ),
        button=_("Save"),
        said=_("The support is in the file."),
    )


@needs(Permission.WRITE_FILE)
def name_cause(request: StaffRequest, reference: str) -> HttpResponse:
    """Name a cause that may separate this family."""
    entered = enter(request, reference, Permission.WRITE_FILE)
    writing = FileWriting(request, entered)
    form = writing.form(CauseForm, file=entered.file)
    return writing.one_act(
        form,
        title=_("Name a cause"),
        lead=_("Why this family may be separated, or was. Each cause is asked again at every review."),
        button=_("Save"),
        said=_("The cause is in the file."),
    )


@needs(Permission.WRITE_FILE)
def settle_cause(request: StaffRequest, pk: int) -> HttpResponse:
    """A cause no longer holds."""
    cause = get_object_or_404(Cause.objects.select_related("file"), pk=pk)
    entered = enter(request, cause.file.reference, Permission.WRITE_FILE)
    writing = FileWriting(request, entered)
    form = writing.form(CauseSettledForm, cause=cause)
    return writing.one_act(
        form,
        title=say("No longer a cause: %(cause)s") % {"cause": cause.get_kind_display()},
        button=_("Save"),
        said=_("The cause no longer holds."),
    )
