"""Policy briefs: their versions, and to whom each was given."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from vatra.access.doors import StaffRequest, needs
from vatra.access.roles import Permission
from vatra.advocacy.events.handing_out import handed_out
from vatra.advocacy.events.papers import PDF
from vatra.advocacy.forms.briefs import BriefForm, GivenForm, VersionForm
from vatra.advocacy.models import Brief, BriefGiven, BriefVersion
from vatra.advocacy.page import one_act
from vatra.advocacy.places import place_of


@needs(Permission.SEE_CAMPAIGNS)
def brief(request: StaffRequest, slug: str) -> HttpResponse:
    """One brief, its versions, and who has it."""
    found = get_object_or_404(
        Brief.objects.select_related("action__campaign", "action__ask"), action__slug=slug
    )
    given = BriefGiven.objects.filter(version__brief=found).select_related("post__institution", "version")
    context = {
        "brief": found,
        "action": found.action,
        "versions": found.versions.defer("content").order_by("-number", "language"),
        "given": given.order_by("-given_on", "-pk"),
        "follow_ups": found.action.follow_ups.select_related("person").order_by("due_on", "pk"),
        "may_keep": request.held.may(Permission.KEEP_CAMPAIGNS),
    }
    return render(request, "advocacy/brief.html", context)


@needs(Permission.KEEP_CAMPAIGNS)
def plan_brief(request: StaffRequest) -> HttpResponse:
    """Write down a brief."""
    return one_act(
        request,
        BriefForm,
        title=_("Write down a policy brief"),
        button=_("Save"),
        back=reverse("advocacy:actions"),
        to=lambda planned: place_of(planned.action),
        said=_("The brief is written down. Issue its first version."),
    )


@needs(Permission.KEEP_CAMPAIGNS)
def issue_version(request: StaffRequest, slug: str) -> HttpResponse:
    """Issue a version."""
    found = get_object_or_404(Brief.objects.select_related("action"), action__slug=slug)
    return one_act(
        request,
        VersionForm,
        about=found,
        title=_("Issue a version of the brief"),
        lead=str(found),
        button=_("Issue"),
        back=place_of(found.action),
        said=_("The version is issued."),
    )


@needs(Permission.KEEP_CAMPAIGNS)
def give(request: StaffRequest, pk: int) -> HttpResponse:
    """Give a version to somebody in office."""
    version = get_object_or_404(BriefVersion.objects.defer("content").select_related("brief__action"), pk=pk)
    return one_act(
        request,
        GivenForm,
        about=version,
        title=_("Write down who got the brief"),
        lead=str(version.brief),
        button=_("Save"),
        back=place_of(version.brief.action),
        said=_("It is written down."),
    )


@needs(Permission.SEE_CAMPAIGNS)
def version_file(_request: StaffRequest, pk: int) -> HttpResponse:
    """The brief as a PDF."""
    version = get_object_or_404(BriefVersion, pk=pk)
    if version.content is None:
        raise Http404
    return handed_out(bytes(version.content), PDF, version.file_name, cache="no-store, private")
