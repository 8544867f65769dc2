"""What every page of the public site knows."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import get_language_info

from vatra.public.languages import IN_ADDRESS, OF_ADDRESS


def page(request: HttpRequest) -> dict[str, Any]:
    """Context processor: `lang` as addresses write it, and the same page in each language; nothing for staff pages."""
    here = getattr(request, "language", None)
    if here is None:
        return {}
    rest = request.path[len(here) + 1 :]
    others = [
        {"code": code, "name": get_language_info(code)["name_local"].capitalize(), "url": f"/{short}{rest}"}
        for code, short in IN_ADDRESS.items()
    ]
    return {"lang": here, "in_other_languages": others, "spoken": OF_ADDRESS[here]}
