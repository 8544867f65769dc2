"""Pages about the guardian of a child."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from vatra.access.doors import StaffRequest, needs
from vatra.access.roles import Permission
from vatra.casework.doors import enter
from vatra.casework.file_writing import FileWriting
from vatra.law.forms import GuardianForm, GuardianshipEndsForm
from vatra.law.models import Guardianship


@needs(Permission.WRITE_FILE)
def guardian(request: StaffRequest, reference: str) -> HttpResponse:
    """Appoint a guardian; the one before ends the day before."""
    entered = enter(request, reference, Permission.WRITE_FILE)
    writing = FileWriting(request, entered)
    form = writing.form(GuardianForm, file=entered.file)
    held = list(entered.file.guardianships.select_related("guardian").order_by("-first_day"))
    return writing.one_act(
        form,
        template="law/guardian.html",
        title=_("Appoint a guardian"),
        held=held,
        has_guardian=any(each.holds_on(entered.by.today) for each in held),
        button=_("Save"),
        said=_("The guardian is in the file."),
    )


@needs(Permission.WRITE_FILE)
def end_guardianship(request: StaffRequest, pk: int) -> HttpResponse:
    """A guardianship ends; the days after it are counted until there is a new one."""
    guardianship = get_object_or_404(Guardianship.objects.select_related("file", "guardian"), pk=pk)
    entered = enter(request, guardianship.file.reference, Permission.WRITE_FILE)
    guardian_page = reverse("law:guardian", args=[entered.file.reference])
    writing = FileWriting(request, entered)
    form = writing.form(GuardianshipEndsForm, guardianship=guardianship)
    return writing.one_act(
        form,
        title=_("End this guardianship"),
        lead=_("Every day without a guardian is counted and shown."),
        button=_("Save"),
        back=guardian_page,
        said=_("The guardianship has an end. Appoint the next guardian."),
    )
