"""How far a letter has come; derived from its facts, never set."""

from collections.abc import Sequence
from enum import StrEnum

from vatra.advocacy.letters.words import Verdict


class LetterState(StrEnum):
    """How far a letter has come."""

    HELD = "held"
    TURNED_AWAY = "turned_away"
    EXPIRED = "expired"
    UNCONFIRMED = "unconfirmed"
    COUNTED = "counted"
    TO_READ = "to_read"
    SECOND_READER = "second_reader"
    REFUSED = "refused"
    PASSED = "passed"


MOVES: dict[LetterState, frozenset[LetterState]] = {
    LetterState.HELD: frozenset({LetterState.UNCONFIRMED, LetterState.TURNED_AWAY, LetterState.EXPIRED}),
    LetterState.TURNED_AWAY: frozenset(),
    LetterState.EXPIRED: frozenset(),
    LetterState.UNCONFIRMED: frozenset({LetterState.COUNTED, LetterState.TO_READ, LetterState.EXPIRED}),
    LetterState.COUNTED: frozenset(),
    LetterState.TO_READ: frozenset({LetterState.SECOND_READER, LetterState.REFUSED, LetterState.PASSED}),
    LetterState.SECOND_READER: frozenset({LetterState.REFUSED, LetterState.PASSED}),
    LetterState.REFUSED: frozenset(),
    LetterState.PASSED: frozenset(),
}

READERS_ABOUT_A_CHILD = 2


def state_of(
    *,
    expired: bool,
    held: bool,
    turned_away: bool,
    confirmed: bool,
    alike: bool,
    verdicts: Sequence[tuple[str, bool]],
) -> LetterState:
    """The state of a letter; `verdicts` are what its readers said, each with whether it tells of a child."""
    if expired:
        return LetterState.EXPIRED
    if held or turned_away:
        return LetterState.HELD if held else LetterState.TURNED_AWAY
    if not confirmed:
        return LetterState.UNCONFIRMED
    if alike:
        return LetterState.COUNTED
    if any(verdict == Verdict.REFUSE for verdict, _tells in verdicts):
        return LetterState.REFUSED
    needed = READERS_ABOUT_A_CHILD if any(tells for _verdict, tells in verdicts) else 1
    if len(verdicts) >= needed:
        return LetterState.PASSED
    return LetterState.SECOND_READER if verdicts else LetterState.TO_READ
