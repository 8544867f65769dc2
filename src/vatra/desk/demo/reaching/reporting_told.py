"""Invented outlets and what stood in them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

_VOICE, _BRIDGE, _HILL = "Zëri i vogël", "Radio Most", "Televizioni Kodra"

OUTLETS = (
    (_VOICE, "portal", "sq", "national"),
    (_BRIDGE, "radio", "sr-latn", "regional"),
    (_HILL, "television", "sq", "national"),
)
MESSAGES = (
    {
        "sq": "Çdo fëmijë ka të drejtë në familje",
        "sr-latn": "Svako dete ima pravo na porodicu",
        "en": "Each child has a right to a family",
    },
    {
        "sq": "Familjet strehuese duan mbështetje, jo mëshirë",
        "sr-latn": "Hraniteljskim porodicama treba podrška, a ne sažaljenje",
        "en": "Foster families need support, not pity",
    },
)
SUGGESTED = (
    ("Sa familje strehuese ka vendi?", "https://zeri-i-vogel.example/lajme/211"),
    ("Dita e fëmijës në bibliotekë", "https://zeri-i-vogel.example/lajme/212"),
)


@dataclass(frozen=True)
class ToldArticle:
    """An article of so many days ago, what the coders said of it, and where the second saw it otherwise."""

    outlet: str
    slug: str
    title: str
    ago: int
    excerpt: str = ""
    tone: str = "neutral"
    message: int | None = None
    coders: int = 2
    wrongs: Mapping[str, str] = field(default_factory=dict)
    second_says: Mapping[str, str] = field(default_factory=dict)
    settled: Mapping[str, str] = field(default_factory=dict)


ARTICLES = (
    ToldArticle(_VOICE, "tri-familje", "Tri familje hapin derën", 70, tone="for", message=0),
    ToldArticle(_BRIDGE, "podrska", "Hraniteljima fale obuka i sused", 64, tone="for", message=1),
    ToldArticle(
        _HILL,
        "lot",
        "Lotët e vogëlushëve që askush nuk i do",
        58,
        excerpt="Kamera ndjek një djalë te dera e institucionit.",
        wrongs={"pity_frame": "yes", "recognisable_child": "yes"},
    ),
    ToldArticle(_VOICE, "pagesa", "Pagesat vonohen shtatëdhjetë ditë", 40, tone="for", message=1),
    ToldArticle(
        _BRIDGE,
        "majka",
        "Majka ostavila dete u bolnici",
        31,
        second_says={"stigma": "yes"},
        settled={"stigma": "yes"},
    ),
    ToldArticle(_HILL, "ministri", "Ministri premton trajnim", 22, message=1, second_says={"tone": "for"}),
    ToldArticle(_VOICE, "biblioteka", "Familjet flasin në bibliotekë", 9, message=0, coders=1),
    ToldArticle(_VOICE, "buxheti", "Çfarë mbetet në buxhet për fëmijët", 3, coders=0),
)
