"""People, how they are related, and where they live together."""

from vatra.people.models.household import Household, Member
from vatra.people.models.identity import Identifier, OtherName
from vatra.people.models.keys import NameToken, NameWord, PersonKey
from vatra.people.models.kinship import Kinship
from vatra.people.models.person import Person

__all__ = [
    "Household",
    "Identifier",
    "Kinship",
    "Member",
    "NameToken",
    "NameWord",
    "OtherName",
    "Person",
    "PersonKey",
]
