"""LS: the legal ground of an episode."""

from vatra.law.words import StatusKind

STATUS_OF_LS = {
    "C1": StatusKind.INTERIM_ORDER,
    "C2": StatusKind.CARE_ORDER,
    "D1": StatusKind.FREE_FOR_ADOPTION,
    "E1": StatusKind.FREE_FOR_ADOPTION,
    "V2": StatusKind.AGREEMENT,
    "V3": StatusKind.SHORT_BREAKS,
    "V4": StatusKind.SHORT_BREAKS,
    "L1": StatusKind.EMERGENCY,
    "L2": StatusKind.EMERGENCY,
    "L3": StatusKind.EMERGENCY,
    "J1": StatusKind.YOUTH_JUSTICE,
    "J2": StatusKind.YOUTH_JUSTICE,
    "J3": StatusKind.YOUTH_JUSTICE,
}
