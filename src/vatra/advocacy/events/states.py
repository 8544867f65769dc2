"""How far a registration has come; derived from its facts, never set."""

from enum import StrEnum


class PlaceState(StrEnum):
    """How far a registration has come."""

    HELD = "held"
    TURNED_AWAY = "turned_away"
    EXPIRED = "expired"
    UNCONFIRMED = "unconfirmed"
    REGISTERED = "registered"
    ACCREDITED = "accredited"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


MOVES: dict[PlaceState, frozenset[PlaceState]] = {
    PlaceState.HELD: frozenset({PlaceState.UNCONFIRMED, PlaceState.TURNED_AWAY, PlaceState.EXPIRED}),
    PlaceState.TURNED_AWAY: frozenset(),
    PlaceState.EXPIRED: frozenset(),
    PlaceState.UNCONFIRMED: frozenset({PlaceState.REGISTERED, PlaceState.EXPIRED}),
    PlaceState.REGISTERED: frozenset({PlaceState.ACCREDITED, PlaceState.REFUSED, PlaceState.WITHDRAWN}),
    PlaceState.ACCREDITED: frozenset({PlaceState.WITHDRAWN}),
    PlaceState.REFUSED: frozenset(),
    PlaceState.WITHDRAWN: frozenset(),
}


def state_of(
    *,
    expired: bool,
    held: bool,
    turned_away: bool,
    confirmed: bool,
    withdrawn: bool,
    granted: bool,
    refused: bool,
) -> PlaceState:
    """The state of a registration, from which of its moments have come."""
    if expired:
        return PlaceState.EXPIRED
    if held or turned_away:
        return PlaceState.HELD if held else PlaceState.TURNED_AWAY
    if not confirmed:
        return PlaceState.UNCONFIRMED
    if withdrawn:
        return PlaceState.WITHDRAWN
    if refused:
        return PlaceState.REFUSED
    return PlaceState.ACCREDITED if granted else PlaceState.REGISTERED
