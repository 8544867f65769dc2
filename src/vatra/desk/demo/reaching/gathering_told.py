"""What is said at the press conference, the training and in the brief of the demonstration."""

from datetime import datetime

from vatra.kernel.in_languages import Wording
from vatra.kernel.typesetting import DOCUMENT, as_pdf
from vatra.kernel.typesetting.parts import facts, section, text

PRESS = Wording(
    {
        "sq": "Familjet strehuese takojnë gazetarët",
        "sr-latn": "Hraniteljske porodice pred novinarima",
        "en": "Foster families meet the press",
    }
)
STATEMENT = Wording(
    {
        "sq": "Në tridhjetë komuna ka fëmijë që presin një familje, dhe në tetë prej tyre s’ka asnjë familje strehuese. Sot tre familje tregojnë vetë si është. Asnjë fëmijë nuk fotografohet.",
        "sr-latn": "U trideset opština deca čekaju porodicu, a u osam nema nijedne hraniteljske porodice. Danas tri porodice same pričaju kako je to. Nijedno dete se ne fotografiše.",
        "en": "In thirty municipalities children wait for a family, and eight have no foster family at all. Today three families tell what it is like themselves. No child is photographed.",
    }
)
TRAINING = Wording(
    {
        "sq": "Trajnim për qendrat për punë sociale: familja së pari",
        "sr-latn": "Obuka za centre za socijalni rad: porodica pre svega",
        "en": "Training for centres for social work: the family first",
    }
)
OBJECTIVES = Wording(
    {
        "sq": "Pjesëmarrësit dinë cilat mundësi peshohen para se një fëmijë të ndahet nga familja.",
        "sr-latn": "Učesnici znaju koje se mogućnosti razmatraju pre nego što se dete odvoji od porodice.",
        "en": "Participants know which options are weighed before a child is parted from the family.",
    }
)
CAME_OF_IT = Wording(
    {
        "sq": "Dy qendra vendosën ta peshojnë përkujdesjen nga të afërmit në çdo vendim.",
        "sr-latn": "Dva centra su odlučila da u svakoj odluci razmotre srodničko staranje.",
        "en": "Two centres decided to weigh care by relatives in each decision.",
    }
)
BRIEF = Wording(
    {
        "sq": "Dokument i shkurtër: pagesa e familjeve strehuese",
        "sr-latn": "Kratak dokument: naknade hraniteljskih porodica",
        "en": "Brief: what foster families are paid",
    }
)
SUMMARY = Wording(
    {
        "sq": "Pagesat vijnë mesatarisht me shtatëdhjetë ditë vonesë. Një datë e shkruar në vendim nuk kushton asgjë.",
        "sr-latn": "Naknade kasne u proseku sedamdeset dana. Datum upisan u odluku ne košta ništa.",
        "en": "Payments come seventy days late on average. A date written into the decision costs nothing.",
    }
)
_FACTS = (
    ("Komuna pa asnjë familje strehuese", "8 nga 38"),
    ("Vonesa mesatare e pagesës", "70 ditë"),
    ("Familje që presin trajnimin", "41"),
)


def figures_on_paper(at: datetime) -> bytes:
    """Facts and figures for the press, as PDF."""
    told = {
        "title": "Fakte dhe shifra",
        "author": "Vatra e Fëmijëve",
        "issuer": "Vatra e Fëmijëve",
        "standing": "Gjithçka këtu është e shpikur.",
        "sections": [section("Familjet strehuese", facts(_FACTS), text("Burimi: numërim i shpikur."))],
        "signed": "",
        "signature": "",
        "digest_label": "",
        "digest": "",
    }
    return as_pdf(DOCUMENT, told, language="sq", at=at)
