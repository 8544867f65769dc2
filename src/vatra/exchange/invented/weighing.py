"""Which way each factor points for each form of care, more often than not."""

from functools import cache

from vatra.decisions.words import Factor, Leaning
from vatra.exchange.invented.chance import Chance, Shares
from vatra.exchange.invented.sentences import in_language
from vatra.homes.words import FormOfCare
from vatra.people.words import Language

Told = tuple[str, str]
"""The code of a leaning and the sentence that says why."""

_MOSTLY_FOR = {Leaning.FOR: 80, Leaning.AGAINST: 8, Leaning.UNKNOWN: 12}
_MOSTLY_AGAINST = {Leaning.FOR: 12, Leaning.AGAINST: 70, Leaning.UNKNOWN: 18}
_SPEAKS_AGAINST = {
    FormOfCare.BIRTH_FAMILY: {Factor.CARE_SAFETY, Factor.VULNERABILITY},
    FormOfCare.KINSHIP: set(),
}
_AGAINST_STRANGERS = {Factor.IDENTITY, Factor.FAMILY, Factor.CONTINUITY}


def weighed(chance: Chance, form: FormOfCare, spoken: Language) -> dict[str, Told]:
    """Leaning and sentence for every factor, by the factor's code."""
    return {factor: chance.of(shares) for factor, shares in _sayings(form, spoken)}


@cache
def _sayings(form: FormOfCare, spoken: Language) -> list[tuple[str, Shares[Told]]]:
    """What may be said of a form of care, factor by factor."""
    against = _SPEAKS_AGAINST.get(form, _AGAINST_STRANGERS)
    says = in_language(spoken).factors
    return [
        (
            factor.value,
            Shares(
                {
                    (leaning.value, says[leaning, factor]): weight
                    for leaning, weight in (_MOSTLY_AGAINST if factor in against else _MOSTLY_FOR).items()
                }
            ),
        )
        for factor in Factor
    ]
