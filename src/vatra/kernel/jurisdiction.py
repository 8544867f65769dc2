"""Under whose law a record stands."""

from django.conf import settings


def the_law_here() -> str:
    """The code of the pack whose law holds where this installation works; what is taken over may bring another."""
    return str(settings.JURISDICTION)
