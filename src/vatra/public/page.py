"""What every page of the public site knows."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language_info

from vatra.advocacy.site.words import PagePlace
from vatra.public.languages import IN_ADDRESS, OF_ADDRESS
from vatra.public.middleware import is_public
from vatra.public.navigation import Entry, entries

# Where the letters of a language are read most (Open Graph asks for a country).
LOCALES = {"sq": "sq_AL", "sr": "sr_RS", "en": "en_GB"}


def page(request: HttpRequest) -> dict[str, Any]:
    """Context processor: the language, the links, the page's name for others; nothing for staff pages."""
    here = getattr(request, "language", None)
    if here is None:
        return {}
    rest = request.path.removeprefix(f"/{here}") if request.path.startswith(f"/{here}/") else "/"
    links = SimpleLazyObject(lambda: _by_place(here, request.path))
    return {
        "lang": here,
        "spoken": OF_ADDRESS[here],
        "in_other_languages": [_in(code, short, rest) for code, short in IN_ADDRESS.items()],
        "links": links,
        "site": settings.PUBLIC_SITE,
        "canonical": f"{settings.PUBLIC_SITE}/{here}{rest}",
        "locale": LOCALES[here],
        "exit": settings.EXIT,
        "is_public_host": is_public(request),
    }


def _in(code: str, short: str, rest: str) -> dict[str, str]:
    name = get_language_info(code)["name_local"].capitalize()
    return {"code": code, "name": name, "url": f"/{short}{rest}"}


def _by_place(language: str, path: str) -> dict[str, list[Entry]]:
    found = entries(language, path)
    return {place.value: [each for each in found if each.where == place] for place in PagePlace}
