"""People, how they are related, and where they live together."""

from vatra.people.models.household import Household, Member
from vatra.people.models.identity import Identifier, OtherName
from vatra.people.models.kinship import Kinship
from vatra.people.models.person import NameToken, Person, PersonKey

__all__ = ["Household", "Identifier", "Kinship", "Member", "NameToken", "OtherName", "Person", "PersonKey"]
