"""What the record says about one decision: the facts from which it is told which provisions it meets."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from vatra.decisions.kinds import Kind, kind_of
from vatra.homes.words import FormOfCare


@dataclass(frozen=True)
class OptionOnRecord:
    """One option: on which factors it was weighed, and whether the next months and the years to come are described."""

    form: str | None
    factors: frozenset[str]
    has_both_terms: bool


@dataclass(frozen=True)
class ChildOnRecord:
    """One child of the decision; days are None where nothing is on record, and nothing after today is counted.

    `supports` and `assessed_on` are from before the decision was issued, `plan_aims` of the plan that holds when it takes
    effect, `moved_in_on` and what follows from after that day. `apart_unexplained` names brothers and sisters who would
    live elsewhere without a written reason for the pair.
    """

    name: str
    form: str | None
    contact: str | None = None
    birth_on: date | None = None
    languages: Sequence[str] = ()
    causes: Sequence[str] = ()
    prepared_on: date | None = None
    heard_on: date | None = None
    heard_in: str | None = None
    interpreter: str = ""
    taken_up: str = ""
    not_heard: str | None = None
    told_on: date | None = None
    cannot_be_told: bool = False
    assessed_on: date | None = None
    supports: Sequence[str] = ()
    plan_aims: Sequence[str] = ()
    moved_in_on: date | None = None
    met_family_on: date | None = None
    returned_on: date | None = None
    visited_after_return_on: date | None = None
    has_siblings: bool = False
    apart_unexplained: Sequence[str] = ()

    @property
    def stays_with_family(self) -> bool:
        """Whether the decision lets the child live with the birth family."""
        return self.form == FormOfCare.BIRTH_FAMILY

    @property
    def lives_elsewhere(self) -> bool:
        """Whether the decision lets the child live outside the birth family."""
        return self.form is not None and not self.stays_with_family


@dataclass(frozen=True)
class OnRecord:
    """One decision; `heard` are the capacities in which somebody gave a view, `disciplines` those that took part."""

    kind: str
    today: date
    issued_on: date
    effective_on: date
    review_on: date
    legal_basis: str
    children: Sequence[ChildOnRecord]
    options: Sequence[OptionOnRecord] = ()
    heard: frozenset[str] = frozenset()
    disciplines: frozenset[str] = frozenset()
    panel_approved: bool = False
    sheet_on: date | None = None
    appeal_until: date | None = None
    representation: str = ""

    @property
    def asks(self) -> Kind:
        """The row of the table of kinds."""
        return kind_of(self.kind)
