"""The main navigation: only doors that are open to this person."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from vatra.access.doors import Held
from vatra.access.roles import Permission
from vatra.kernel.links import Link
from vatra.kernel.sentence import Sentence

Place = tuple[Permission, Sentence, str]

FIRST: tuple[Place, ...] = (
    (Permission.SEE_MY_DAY, _("My day"), "desk:my_day"),
    (Permission.FIND_PERSON, _("Find a person"), "desk:find"),
)
# Between the two stand the children of each of the person's units.
THEN: tuple[Place, ...] = (
    (Permission.SEE_CHILDREN_OF_UNIT, _("Late list"), "desk:late"),
    (Permission.SEE_CHILDREN_OF_UNIT, _("Calendar"), "desk:calendar"),
    (Permission.REVIEW_DECISIONS, _("Quality of decisions"), "decisions:quality_units"),
    (Permission.RECORD_CONCERN, _("Concerns"), "casework:concerns"),
    (Permission.SEE_HOMES, _("Homes"), "homes:homes"),
    (Permission.SEE_CAMPAIGNS, _("Campaigns"), "advocacy:campaigns"),
    (Permission.KEEP_SIGNATURES, _("Signatures"), "advocacy:sheets"),
    (Permission.KEEP_CAMPAIGNS, _("What we do for campaigns"), "advocacy:actions"),
    (Permission.KEEP_CAMPAIGNS, _("Media"), "advocacy:clippings"),
    (Permission.KEEP_SIGNATURES, _("Letters to read before they go"), "advocacy:letters_to_read"),
    (Permission.KEEP_SITE, _("Public site"), "advocacy:site"),
    (Permission.KEEP_HOMES, _("Enquiries"), "homes:enquiries"),
    (Permission.KEEP_LETTERS, _("Letters"), "decisions:letters"),
    (Permission.SEE_IMPORTS, _("Imports"), "exchange:imports"),
    (Permission.KEEP_STAFF, _("Staff"), "access:staff"),
)


def navigation(request: HttpRequest) -> dict[str, Any]:
    """Context processor: `navigation` for somebody who came through a door, nothing for anybody else."""
    held: Held | None = getattr(request, "held", None)
    if held is None:
        return {"navigation": []}
    return {
        "navigation": [
            Link(text, address, is_current=request.path == address) for text, address in _places(held)
        ]
    }


def _places(held: Held) -> Iterator[tuple[Sentence, str]]:
    yield from _open(FIRST, held)
    units = {each.unit_id: each.unit for each in held.appointments}
    for pk in dict.fromkeys(held.units_with(Permission.SEE_CHILDREN_OF_UNIT)):
        words = gettext("Children of %(unit)s") % {"unit": units[pk].name}
        yield words, reverse("desk:unit_children", args=[pk])
    yield from _open(THEN, held)


def _open(places: Iterable[Place], held: Held) -> Iterator[tuple[Sentence, str]]:
    for permission, words, view in places:
        if held.may(permission):
            yield words, reverse(view)
