"""What stands against an act on staff and units: facts in, concerns out."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from vatra.access.roles import PERMISSIONS, Permission, Role
from vatra.kernel.concern import Concern, Severity
from vatra.kernel.sentence import Sentence


@dataclass(frozen=True, slots=True)
class AppointmentFacts:
    """Who would be appointed, seen from the person who appoints."""

    role: Role
    is_own: bool
    unit_is_kept: bool
    unit_is_open: bool
    account_is_open: bool


@dataclass(frozen=True, slots=True)
class AccountFacts:
    """Whose account it is, seen from the person who keeps it."""

    is_own: bool
    is_kept: bool
    works_elsewhere: bool


@dataclass(frozen=True, slots=True)
class NewUnitFacts:
    """Where a unit would stand in the tree."""

    has_parent: bool
    parent_is_kept: bool
    parent_is_open: bool
    by_a_person: bool


def may_appoint(facts: AppointmentFacts) -> list[Concern]:
    """An administrator appoints within the own units; reading files takes a second pair of eyes (R-45)."""
    found = _blocks(
        (not facts.unit_is_kept, "unit-not-yours", NOT_YOUR_UNIT),
        (not facts.unit_is_open, "unit-closed", _("This unit is not open on that day.")),
        (
            not facts.account_is_open,
            "account-suspended",
            _("This account is suspended. Let the person in again first."),
        ),
    )
    if facts.is_own and Permission.READ_FILE in PERMISSIONS[facts.role]:
        sentence = _(
            "You would give yourself a role that reads children's files. Write who agreed to it, and why it is needed."
        )
        found.append(Concern("own-appointment", Severity.WARN, sentence))
    return found


def may_end_appointment(*, unit_is_kept: bool, is_over: bool) -> list[Concern]:
    """Only what still holds is ended, and only within the own units."""
    return _blocks(
        (not unit_is_kept, "unit-not-yours", NOT_YOUR_UNIT),
        (is_over, "appointment-over", _("This appointment is over already.")),
    )


def may_keep_account(facts: AccountFacts) -> list[Concern]:
    """An account is suspended, opened again or given a password by who keeps all of its appointments."""
    return _blocks(
        (
            facts.is_own,
            "own-account",
            _(
                "This is your own account. Change your password under “My account”; for the rest ask a colleague."
            ),
        ),
        (not facts.is_kept, "account-not-yours", _("This person does not work in one of your units.")),
        (
            facts.works_elsewhere,
            "account-elsewhere",
            _(
                "This person also works in a unit that is not yours. Ask the administrator of the organisation."
            ),
        ),
    )


def may_remove_second_factor(*, has_one: bool) -> list[Concern]:
    """Only what is there is removed."""
    return _blocks(
        (not has_one, "no-second-factor", _("This person has no second factor: nothing is there to remove."))
    )


def may_open_unit(facts: NewUnitFacts) -> list[Concern]:
    """A person opens units below the own; an organisation is opened at the machine."""
    return _blocks(
        (
            facts.by_a_person and not facts.has_parent,
            "unit-without-parent",
            _("Choose the unit above. A new organisation is opened where Vatra is installed."),
        ),
        (facts.has_parent and not facts.parent_is_kept, "unit-not-yours", NOT_YOUR_UNIT),
        (
            facts.has_parent and not facts.parent_is_open,
            "unit-closed",
            _("The unit above is not open on that day."),
        ),
    )


def may_close_unit(*, is_kept: bool, people: int, units_below: int) -> list[Concern]:
    """A unit closes when nobody is appointed there any more and nothing below it is open."""
    return _blocks(
        (not is_kept, "unit-not-yours", NOT_YOUR_UNIT),
        (
            people > 0,
            "unit-has-staff",
            _("Somebody is still appointed here after that day. End these appointments first."),
        ),
        (
            units_below > 0,
            "unit-has-units",
            _("A unit below this one is still open after that day. Close it first."),
        ),
    )


NOT_YOUR_UNIT: Sentence = _("This unit is not one of yours.")


def _blocks(*rules: tuple[bool, str, Sentence]) -> list[Concern]:
    broken: Iterable[tuple[str, Sentence]] = ((code, sentence) for is_so, code, sentence in rules if is_so)
    return [Concern(code, Severity.BLOCK, sentence) for code, sentence in broken]
