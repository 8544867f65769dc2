"""The questions of the survey, in the three languages and in their fixed order."""

from typing import Any

from vatra.advocacy.awareness.words import ItemKind

TITLE = {
    "sq": "Çfarë dimë për familjet strehuese",
    "sr-latn": "Šta znamo o hraniteljskim porodicama",
    "en": "What we know about foster families",
}
INTRODUCTION = {
    "sq": "Pyesim për të kuptuar çfarë dinë njerëzit për fëmijët që nuk mund të jetojnë me prindërit. Zgjat tri minuta.",
    "sr-latn": "Pitamo da bismo razumeli šta ljudi znaju o deci koja ne mogu da žive sa roditeljima. Traje tri minuta.",
    "en": "We ask in order to understand what people know about children who cannot live with their parents. It takes three minutes.",
}


def _choice(code: str, sq: str, sr: str, en: str) -> dict[str, Any]:
    return {"code": code, "label": {"sq": sq, "sr-latn": sr, "en": en}}


YES_NO = [
    _choice("yes", "Po", "Da", "Yes"),
    _choice("no", "Jo", "Ne", "No"),
    _choice("unsure", "Nuk jam i sigurt", "Nisam siguran", "I am not sure"),
]
HEARD_FROM = [
    _choice("television", "Televizioni", "Televizija", "Television"),
    _choice("internet", "Interneti", "Internet", "The internet"),
    _choice("people", "Njerëz që njoh", "Ljudi koje poznajem", "People I know"),
    _choice("centre", "Qendra për Punë Sociale", "Centar za socijalni rad", "Centre for social work"),
]

QUESTIONS: tuple[dict[str, Any], ...] = (
    {
        "code": "heard_of_it",
        "kind": ItemKind.ONE,
        "text": {
            "sq": "A keni dëgjuar për familjet strehuese?",
            "sr-latn": "Da li ste čuli za hraniteljske porodice?",
            "en": "Have you heard of foster families?",
        },
        "choices": YES_NO,
    },
    {
        "code": "would_consider",
        "kind": ItemKind.ONE,
        "text": {
            "sq": "A do ta mendonit që familja juaj të strehojë një fëmijë?",
            "sr-latn": "Da li biste razmislili o tome da vaša porodica primi dete?",
            "en": "Would you consider that your family takes in a child?",
        },
        "choices": YES_NO,
    },
    {
        "code": "heard_from",
        "kind": ItemKind.SEVERAL,
        "text": {
            "sq": "Nga kush keni dëgjuar?",
            "sr-latn": "Od koga ste čuli?",
            "en": "From whom have you heard?",
        },
        "choices": HEARD_FROM,
    },
    {
        "code": "family_is_best",
        "kind": ItemKind.SCALE,
        "text": {
            "sq": "Nga 1 (aspak) deri në 5 (plotësisht): një fëmijë rritet më mirë në familje.",
            "sr-latn": "Od 1 (nimalo) do 5 (potpuno): dete najbolje raste u porodici.",
            "en": "From 1 (not at all) to 5 (fully): a child grows up best in a family.",
        },
        "lowest": 1,
        "highest": 5,
    },
)
REWORDED = {
    "sq": "A do ta mendonit seriozisht që familja juaj të strehojë një fëmijë për një kohë?",
    "sr-latn": "Da li biste ozbiljno razmislili o tome da vaša porodica na neko vreme primi dete?",
    "en": "Would you seriously consider that your family takes in a child for a time?",
}
