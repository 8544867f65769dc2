"""The one door to a concern, for its pages and acts."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404

from vatra.access.doors import StaffRequest, actor
from vatra.access.roles import Permission
from vatra.casework.actions import open_concern
from vatra.casework.models import Concern
from vatra.kernel.ledger import Actor


@dataclass(frozen=True)
class EnteredConcern:
    """A concern that was opened through the door, and whether the person may also act on it."""

    concern: Concern
    by: Actor
    may_answer: bool


def read_concern(request: StaffRequest, pk: int) -> EnteredConcern:
    """Enter in order to read; the reading goes on record."""
    by = actor(request, Permission.READ_CONCERN)
    seen = Concern.objects.visible_to(request.user, on=by.today)
    concern = get_object_or_404(seen.select_related("unit", "received_by"), pk=pk)
    open_concern(concern=concern, by=by)
    return EnteredConcern(concern, by, _may_answer(request, concern, by))


def enter_concern(request: StaffRequest, pk: int) -> EnteredConcern:
    """Enter in order to act; strangers get 404, who may only read gets 403."""
    by = actor(request, Permission.WRITE_FILE)
    seen = Concern.objects.visible_to(request.user, on=by.today)
    concern = get_object_or_404(seen.select_related("unit"), pk=pk)
    if not _may_answer(request, concern, by):
        raise PermissionDenied
    return EnteredConcern(concern, by, may_answer=True)


def _may_answer(request: StaffRequest, concern: Concern, by: Actor) -> bool:
    able = Concern.objects.visible_to(request.user, on=by.today, to=Permission.WRITE_FILE)
    return able.filter(pk=concern.pk).exists()
