"""Every client of a test builds the whole site anew: what Whitenoise hands out is looked for once, not each time."""

from typing import Any

from whitenoise.middleware import WhiteNoiseMiddleware

_look = WhiteNoiseMiddleware.add_files_from_finders
_found: dict[object, dict[str, Any]] = {}


def be_quick() -> None:
    """From now on; a site that lets browsers keep files for another time is looked through for itself."""
    WhiteNoiseMiddleware.add_files_from_finders = _look_once


def _look_once(site: WhiteNoiseMiddleware) -> None:
    if site.max_age not in _found:
        _look(site)
        _found[site.max_age] = site.files
    site.files = dict(_found[site.max_age])
