"""What every page knows."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from vatra.access.roles import Permission


def page(request: HttpRequest) -> dict[str, Any]:
    """The demonstration banner and the doors this person may open."""
    held = getattr(request, "held", None)
    may = {permission.value: held.may(permission) for permission in Permission} if held else {}
    return {"demo": settings.DEMO, "may": may}
