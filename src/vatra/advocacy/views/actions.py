"""What is done for campaigns: one list, and what follows from it."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from vatra.access.doors import StaffRequest, needs
from vatra.access.roles import Permission
from vatra.advocacy.forms.occasions import FollowUpDoneForm, FollowUpForm
from vatra.advocacy.models import Action, FollowUp
from vatra.advocacy.page import one_act, show
from vatra.advocacy.paging import goes_on, newest_first
from vatra.advocacy.places import DETAILS, has_place, place_of
from vatra.advocacy.words import SIGNED
from vatra.kernel import clock
from vatra.kernel.keyset import after_in

PAGE = 30


@needs(Permission.SEE_CAMPAIGNS)
def actions(request: StaffRequest) -> HttpResponse:
    """Events, trainings, briefs and letters of all campaigns, the latest first; and what is still to be done."""
    listed = Action.objects.exclude(kind__in=SIGNED).select_related("campaign", "ask", *DETAILS)
    page = newest_first(listed, "first_day", after_in(request.GET), most=PAGE)
    context = {
        "actions": [(action, place_of(action)) for action in page.rows],
        "follow_ups": FollowUp.objects.to_do().select_related("action", "person")[:PAGE],
        "today": clock.today(),
        "older": goes_on(page.next),
        "may_keep": request.held.may(Permission.KEEP_CAMPAIGNS),
    }
    return show(request, "advocacy/actions.html", context)


@needs(Permission.KEEP_CAMPAIGNS)
def plan_follow_up(request: StaffRequest, slug: str) -> HttpResponse:
    """What somebody does because of an action."""
    action = get_object_or_404(Action.objects.filter(has_place()), slug=slug)
    return one_act(
        request,
        FollowUpForm,
        about=action,
        title=_("Plan what follows"),
        lead=str(action),
        button=_("Save"),
        back=place_of(action) or reverse("advocacy:actions"),
        said=_("It is planned."),
    )


@needs(Permission.KEEP_CAMPAIGNS)
def finish_follow_up(request: StaffRequest, pk: int) -> HttpResponse:
    """It was done."""
    follow_up = get_object_or_404(FollowUp.objects.select_related("action"), pk=pk)
    return one_act(
        request,
        FollowUpDoneForm,
        about=follow_up,
        title=_("It was done"),
        lead=follow_up.what,
        button=_("Save"),
        back=place_of(follow_up.action) or reverse("advocacy:actions"),
        said=_("What came of it is written down."),
    )
