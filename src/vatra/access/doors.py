"""The doors: every view names one permission, and a caller who lacks it never reaches the view's body."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Concatenate, ParamSpec

from django.core.exceptions import ImproperlyConfigured, PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver, get_resolver

from vatra.access.models import Appointment, User
from vatra.access.roles import Permission, roles_with
from vatra.kernel import clock
from vatra.kernel.ledger import Actor
from vatra.kernel.read_along import rows_along

P = ParamSpec("P")

EVERYBODY = "everybody"
"""In place of a permission: a page of the public site."""


class StaffRequest(HttpRequest):
    """A request whose user is signed in (SignInFirst) and whose appointments were read once."""

    user: User
    held: "Held"


@dataclass(frozen=True)
class Held:
    """The appointments a user holds today, read once per request."""

    appointments: tuple[Appointment, ...]

    def roles(self) -> set[str]:
        """The roles held anywhere."""
        return {held.role for held in self.appointments}

    def may(self, permission: Permission) -> bool:
        """Whether some role held today carries the permission."""
        return bool(self.roles() & set(roles_with(permission)))

    def units_with(self, permission: Permission) -> list[int]:
        """The units in which the permission is held directly."""
        roles = roles_with(permission)
        return [held.unit_id for held in self.appointments if held.role in roles]


def held_by(user: User) -> Held:
    """What the person of this session is today."""
    return Held(tuple(rows_along(Appointment, user.held_today)))


def needs(
    permission: Permission,
) -> Callable[
    [Callable[Concatenate[StaffRequest, P], HttpResponse]],
    Callable[Concatenate[HttpRequest, P], HttpResponse],
]:
    """Name the permission of a view; without it the answer is 403."""

    def door(
        view: Callable[Concatenate[StaffRequest, P], HttpResponse],
    ) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
        @wraps(view)
        def opened(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            staff_request: StaffRequest = request  # type: ignore[assignment]
            staff_request.held = held_by(staff_request.user)
            if not staff_request.held.may(permission):
                raise PermissionDenied
            return view(staff_request, *args, **kwargs)

        opened.permission = permission  # type: ignore[attr-defined]
        return opened

    return door


def actor(request: StaffRequest, permission: Permission) -> Actor:
    """Who acts, in the role that carries the permission, now."""
    roles = sorted(request.held.roles() & set(roles_with(permission)))
    return Actor(user_id=request.user.pk, role=roles[0] if roles else "", at=clock.now())


def views_without_permission() -> list[str]:
    """Our views that name no permission; sign-in pages of allauth keep their own doors."""
    nameless: list[str] = []

    def walk(patterns: list[URLPattern | URLResolver]) -> None:
        for pattern in patterns:
            if isinstance(pattern, URLResolver):
                walk(pattern.url_patterns)
            elif pattern.callback.__module__.startswith("vatra.") and not hasattr(
                pattern.callback, "permission"
            ):
                nameless.append(f"{pattern.callback.__module__}.{pattern.callback.__name__}")

    walk(get_resolver().url_patterns)
    return nameless


def refuse_to_start_without_permissions() -> None:
    """Called where the web process starts: a view that names no permission does not start."""
    if nameless := views_without_permission():
        raise ImproperlyConfigured(f"These views name no permission: {', '.join(nameless)}")
