"""PLACE: the form of care of an episode, and when a code means days away and not a home of its own."""

from enum import StrEnum

from vatra.homes.words import FormOfCare
from vatra.placements.words import AwayKind

FORM_OF_PLACE = {
    "A3": FormOfCare.ADOPTIVE,  # with the former foster carer, parents agree
    "A4": FormOfCare.ADOPTIVE,  # with another family, parents agree
    "A5": FormOfCare.ADOPTIVE,  # with the former foster carer, by order
    "A6": FormOfCare.ADOPTIVE,  # with another family, by order
    "H5": FormOfCare.SUPERVISED_INDEPENDENT,
    "K1": FormOfCare.DETENTION,
    "K2": FormOfCare.RESIDENTIAL,
    "K3": FormOfCare.OTHER,  # from 2025 on; the source does not say what it means
    "P1": FormOfCare.BIRTH_FAMILY,
    "P2": FormOfCare.SUPERVISED_INDEPENDENT,
    "P3": FormOfCare.OTHER,
    "R1": FormOfCare.RESIDENTIAL,
    "R2": FormOfCare.HOSPITAL,
    "R3": FormOfCare.RESIDENTIAL,
    "R5": FormOfCare.DETENTION,
    "S1": FormOfCare.RESIDENTIAL,
    "T0": FormOfCare.OTHER,
    "T1": FormOfCare.HOSPITAL,
    "T2": FormOfCare.OTHER,
    "T3": FormOfCare.OTHER,
    "T4": FormOfCare.OTHER,
    "U1": FormOfCare.KINSHIP,
    "U2": FormOfCare.KINSHIP,
    "U3": FormOfCare.KINSHIP,
    "U4": FormOfCare.FOSTER_LONG,
    "U5": FormOfCare.FOSTER_SHORT,  # with carers who may adopt
    "U6": FormOfCare.FOSTER_SHORT,
    "Z1": FormOfCare.OTHER,
    "Z11": FormOfCare.OTHER,  # from 2025 on; the source does not say what they mean
    "Z12": FormOfCare.OTHER,
    "Z13": FormOfCare.OTHER,
    "Z14": FormOfCare.OTHER,
}

# A temporary episode is days away when the child comes back to the same home, and a stay when not.
AWAY_IN_TEMPORARY = {
    "T0": AwayKind.SHORT_BREAK,
    "T1": AwayKind.HOSPITAL,
    "T2": AwayKind.HOLIDAY,
    "T3": AwayKind.SHORT_BREAK,
    "T4": AwayKind.SHORT_BREAK,
}

AWAY_WHEN_MISSING = {"M": AwayKind.MISSING, "A": AwayKind.WITHOUT_LEAVE}


class Household(StrEnum):
    """What kind of door the child lives behind: children share a home only within one kind."""

    PARENTS = "parents"
    KIN = "kin"
    FOSTER = "foster"
    ADOPTIVE = "adoptive"
    OWN = "own"
    HOUSE = "house"


# These are one family's or one young person's own; without a postcode they are never shared by children.
PRIVATE = (Household.PARENTS, Household.KIN, Household.FOSTER, Household.ADOPTIVE, Household.OWN)

_HOUSEHOLDS = {
    FormOfCare.BIRTH_FAMILY: Household.PARENTS,
    FormOfCare.KINSHIP: Household.KIN,
    FormOfCare.FOSTER_LONG: Household.FOSTER,
    FormOfCare.FOSTER_SHORT: Household.FOSTER,
    FormOfCare.ADOPTIVE: Household.ADOPTIVE,
    FormOfCare.SUPERVISED_INDEPENDENT: Household.OWN,
}

# A5 and A3: the foster carer adopts, so the door stays the same.
_WITH_FORMER_CARER = ("A3", "A5")


def household_of(place: str) -> Household:
    """Behind which kind of door the child lives."""
    if place in _WITH_FORMER_CARER:
        return Household.FOSTER
    return _HOUSEHOLDS.get(FORM_OF_PLACE[place], Household.HOUSE)
