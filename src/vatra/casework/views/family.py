"""Drawing the family: relatives, brothers and sisters, and who lives together."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from vatra.access.doors import StaffRequest, needs
from vatra.access.roles import Permission
from vatra.casework.doors import enter
from vatra.casework.file_writing import FileWriting
from vatra.casework.forms.family import HouseholdForm, RelativeForm


@needs(Permission.WRITE_FILE)
def add_relative(request: StaffRequest, reference: str) -> HttpResponse:
    """Add somebody to the child's family."""
    entered = enter(request, reference, Permission.WRITE_FILE)
    family = reverse("desk:family", args=[reference])
    writing = FileWriting(request, entered)
    form = writing.form(RelativeForm, file=entered.file, user=request.user)
    return writing.one_act(
        form,
        template="casework/relative.html",
        title=_("Add somebody to the family"),
        button=_("Save"),
        back=family,
        said=_("The relative is in the family."),
    )


@needs(Permission.WRITE_FILE)
def join_household(request: StaffRequest, reference: str) -> HttpResponse:
    """Say who lives together."""
    entered = enter(request, reference, Permission.WRITE_FILE)
    family = reverse("desk:family", args=[reference])
    writing = FileWriting(request, entered)
    form = writing.form(HouseholdForm, file=entered.file)
    return writing.one_act(
        form,
        title=_("Who lives together"),
        button=_("Save"),
        back=family,
        said=_("The household is written down."),
    )
