"""What each kind of question asks for, in one table; printed in docs/states.md and tested against it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from vatra.access.roles import Role
from vatra.decisions.words import Factor, PartKind, QuestionKind
from vatra.homes.words import FormOfCare

F, P = Factor, PartKind
HALF_A_YEAR = timedelta(days=183)

# Family first: whoever chooses a step has looked at the steps before it (UN Guidelines §§3, 14, 21, 44).
STEPS: tuple[tuple[str, frozenset[FormOfCare]], ...] = (
    ("family", frozenset({FormOfCare.BIRTH_FAMILY})),
    ("kin", frozenset({FormOfCare.KINSHIP})),
    (
        "foster",
        frozenset(
            {
                FormOfCare.FOSTER_SHORT,
                FormOfCare.FOSTER_LONG,
                FormOfCare.FOSTER_EMERGENCY,
                FormOfCare.FOSTER_SPECIALISED,
            }
        ),
    ),
    ("sos-or-adoptive", frozenset({FormOfCare.SOS_FAMILY, FormOfCare.ADOPTIVE})),
)
ALWAYS_LOOKED_AT = ("family", "kin")

ALL_FACTORS = tuple(Factor)
# What can be known in a night.
FACTORS_OF_AN_EMERGENCY = (F.CHILD_VIEW, F.FAMILY, F.SIBLINGS, F.CARE_SAFETY)
FACTORS_OF_CONTACT = (F.CHILD_VIEW, F.IDENTITY, F.FAMILY, F.SIBLINGS, F.CARE_SAFETY, F.VULNERABILITY)


@dataclass(frozen=True)
class Kind:
    """What must be weighed, looked at, heard and known before a question of this kind is decided, and by whom.

    `assessment_holds` is how old the assessment may be; none is asked for where it is None. `from_age` is the age in
    completed years from which it can be asked. `full_decision` says that another decision has to follow within the
    days of the jurisdiction pack.
    """

    factors: tuple[Factor, ...] = ALL_FACTORS
    steps: tuple[str, ...] = ALWAYS_LOOKED_AT
    heard: tuple[PartKind, ...] = (P.PARENT,)
    assessment_holds: timedelta | None = HALF_A_YEAR
    support_first: bool = True
    panel: bool = False
    issued_by: tuple[Role, ...] = (Role.SUPERVISOR,)
    about_contact: bool = False
    about_siblings: bool = False
    from_age: int | None = None
    full_decision: bool = False


KINDS: Mapping[QuestionKind, Kind] = {
    QuestionKind.GATEKEEPING: Kind(),
    QuestionKind.FIRST_PLACEMENT: Kind(),
    QuestionKind.CHANGE_OF_PLACEMENT: Kind(heard=(P.PARENT, P.CARER)),
    QuestionKind.SPLIT_SIBLINGS: Kind(panel=True, about_siblings=True),
    QuestionKind.RETURN_HOME: Kind(heard=(P.PARENT, P.CARER)),
    QuestionKind.ADOPTION_READINESS: Kind(heard=(P.PARENT, P.GUARDIAN), panel=True),
    QuestionKind.CONTACT_RESTRICTION: Kind(
        factors=FACTORS_OF_CONTACT, steps=(), support_first=False, about_contact=True
    ),
    QuestionKind.LEAVING_CARE: Kind(steps=(), heard=(P.CARER,), support_first=False, from_age=15),
    QuestionKind.EMERGENCY: Kind(
        factors=FACTORS_OF_AN_EMERGENCY,
        heard=(),
        assessment_holds=None,
        support_first=False,
        full_decision=True,
    ),
}


def kind_of(kind: str) -> Kind:
    """The row of the table."""
    return KINDS[QuestionKind(kind)]


def steps_before(form: str) -> list[str]:
    """The steps that come before this form of care."""
    names = [name for name, _forms in STEPS]
    for number, (_name, forms) in enumerate(STEPS):
        if form in forms:
            return names[:number]
    return names


def steps_looked_at(forms: list[str]) -> set[str]:
    """The steps among the options."""
    return {name for name, of_step in STEPS if of_step & set(forms)}
