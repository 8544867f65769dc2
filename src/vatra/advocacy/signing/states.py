"""Where a signature can stand, and what may follow."""

from enum import StrEnum

from django.utils.translation import gettext_lazy as _

from vatra.kernel.sentence import Sentence


class SignatureState(StrEnum):
    """Derived from the moments of a signature, never set."""

    HELD = "held"
    WAITING = "waiting"
    COUNTED = "counted"
    INVALID = "invalid"
    REJECTED = "rejected"
    TURNED_AWAY = "turned_away"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"


_S = SignatureState

MOVES: dict[SignatureState, frozenset[SignatureState]] = {
    _S.HELD: frozenset({_S.WAITING, _S.TURNED_AWAY, _S.EXPIRED}),
    _S.WAITING: frozenset({_S.COUNTED, _S.INVALID, _S.REJECTED, _S.EXPIRED, _S.WITHDRAWN}),
    _S.COUNTED: frozenset({_S.INVALID, _S.WITHDRAWN}),
    _S.INVALID: frozenset({_S.COUNTED, _S.WITHDRAWN}),
    _S.REJECTED: frozenset(),
    _S.TURNED_AWAY: frozenset(),
    _S.EXPIRED: frozenset(),
    _S.WITHDRAWN: frozenset(),
}

IN_WORDS: dict[SignatureState, Sentence] = {
    _S.HELD: _("Waits until somebody has looked at it"),
    _S.WAITING: _("Waits for its signer to confirm"),
    _S.COUNTED: _("Confirmed, and counted"),
    _S.INVALID: _("In a batch that does not count"),
    _S.REJECTED: _("“That was not me”"),
    _S.TURNED_AWAY: _("Turned away"),
    _S.EXPIRED: _("Not confirmed in time"),
    _S.WITHDRAWN: _("Withdrawn by its signer"),
}
