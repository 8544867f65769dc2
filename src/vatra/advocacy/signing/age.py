"""The smallest age for signing in public, as the pack of a country says it."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from vatra.law.citations import cited
from vatra.law.packs import pack
from vatra.law.packs.ages import SIGNING_AGE
from vatra.law.packs.tables import Age


@dataclass(frozen=True)
class AgeRule:
    """From how many years on somebody signs in public, what that rests on, and whether somebody verified it."""

    years: int
    source: str
    is_verified: bool

    @property
    def refuses(self) -> bool:
        """Only a verified rule refuses; as with every unverified value of a pack, a person looks instead."""
        return self.is_verified


@lru_cache(maxsize=8)
def _age(jurisdiction: str, on: date) -> Age | None:
    return pack(jurisdiction).on(on).age(SIGNING_AGE)


def age_rule(jurisdiction: str, *, on: date) -> AgeRule | None:
    """The rule that holds on a day; none where the pack says nothing."""
    age = _age(jurisdiction, on)
    return AgeRule(age.amount, cited(age.source), age.verified) if age else None
