"""Which home a placement is: the return has no list of homes, only a provider's number and a postcode."""

from hashlib import blake2s
from typing import NamedTuple

from vatra.exchange.ssda903.rows import Row
from vatra.exchange.ssda903.words.place import FORM_OF_PLACE, PRIVATE, Household, household_of
from vatra.homes.words import FormOfCare

LONGEST_CODE = 80


class Door(NamedTuple):
    """One home as the return lets it be known; children behind the same door live in the same home."""

    code: str
    name: str
    form: FormOfCare
    postcode: str


def door_of(row: Row) -> Door:
    """The home of an episode: by provider and postcode; a family's own without a postcode is the child's alone."""
    household, form = household_of(row.code("PLACE")), FORM_OF_PLACE[row.code("PLACE")]
    provider, postcode = row.code("URN"), " ".join(row.code("PL_POST").split())
    alone = row.child.number if not postcode and household in PRIVATE else ""
    own_form = form if household is Household.HOUSE else ""
    parts = ("ssda903", row.authority, household, own_form, provider, postcode, alone)
    name = " ".join(("SSDA903", row.code("PLACE"), provider or postcode or alone))
    return Door(_short("|".join(parts)), name.strip()[:120], form, postcode)


def _short(code: str) -> str:
    """The code itself, or where it is too long its digest."""
    if len(code) <= LONGEST_CODE:
        return code
    return f"ssda903|{blake2s(code.encode(), digest_size=16).hexdigest()}"
