"""On what a rule or a value of a pack rests, in the reader's language."""

from django.utils.translation import gettext


def cited(source: str | None) -> str:
    """The packs cite in English, the catalogues know their sentences; nothing where nothing is cited."""
    return gettext(source) if source else ""
