"""The events of a legal path by their codes; the packs say how each is called, in which order, and who answers."""

from enum import StrEnum

CONSENT_AGE = "parents_consent_to_adoption"
"""The age of the child before which the parents cannot consent, by its code in a pack."""


class PathCode(StrEnum):
    """An event of the legal path of a child without parental care."""

    BIRTH_REGISTERED = "birth_registered"
    BIRTH_UNREGISTERED = "birth_unregistered"
    PARENTS_KNOWN = "parents_known"
    PARENTS_UNKNOWN = "parents_unknown"
    NOTICE_TO_GUARDIANSHIP_BODY = "notice_to_guardianship_body"
    NOTICE_TO_POLICE = "notice_to_police"
    LEFT_HOSPITAL = "left_hospital"
    TEMPORARY_GUARDIAN = "temporary_guardian"
    TRACING = "tracing"
    PARENT_CONTACTED = "parent_contacted"
    COUNSELLING_GIVEN = "counselling_given"
    SUPPORT_OFFERED = "support_offered"
    KIN_EXPLORED = "kin_explored"
    CONSENT_GIVEN = "consent_given"
    CONSENT_WITHDRAWN = "consent_withdrawn"
    CONSENT_REPLACED = "consent_replaced"
    DEPRIVATION_PETITION = "deprivation_petition"
    DEPRIVATION_HEARING = "deprivation_hearing"
    DEPRIVATION_JUDGMENT = "deprivation_judgment"
    DEPRIVATION_FINAL = "deprivation_final"
    DECLARED_ADOPTABLE = "declared_adoptable"
    PUT_TO_PANEL = "put_to_panel"
    MATCHED = "matched"
    PLACED_ON_PROBATION = "placed_on_probation"
    ADOPTION_FINAL = "adoption_final"
    GUARDIANSHIP_FINAL = "guardianship_final"


# What can happen to a child once at most.
ONCE = (
    PathCode.BIRTH_REGISTERED,
    PathCode.LEFT_HOSPITAL,
    PathCode.DEPRIVATION_FINAL,
    PathCode.DECLARED_ADOPTABLE,
    PathCode.ADOPTION_FINAL,
    PathCode.GUARDIANSHIP_FINAL,
)

# What goes before a parent's consent, in this order (UN Guidelines §44, R-20).
GATE = (PathCode.COUNSELLING_GIVEN, PathCode.SUPPORT_OFFERED, PathCode.KIN_EXPLORED)
