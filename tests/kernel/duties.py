"""Rules, facts and duties for tests of the pure part of clocks."""

from collections.abc import Sequence
from datetime import date

from vatra.kernel.duty import DutyRow, Fact, Rule, Stop, duties_from
from vatra.kernel.working_days import WorkingDays

UNDER_KOSOVO = Fact("jurisdiction", date(2020, 1, 1), None, "kosovo")
PLACED = Fact("placed", date(2025, 8, 31), None, "placement:3")


def rule(code: str = "review", **given_values: object) -> Rule:
    """A rule that asks for a review every six months while a placement lasts."""
    quiet: dict[str, object] = {
        "pack": "kosovo",
        "valid_from": date(2000, 1, 1),
        "valid_to": None,
        "starts_with": "placed",
        "satisfied_by": "reviewed",
        "same_ref": False,
        "amount": 6,
        "unit": "months",
        "repeats": True,
        "ordinal": 1,
        "shown_days_before": 14,
        "escalate_after_days": 7,
        "escalate_to": "supervisor",
        "about_home": False,
    }
    return Rule(code=code, **(quiet | given_values))  # type: ignore[arg-type]


def reviewed(day: date, ref: str = "review:1") -> Fact:
    """A review was held."""
    return Fact("reviewed", day, None, ref)


def duties_of(
    facts: Sequence[Fact], *rules: Rule, stops: Sequence[Stop] = (), days: WorkingDays | None = None
) -> list[DutyRow]:
    """The duties of a file under the law of Kosovo."""
    return duties_from([UNDER_KOSOVO, *facts], rules, stops, {"kosovo": days} if days else None)


def due(facts: Sequence[Fact], *rules: Rule) -> list[date]:
    """The days on which something is due."""
    return [duty.due_on for duty in duties_of(facts, *rules)]
