"""Which way each factor points for each form of care, more often than not."""

from functools import cache

from vatra.decisions.words import Factor, Leaning
from vatra.exchange.invented.chance import Chance, Shares
from vatra.exchange.invented.sentences import Sentences
from vatra.homes.words import FormOfCare

Weighed = dict[str, tuple[str, str]]

_MOSTLY_FOR: Shares[Leaning] = Shares({Leaning.FOR: 80, Leaning.AGAINST: 8, Leaning.UNKNOWN: 12})
_MOSTLY_AGAINST: Shares[Leaning] = Shares({Leaning.FOR: 12, Leaning.AGAINST: 70, Leaning.UNKNOWN: 18})
_SPEAKS_AGAINST = {
    FormOfCare.BIRTH_FAMILY: {Factor.CARE_SAFETY, Factor.VULNERABILITY},
    FormOfCare.KINSHIP: set(),
}
_AGAINST_STRANGERS = {Factor.IDENTITY, Factor.FAMILY, Factor.CONTINUITY}


@cache
def _leanings(form: FormOfCare) -> tuple[tuple[Factor, Shares[Leaning]], ...]:
    against = _SPEAKS_AGAINST.get(form, _AGAINST_STRANGERS)
    return tuple((factor, _MOSTLY_AGAINST if factor in against else _MOSTLY_FOR) for factor in Factor)


def weighed(chance: Chance, form: FormOfCare, says: Sentences) -> Weighed:
    """Leaning and sentence for every factor, by the factor's code."""
    told: Weighed = {}
    for factor, shares in _leanings(form):
        leaning = chance.of(shares)
        told[factor.value] = (leaning.value, says.factors[leaning, factor])
    return told
