"""What people wrote to the minister, in the demonstration."""

from dataclasses import dataclass

from vatra.kernel.in_languages import Wording

TITLE = Wording(
    {
        "sq": "Shkruani ministrit për familjet strehuese",
        "sr-latn": "Pišite ministru o hraniteljskim porodicama",
        "en": "Write to the minister about foster families",
    }
)
SUBJECT = Wording(
    {
        "sq": "Fëmijët kanë vend në familje",
        "sr-latn": "Deci je mesto u porodici",
        "en": "Children belong in families",
    }
)
SUGGESTED = Wording(
    {
        "sq": "I nderuar ministër, çdo fëmijë ka të drejtë të rritet në një familje. Ju lutem, paguajini me kohë familjet strehuese, mbështetini me trajnim dhe me një njeri që u përgjigjet, dhe mos lejoni që fëmijët nën tre vjeç të jetojnë në institucion.",
        "sr-latn": "Poštovani ministre, svako dete ima pravo da odrasta u porodici. Molim vas da hraniteljske porodice plaćate na vreme, da ih podržite obukom i osobom koja im odgovara, i da nijedno dete mlađe od tri godine ne živi u ustanovi.",
        "en": "Dear Minister, each child has a right to grow up in a family. Please pay foster families in time, support them with training and with somebody who answers them, and let no child under three live in an institution.",
    }
)


@dataclass(frozen=True)
class ToldLetter:
    """A letter of so many days ago, how many of us have read it, and how far it has come."""

    name: str
    words: str
    ago: int
    readers: int = 1
    sent: bool = True
    answered_after: int | None = None
    tells_of_child: bool = False


_WARD = (
    "Kam punuar njëzet vjet infermiere në maternitet. Nënat që largohen pa fëmijën shpesh nuk kanë folur me askënd në "
    "ditët e para. Një këshilltare në repart çdo ditë do ta ndryshonte këtë, dhe kushton më pak se një shtrat në institucion."
)
_COURSE = (
    "Fqinjët e mi do ta merrnin nesër një fëmijë në shtëpi. Trajnimi që u premtua është shtyrë tri herë që nga pranvera. "
    "Na tregoni ditën kur fillon, dhe lërini të nisin para se të vijë dimri."
)
_SCHOOL = (
    "Si mësuese ju pyes pse vëllezërit dërgohen në shkolla të qyteteve të ndryshme. Dy nxënës të mi nuk e kanë parë "
    "motrën që një vit, edhe pse rruga me autobus zgjat vetëm dyzet minuta."
)
_ALLOWANCE = (
    "Jam nënë strehuese prej katër vjetësh. Pagesa vjen me tre muaj vonesë dhe dyqani nuk pret. Nuk kërkoj më shumë "
    "para, kërkoj që data e pagesës të shkruhet në vendim dhe të mbahet."
)
_GRANDMOTHER = (
    "Gjyshja ime rriti dy nipa pa asnjë ndihmë, sepse askush nuk i tha se kishte të drejtë në të. Dërgoni dikë në çdo "
    "fshat që t’ua shpjegojë gjyshërve ligjin me fjalë të thjeshta."
)
_GROWN_UP = (
    "Unë jam rritur në një familje strehuese dhe sot jam elektricist. Askush nuk më pyeti kurrë me shkrim se ku doja "
    "të jetoja. Pyetini fëmijët, dhe shkruajeni përgjigjen e tyre në çdo vendim që merrni."
)
_CHILD = (
    "Në pallatin tonë jeton një vajzë e vogël që ka ndërruar tri shtëpi brenda një viti. Sa herë që ikën, mbetet vetëm "
    "çanta e saj te shkallët. Mos i lëvizni fëmijët pa i pyetur dhe pa ua thënë arsyen."
)
_NEW = (
    "Kam parë në lajme se tetë komuna nuk kanë asnjë familje strehuese. Ju propozoj që çdo komunë ta thërrasë një mbrëmje "
    "të hapur në shkollë, ku familjet që e bëjnë këtë punë tregojnë si është."
)

TOLD = (
    ToldLetter("Lumnije Shala", _WARD, ago=50, answered_after=6),
    ToldLetter("Faton Kryeziu", _COURSE, ago=48, answered_after=9),
    ToldLetter("Jelena Marković", _SCHOOL, ago=44, answered_after=20),
    ToldLetter("Hatixhe Bytyqi", _ALLOWANCE, ago=41, answered_after=12),
    ToldLetter("Blerta Salihu", _GRANDMOTHER, ago=37, answered_after=11),
    ToldLetter("Ilir Gjocaj", _GROWN_UP, ago=33),
    ToldLetter("Sanije Rama", _CHILD, ago=2, tells_of_child=True, sent=False),
    ToldLetter("Valon Haziri", _NEW, ago=1, readers=0, sent=False),
)
