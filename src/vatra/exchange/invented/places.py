"""Where the invented families live: rough weights of the municipalities, and who lives there."""

from vatra.exchange.invented.chance import Shares
from vatra.people.words import Language, Municipality

# Thousands of people, rounded; only the proportions matter.
_THOUSANDS = {
    Municipality.PRISHTINE: 227,
    Municipality.PRIZREN: 147,
    Municipality.FERIZAJ: 109,
    Municipality.GJILAN: 82,
    Municipality.PEJE: 82,
    Municipality.GJAKOVE: 78,
    Municipality.PODUJEVE: 71,
    Municipality.MITROVICE: 64,
    Municipality.FUSHE_KOSOVE: 64,
    Municipality.VUSHTRRI: 61,
    Municipality.LIPJAN: 54,
    Municipality.GLLOGOC: 48,
    Municipality.SUHAREKE: 45,
    Municipality.MALISHEVE: 43,
    Municipality.RAHOVEC: 41,
    Municipality.SKENDERAJ: 40,
    Municipality.VITI: 35,
    Municipality.ISTOG: 33,
    Municipality.KLINE: 30,
    Municipality.DRAGASH: 28,
    Municipality.DECAN: 27,
    Municipality.KACANIK: 27,
    Municipality.SHTIME: 24,
    Municipality.KAMENICE: 22,
    Municipality.OBILIQ: 22,
    Municipality.GRACANICE: 18,
    Municipality.LEPOSAVIQ: 9,
    Municipality.SHTERPCE: 10,
    Municipality.HANI_I_ELEZIT: 8,
    Municipality.MITROVICE_VERI: 7,
    Municipality.MAMUSHE: 6,
    Municipality.ZUBIN_POTOK: 4,
    Municipality.ZVECAN: 4,
    Municipality.NOVOBERDE: 4,
    Municipality.JUNIK: 4,
    Municipality.KLLOKOT: 3,
    Municipality.RANILLUG: 2,
    Municipality.PARTESH: 2,
}

_SERBIAN = (
    Municipality.GRACANICE,
    Municipality.LEPOSAVIQ,
    Municipality.SHTERPCE,
    Municipality.MITROVICE_VERI,
    Municipality.ZUBIN_POTOK,
    Municipality.ZVECAN,
    Municipality.NOVOBERDE,
    Municipality.KLLOKOT,
    Municipality.RANILLUG,
    Municipality.PARTESH,
)
_MOSTLY_ALBANIAN = Shares(
    {Language.ALBANIAN: 92, Language.ROMANI: 4, Language.SERBIAN: 2, Language.BOSNIAN: 1, Language.TURKISH: 1}
)
_MOSTLY_SERBIAN = Shares({Language.SERBIAN: 88, Language.ALBANIAN: 7, Language.ROMANI: 5})
_SPOKEN = {
    Municipality.PRIZREN: Shares(
        {
            Language.ALBANIAN: 80,
            Language.BOSNIAN: 9,
            Language.TURKISH: 6,
            Language.ROMANI: 4,
            Language.SERBIAN: 1,
        }
    ),
    Municipality.DRAGASH: Shares({Language.ALBANIAN: 60, Language.BOSNIAN: 40}),
    Municipality.MAMUSHE: Shares({Language.TURKISH: 95, Language.ALBANIAN: 5}),
} | dict.fromkeys(_SERBIAN, _MOSTLY_SERBIAN)


def language_shares(place: Municipality) -> Shares[Language]:
    """The languages families of a municipality speak at home, by weight."""
    return _SPOKEN.get(place, _MOSTLY_ALBANIAN)


def spread(children: int) -> dict[Municipality, int]:
    """So many children over the municipalities, by weight; the rounding goes to the largest remainders."""
    total = sum(_THOUSANDS.values())
    exact = {place: children * weight / total for place, weight in _THOUSANDS.items()}
    whole = {place: int(share) for place, share in exact.items()}
    by_remainder = sorted(exact, key=lambda place: (whole[place] - exact[place], place))
    for place in by_remainder[: children - sum(whole.values())]:
        whole[place] += 1
    return {place: number for place, number in whole.items() if number}
