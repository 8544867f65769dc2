"""Where an ask stands: nobody writes it, it is the fold of what was approved. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from vatra.advocacy.asks.words import Stage


@dataclass(frozen=True, slots=True)
class Happening:
    """One update as the fold reads it; numbers grow in the order of writing."""

    number: int
    happened_on: date
    stage: str
    approved_at: datetime | None
    supersedes: int | None = None
    did_not_happen: bool = False


@dataclass(frozen=True, slots=True)
class State:
    """The stage of an ask, since which day, and the number of the update that says so; None: nothing says more."""

    stage: Stage
    first_day: date
    number: int | None = None


def standing(updates: Iterable[Happening], known_at: datetime | None = None) -> list[Happening]:
    """What counts, in the order of days: approved, and not superseded by another that was approved.

    With `known_at`, what counted at that moment: an approval that came later is not known yet.
    """
    approved = [each for each in updates if _is_known(each, known_at)]
    superseded = {each.supersedes for each in approved}
    told = (each for each in approved if each.number not in superseded and not each.did_not_happen)
    return sorted(told, key=lambda each: (each.happened_on, each.number))


def state_on(
    day: date, updates: Sequence[Happening], *, asked_on: date, known_at: datetime | None = None
) -> State | None:
    """The state of an ask on a day, as it is known today or was known at a moment; None before it was asked."""
    if day < asked_on:
        return None
    state = State(Stage.ASKED, asked_on)
    for each in standing(updates, known_at):
        if each.happened_on <= day and each.stage != state.stage:
            state = State(Stage(each.stage), each.happened_on, each.number)
    return state


def _is_known(update: Happening, known_at: datetime | None) -> bool:
    return update.approved_at is not None and (known_at is None or update.approved_at <= known_at)
