"""The one door to a child's file, for every page and every act."""

from dataclasses import dataclass
from datetime import date

from django.core.exceptions import PermissionDenied
from django.http import Http404

from vatra.access.doors import StaffRequest
from vatra.access.models import Reach
from vatra.access.roles import Permission, roles_with
from vatra.casework.actions import open_page
from vatra.casework.models import File
from vatra.kernel import clock
from vatra.kernel.ledger import Actor


@dataclass(frozen=True)
class Entered:
    """A file that was opened through the door, by whom, and what they may do in it."""

    file: File
    by: Actor
    roles: frozenset[str]

    def may(self, permission: Permission) -> bool:
        """Whether a relationship that holds today carries the permission for this file."""
        return bool(self.roles & set(roles_with(permission)))


def enter(request: StaffRequest, reference: str, permission: Permission) -> Entered:
    """The file, if the user may; strangers get 404, insiders without the right 403."""
    now = clock.now()
    today = Actor(request.user.pk, "", now).today
    file = File.objects.select_related("child", "unit").filter(reference=reference).first()
    if file is None:
        raise Http404
    roles = frozenset(
        Reach.objects.on(today).filter(user=request.user, file_id=file.pk).values_list("role", flat=True)
    )
    if not roles:
        raise Http404
    fitting = sorted(roles & set(roles_with(permission)))
    if not fitting:
        raise PermissionDenied
    return Entered(file, Actor(request.user.pk, fitting[0], now), roles)


def read(request: StaffRequest, reference: str, *, page: str, earliest: date | None = None) -> Entered:
    """Enter in order to read; the reading goes on record (R-45)."""
    entered = enter(request, reference, Permission.READ_FILE)
    open_page(file=entered.file, page=page, by=entered.by, earliest=earliest or entered.file.opened_on)
    return entered
