"""What stands against registering, accrediting, and writing down who came."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from vatra.advocacy.events.states import MOVES, PlaceState
from vatra.kernel.concern import Concern, Severity

DECIDED = (PlaceState.ACCREDITED, PlaceState.REFUSED)


def registration_is_open(*, is_open: bool) -> list[Concern]:
    """By oneself one registers where that is open, and before it begins."""
    if is_open:
        return []
    return [Concern("registration-closed", Severity.BLOCK, _("Registration is closed."))]


def there_is_room(*, taken: int, capacity: int | None) -> list[Concern]:
    """No more people than the room holds."""
    if capacity is None or taken < capacity:
        return []
    return [Concern("event-full", Severity.BLOCK, _("Every place is taken."))]


def journalist_has_outlet(outlet: str, *, is_press: bool) -> list[Concern]:
    """Who comes for the press says for whom."""
    if outlet or not is_press:
        return []
    return [Concern("journalist-without-outlet", Severity.BLOCK, _("Say for whom you write or film."))]


def may_be_decided(state: PlaceState) -> list[Concern]:
    """A journalist who is registered is accredited or refused, once."""
    if state in DECIDED:
        return [Concern("accreditation-decided", Severity.BLOCK, _("This accreditation is already decided."))]
    return _stands(may_go=PlaceState.ACCREDITED in MOVES[state])


def may_be_withdrawn(state: PlaceState) -> list[Concern]:
    """Only who has a place frees it."""
    return _stands(may_go=PlaceState.WITHDRAWN in MOVES[state])


def has_begun(starts_at: datetime, *, now: datetime) -> list[Concern]:
    """Nobody has come to what has not begun."""
    if starts_at <= now:
        return []
    return [Concern("event-ahead", Severity.BLOCK, _("It has not begun yet."))]


def not_done_yet(*, is_done: bool) -> list[Concern]:
    """What is done is done once."""
    if not is_done:
        return []
    return [Concern("follow-up-done", Severity.BLOCK, _("It is already written that this was done."))]


def _stands(*, may_go: bool) -> list[Concern]:
    if may_go:
        return []
    sentence = _("This registration was never confirmed, or was withdrawn or refused.")
    return [Concern("registration-does-not-stand", Severity.BLOCK, sentence)]
