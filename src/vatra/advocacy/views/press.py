"""What the press gets: the statement, the embargo and the files, as staff prepare them."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _

from vatra.access.doors import StaffRequest, needs
from vatra.access.roles import Permission
from vatra.advocacy.events.handing_out import handed_out
from vatra.advocacy.forms.press import KitFileForm, PressForm, WithdrawFileForm
from vatra.advocacy.models import KitFile, Occasion, PressConference
from vatra.advocacy.page import one_act
from vatra.advocacy.places import place_of
from vatra.advocacy.words import ActionKind


@needs(Permission.KEEP_CAMPAIGNS)
def prepare(request: StaffRequest, slug: str) -> HttpResponse:
    """Write the statement, whom to ask, and until when nobody outside sees it."""
    conferences = Occasion.objects.filter(action__kind=ActionKind.PRESS_CONFERENCE).select_related("action")
    occasion = get_object_or_404(conferences, action__slug=slug)
    return one_act(
        request,
        PressForm,
        about=occasion,
        title=_("Prepare what the press gets"),
        lead=_("Before its moment nobody outside sees the statement or a file."),
        button=_("Save"),
        back=place_of(occasion.action),
        said=_("It is prepared."),
    )


@needs(Permission.KEEP_CAMPAIGNS)
def new_file(request: StaffRequest, slug: str) -> HttpResponse:
    """Put a file into the kit."""
    conference = get_object_or_404(PressConference.objects.select_related("action"), action__slug=slug)
    return one_act(
        request,
        KitFileForm,
        about=conference,
        title=_("Put a file into the kit"),
        button=_("Save"),
        back=place_of(conference.action),
        said=_("The file is in the kit."),
    )


@needs(Permission.KEEP_CAMPAIGNS)
def withdraw_file(request: StaffRequest, pk: int) -> HttpResponse:
    """Take a file out of the kit."""
    files = KitFile.objects.defer("content").select_related("conference__action")
    file = get_object_or_404(files, pk=pk, withdrawn_at=None)
    return one_act(
        request,
        WithdrawFileForm,
        about=file,
        title=_("Take the file out of the kit"),
        lead=file.title,
        button=_("Take it out"),
        back=place_of(file.conference.action),
        said=_("Nobody gets the file any more."),
    )


@needs(Permission.SEE_CAMPAIGNS)
def file(_request: StaffRequest, pk: int) -> HttpResponse:
    """The file itself, before and after the embargo."""
    kept = get_object_or_404(KitFile, pk=pk)
    return handed_out(bytes(kept.content), kept.media_type, kept.file_name, cache="no-store, private")
