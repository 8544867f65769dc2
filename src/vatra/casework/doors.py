"""The one door to a child's file, for every page and every act."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.postgres.expressions import ArraySubquery
from django.core.exceptions import PermissionDenied
from django.db.models import OuterRef, QuerySet
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
    (entered,) = enter_all(request, File.objects.filter(reference=reference), permission)
    return entered


def enter_all(request: StaffRequest, files: QuerySet[File], permission: Permission) -> list[Entered]:
    """All of these files or none: 404 if the user reaches none of them, 403 if one stays closed. One query."""
    return let_in(request, list(with_reach(request, files).select_related("child", "unit")), permission)


def with_reach(request: StaffRequest, files: QuerySet[File]) -> QuerySet[File]:
    """The files, each with the roles in which the user reaches it today."""
    reach = Reach.objects.on(clock.today()).filter(user=request.user, file_id=OuterRef("pk")).values("role")
    return files.annotate(reached_as=ArraySubquery(reach)).order_by("pk")


def let_in(request: StaffRequest, found: Sequence[File], permission: Permission) -> list[Entered]:
    """All of these files, read `with_reach`, or none: see `enter_all`."""
    now = clock.now()
    roles = {file.pk: frozenset(file.reached_as) for file in found}  # type: ignore[attr-defined]
    if not any(roles.values()):
        raise Http404
    return [_entered(request, file, roles[file.pk], permission, now) for file in found]


def _entered(
    request: StaffRequest, file: File, roles: frozenset[str], permission: Permission, now: datetime
) -> Entered:
    fitting = sorted(roles & set(roles_with(permission)))
    if not fitting:
        raise PermissionDenied
    return Entered(file, Actor(request.user.pk, fitting[0], now), roles)


def read(request: StaffRequest, reference: str, *, page: str, earliest: date | None = None) -> Entered:
    """Enter in order to read; the reading goes on record (R-45)."""
    entered = enter(request, reference, Permission.READ_FILE)
    open_page(file=entered.file, page=page, by=entered.by, earliest=earliest or entered.file.opened_on)
    return entered
