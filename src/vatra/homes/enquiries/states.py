"""The life of an enquiry: from each state, what may come next; the same table stands in docs/states.md."""

from collections.abc import Iterable

from vatra.homes.enquiries.words import EnquiryState, StepKind

_S = EnquiryState

MOVES: dict[EnquiryState, tuple[EnquiryState, ...]] = {
    _S.NEW: (_S.CONTACTED, _S.DECLINED, _S.WITHDRAWN),
    _S.CONTACTED: (_S.INFORMED, _S.DECLINED, _S.WITHDRAWN),
    _S.INFORMED: (_S.BEGAN, _S.DECLINED, _S.WITHDRAWN),
    _S.BEGAN: (_S.DECLINED, _S.WITHDRAWN),
    _S.DECLINED: (),
    _S.WITHDRAWN: (),
}
ENDED = tuple(state for state, moves in MOVES.items() if not moves)
# How far it has gone at least, for the funnel: an end is no further step.
WAY = (_S.NEW, _S.CONTACTED, _S.INFORMED, _S.BEGAN)


def state_after(steps: Iterable[str]) -> EnquiryState:
    """The state after these steps, given in their order."""
    last = EnquiryState.NEW.value
    for last in steps:  # noqa: B007 - the last one is what is asked for
        pass
    return EnquiryState(last)


def steps_open(state: EnquiryState) -> list[StepKind]:
    """What may be written down next."""
    return [StepKind(each.value) for each in MOVES[state]]
