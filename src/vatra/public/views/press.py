"""The press room: press conferences, statements and files, each from the moment its embargo ends."""

from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from vatra.advocacy.events.handing_out import handed_out
from vatra.advocacy.models import Action, KitFile, Occasion, PressConference
from vatra.advocacy.models.occasions import Occasions
from vatra.advocacy.paging import latest_first
from vatra.advocacy.words import ActionKind
from vatra.kernel import clock
from vatra.kernel.keyset import number_in
from vatra.public.door import NOT_KEPT, PublicRequest, everybody

FILES_KEPT = "public, max-age=300"


@everybody
def press(request: PublicRequest) -> HttpResponse:
    """Press conferences, the latest first, with the statements that are public."""
    listed = _shown().select_related("action__press_conference")
    found, older = latest_first(listed, "starts_at", number_in(request.GET.get("after", "")))
    rooms = [(each, _public_part(each)) for each in found]
    context = {
        "rooms": rooms,
        "contact": next((public for _each, public in rooms if public), None),
        "older": older,
    }
    return _until_the_embargo(render(request, "public/press.html", context), found)


@everybody
def conference(request: PublicRequest, slug: str) -> HttpResponse:
    """One press conference: before the embargo the invitation, afterwards the statement and the files."""
    found = get_object_or_404(_shown().select_related("action__campaign"), action__slug=slug)
    public, now = _public_part(found), clock.now()
    context = {
        "event": found,
        "public": public,
        "is_awaited": found.starts_at > now or hasattr(found.action, "press_conference"),
        "may_register": found.is_open_at(now),
        "files": public.files.filter(withdrawn_at=None).defer("content").order_by("pk") if public else [],
    }
    return _until_the_embargo(render(request, "public/conference.html", context), [found])


@everybody
def file(_request: PublicRequest, slug: str, pk: int) -> HttpResponse:
    """A file of the kit; before the embargo there is none."""
    public = Q(conference__embargo_at__lte=clock.now(), withdrawn_at=None)
    shown = Q(conference__action__in=Action.objects.public(clock.today()), conference__action__slug=slug)
    kept = get_object_or_404(KitFile, public, shown, pk=pk)
    return handed_out(bytes(kept.content), kept.media_type, kept.file_name, cache=FILES_KEPT)


def _shown() -> Occasions:
    shown = Action.objects.public(clock.today()).filter(kind=ActionKind.PRESS_CONFERENCE)
    return Occasion.objects.filter(action__in=shown)


def _public_part(found: Occasion) -> PressConference | None:
    """What the press gets, once its embargo has ended."""
    conference = getattr(found.action, "press_conference", None)
    return conference if conference and conference.is_public_at(clock.now()) else None


def _until_the_embargo(answer: HttpResponse, shown: list[Occasion]) -> HttpResponse:
    """While an embargo runs no cache keeps the page, so that it changes in the very moment."""
    now = clock.now()
    conferences = (getattr(each.action, "press_conference", None) for each in shown)
    if any(each and not each.is_public_at(now) for each in conferences):
        answer.headers["Cache-Control"] = NOT_KEPT
    return answer
