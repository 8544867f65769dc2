"""The invented campaign and its four asks, in the languages of the site; days are counted back from today."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from vatra.advocacy.asks.words import Stage
from vatra.advocacy.words import Change, Instrument, Level, Theme

Words = Mapping[str, str]


@dataclass(frozen=True)
class ToldUpdate:
    """What happened so many days ago, and whether the second officer has approved it."""

    ago: int
    stage: Stage
    source: str
    text: Words
    is_approved: bool = True


@dataclass(frozen=True)
class ToldAsk:
    """An ask as it is told, with what came of it."""

    slug: str
    addressee: str
    title: Words
    text: Words
    theme: Theme
    crc_article: int
    change: Change
    level: Level
    instrument: Instrument
    baseline: str
    asked_ago: int
    deadline_ago: int
    updates: tuple[ToldUpdate, ...] = ()


CAMPAIGN: Mapping[str, Any] = {
    "slug": "a-family-for-each-child",
    "name": {
        "sq": "Një familje për çdo fëmijë",
        "sr-latn": "Porodica za svako dete",
        "en": "A family for each child",
    },
    "purpose": {
        "sq": "Më shumë familje strehuese, statusi ligjor i zgjidhur me kohë, dhe ndihmë para se një fëmijë të ndahet nga familja.",
        "sr-latn": "Više hraniteljskih porodica, pravni status rešen na vreme, i pomoć pre nego što se dete odvoji od porodice.",
        "en": "More foster families, a legal status that is settled in time, and help before a child is parted from the family.",
    },
    "audiences": ["public", "institutions", "policy_makers"],
    "languages": ["sq", "sr", "en"],
    "budget_line": "AV-02",
}

PHASES: tuple[tuple[Words, int, int], ...] = (
    ({"sq": "Përgatitja", "sr-latn": "Priprema", "en": "Preparation"}, 400, 341),
    ({"sq": "Hapja", "sr-latn": "Otvaranje", "en": "Opening"}, 340, 310),
    (
        {
            "sq": "Bisedat me institucionet",
            "sr-latn": "Razgovori s ustanovama",
            "en": "Talks with institutions",
        },
        309,
        -200,
    ),
    ({"sq": "Mbyllja", "sr-latn": "Završetak", "en": "Closing"}, -201, -330),
)

GOAL: Mapping[str, Any] = {
    "statement": {
        "sq": "Më shumë familje që duan të strehojnë një fëmijë",
        "sr-latn": "Više porodica koje žele da prime dete",
        "en": "More families who would foster a child",
    },
    "measure": "Familjet që kanë filluar trajnimin, në muaj",
    "unit": "familje",
}

ASKS = (
    ToldAsk(
        slug="status-in-six-months",
        addressee="head-of-ministry-social-policy",
        title={
            "sq": "Statusi ligjor brenda gjashtë muajve",
            "sr-latn": "Pravni status u roku od šest meseci",
            "en": "A legal status within six months",
        },
        text={
            "sq": "Ligji të caktojë që statusi i fëmijës së braktisur zgjidhet brenda gjashtë muajve, dhe të thotë kush përgjigjet për vonesën.",
            "sr-latn": "Da zakon odredi da se status napuštenog deteta rešava u roku od šest meseci, i ko odgovara za kašnjenje.",
            "en": "A law that settles the status of an abandoned child within six months, and says who answers for a delay.",
        },
        theme=Theme.BEST_INTEREST,
        crc_article=20,
        change=Change.POLICY,
        level=Level.CENTRAL,
        instrument=Instrument.LAW,
        baseline="Mesatarisht 14 muaj (dosjet tona të trilluara)",
        asked_ago=350,
        deadline_ago=-60,
        updates=(
            ToldUpdate(
                300,
                Stage.COMMITTED,
                "takimi",
                {
                    "sq": "Ministria u zotua se projektligji do të hartohet brenda vitit.",
                    "sr-latn": "Ministarstvo se obavezalo da će nacrt zakona biti izrađen u toku godine.",
                    "en": "The ministry has committed itself to a draft within the year.",
                },
            ),
            ToldUpdate(
                130,
                Stage.DRAFTED,
                "projektligji",
                {
                    "sq": "Projektligji doli në konsultim publik, me afatin gjashtëmujor.",
                    "sr-latn": "Nacrt je na javnoj raspravi, s rokom od šest meseci.",
                    "en": "The draft is in public consultation, with the six months in it.",
                },
            ),
            ToldUpdate(
                62,
                Stage.ADOPTED,
                "miratimi",
                {
                    "sq": "Ligji u miratua.",
                    "sr-latn": "Zakon je usvojen.",
                    "en": "The law was adopted.",
                },
            ),
            ToldUpdate(
                4,
                Stage.IN_FORCE,
                "gazeta",
                {
                    "sq": "Ligji hyri në fuqi.",
                    "sr-latn": "Zakon je stupio na snagu.",
                    "en": "The law has come into force.",
                },
                is_approved=False,
            ),
        ),
    ),
    ToldAsk(
        slug="foster-care-budget",
        addressee="head-of-municipality-prishtine",
        title={
            "sq": "Një linjë buxhetore për familjet strehuese",
            "sr-latn": "Budžetska linija za hraniteljske porodice",
            "en": "A budget line for foster families",
        },
        text={
            "sq": "Komuna të parashohë çdo vit një linjë për trajnimin dhe mbështetjen e familjeve strehuese.",
            "sr-latn": "Da opština svake godine predvidi sredstva za obuku i podršku hraniteljskih porodica.",
            "en": "Each year the municipality provides for the training and support of foster families.",
        },
        theme=Theme.PREVENT_NEED,
        crc_article=27,
        change=Change.ECONOMIC,
        level=Level.MUNICIPAL,
        instrument=Instrument.BUDGET_LINE,
        baseline="Asnjë linjë në buxhetin e vitit të kaluar",
        asked_ago=320,
        deadline_ago=25,
        updates=(
            ToldUpdate(
                200,
                Stage.COMMITTED,
                "buxheti",
                {
                    "sq": "Kryetarja premtoi një linjë në buxhetin e ardhshëm.",
                    "sr-latn": "Predsednica je obećala liniju u sledećem budžetu.",
                    "en": "The mayor has promised a line in the next budget.",
                },
            ),
        ),
    ),
    ToldAsk(
        slug="psychologist-on-the-ward",
        addressee="head-of-ministry-health",
        title={
            "sq": "Një psikologe në çdo maternitet",
            "sr-latn": "Psihološkinja u svakom porodilištu",
            "en": "A psychologist on each maternity ward",
        },
        text={
            "sq": "Çdo maternitet të ketë ditë të rregullta këshillimi për nënat në vështirësi.",
            "sr-latn": "Da svako porodilište ima redovne dane savetovanja za majke u teškoćama.",
            "en": "Each maternity ward has regular days of counselling for mothers in difficulty.",
        },
        theme=Theme.GATEKEEPING,
        crc_article=18,
        change=Change.SOCIAL,
        level=Level.CENTRAL,
        instrument=Instrument.PRACTICE,
        baseline="Një maternitet nga shtatë (sondazhi ynë i trilluar)",
        asked_ago=310,
        deadline_ago=-200,
        updates=(
            ToldUpdate(
                180,
                Stage.PRACTISED,
                "spitali",
                {
                    "sq": "Në dy maternitete këshillohet çdo javë.",
                    "sr-latn": "U dva porodilišta savetuje se svake nedelje.",
                    "en": "On two wards there is counselling each week.",
                },
            ),
            ToldUpdate(
                70,
                Stage.COMMITTED,
                "nderprerja",
                {
                    "sq": "Këshillimi u ndërpre: kontratat nuk u vazhduan. Ministria premtoi t’i rinisë.",
                    "sr-latn": "Savetovanje je prekinuto: ugovori nisu produženi. Ministarstvo je obećalo da će ih obnoviti.",
                    "en": "The counselling has stopped: contracts ran out. The ministry has promised to begin anew.",
                },
            ),
        ),
    ),
    ToldAsk(
        slug="no-infant-in-an-institution",
        addressee="head-of-government",
        title={
            "sq": "Asnjë fëmijë nën tre vjeç në institucion",
            "sr-latn": "Nijedno dete mlađe od tri godine u ustanovi",
            "en": "No child under three in an institution",
        },
        text={
            "sq": "Standardet e përkujdesjes të thonë se fëmijët nën tre vjeç jetojnë në familje.",
            "sr-latn": "Da standardi staranja kažu da deca mlađa od tri godine žive u porodici.",
            "en": "The standards of care say that children under three live in families.",
        },
        theme=Theme.MINIMUM_STANDARDS,
        crc_article=20,
        change=Change.CULTURAL,
        level=Level.CENTRAL,
        instrument=Instrument.STANDARD,
        baseline="16 fëmijë nën tre vjeç në një shtëpi kalimtare (shifër e trilluar)",
        asked_ago=100,
        deadline_ago=-265,
    ),
)
