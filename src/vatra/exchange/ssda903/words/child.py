"""SEX, CIN, RNE, PLACE_PROVIDER, REVIEW_CODE: what the return says of the child beside the stay."""

from vatra.casework.words.entries import Participation
from vatra.casework.words.worry import CauseKind
from vatra.people.words import Sex

SEX_OF_CODE = {"1": Sex.MALE, "2": Sex.FEMALE, "M": Sex.MALE, "F": Sex.FEMALE, "U": Sex.UNKNOWN}

# N1 is "abuse or neglect" and does not say which: neglect claims less, and no deed by anybody.
CAUSE_OF_NEED = {
    "N1": CauseKind.NEGLECT,
    "N2": CauseKind.CHILD_DISABILITY,
    "N3": CauseKind.PARENT_ILL,
    "N4": CauseKind.FAMILY_STRESS,
    "N5": CauseKind.FAMILY_CONFLICT,
    "N6": CauseKind.CHILD_BEHAVIOUR,
    "N7": CauseKind.POVERTY,
    "N8": CauseKind.PARENT_AWAY,
}

STARTS_CARE = "S"
SAME_CARER = ("L", "T", "U")
REASONS_FOR_NEW_EPISODE = (STARTS_CARE, "P", "B", *SAME_CARER)

PROVIDERS = ("PR0", "PR1", "PR2", "PR3", "PR4", "PR5")

REVIEW_CODES = tuple(code for code in Participation.values if code.startswith("PN"))
