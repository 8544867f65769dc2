"""What is written about invented proceedings, in the language of the file."""

from typing import NamedTuple

from vatra.law.proceedings.words import BlockedBecause, PutOffBecause
from vatra.people.words import Language


class AtCourt(NamedTuple):
    """The sentences of one language; who put a hearing off, and what held things up, come with their codes."""

    place: str
    steps: tuple[str, ...]
    hearings: tuple[str, ...]
    results: tuple[str, ...]
    put_off: tuple[tuple[str, str], ...]
    held_up: tuple[tuple[str, str, str], ...]
    """The code, what exactly, and how it was resolved."""


_ALBANIAN = AtCourt(
    place="Salla 4",
    steps=(
        "Raporti i Qendrës për Punë Sociale",
        "Mendimi i psikologes",
        "Plotësimi i kërkesës me dokumente",
        "Përgjigjja e gjendjes civile",
    ),
    hearings=("Seanca me prindërit", "Dëgjimi i fëmijës", "Seanca përgatitore", "Seanca kryesore"),
    results=(
        "U dorëzua dhe u pranua.",
        "Të gjithë u dëgjuan; u kërkua edhe një raport.",
        "Palët u pajtuan me atë që u propozua.",
        "U shqyrtua dhe u caktua hapi tjetër.",
    ),
    put_off=(
        (PutOffBecause.DID_NOT_COME.value, "Babai u thirr dhe nuk erdhi."),
        (PutOffBecause.NOT_SUMMONED.value, "Thirrja nuk i mbërriti nënës."),
        (PutOffBecause.REPORT_MISSING.value, "Mendimi i psikologes nuk ishte gati."),
        (PutOffBecause.COURT.value, "Gjyqtarja ishte e sëmurë."),
        (PutOffBecause.ASKED_FOR.value, "Avokati i nënës kërkoi më shumë kohë."),
    ),
    held_up=(
        (
            BlockedBecause.NO_ANSWER.value,
            "Gjykata ende nuk ka caktuar gjyqtar.",
            "Çështja iu dha një gjyqtareje.",
        ),
        (BlockedBecause.DOCUMENT_MISSING.value, "Mungon certifikata e lindjes.", "Certifikata erdhi."),
        (BlockedBecause.REPORT_MISSING.value, "Mungon mendimi i ekspertes.", "Mendimi u dorëzua."),
        (BlockedBecause.PARENTS_NOT_FOUND.value, "Adresa e babait nuk dihet.", "Babai u gjet dhe u thirr."),
    ),
)
_SERBIAN = AtCourt(
    place="Sala 4",
    steps=(
        "Izveštaj Centra za socijalni rad",
        "Mišljenje psihološkinje",
        "Dopuna zahteva dokumentima",
        "Odgovor matične službe",
    ),
    hearings=("Ročište s roditeljima", "Razgovor s detetom", "Pripremno ročište", "Glavno ročište"),
    results=(
        "Predato je i prihvaćeno.",
        "Svi su saslušani; zatražen je još jedan izveštaj.",
        "Stranke su se složile s predlogom.",
        "Razmotreno je i određen je sledeći korak.",
    ),
    put_off=(
        (PutOffBecause.DID_NOT_COME.value, "Otac je pozvan i nije došao."),
        (PutOffBecause.NOT_SUMMONED.value, "Poziv nije stigao do majke."),
        (PutOffBecause.REPORT_MISSING.value, "Mišljenje psihološkinje nije bilo gotovo."),
        (PutOffBecause.COURT.value, "Sudija je bila bolesna."),
        (PutOffBecause.ASKED_FOR.value, "Advokat majke je tražio još vremena."),
    ),
    held_up=(
        (BlockedBecause.NO_ANSWER.value, "Sud još nije odredio sudiju.", "Predmet je dodeljen sudiji."),
        (
            BlockedBecause.DOCUMENT_MISSING.value,
            "Nedostaje izvod iz matične knjige rođenih.",
            "Izvod je stigao.",
        ),
        (BlockedBecause.REPORT_MISSING.value, "Nedostaje mišljenje veštaka.", "Mišljenje je predato."),
        (BlockedBecause.PARENTS_NOT_FOUND.value, "Adresa oca nije poznata.", "Otac je nađen i pozvan."),
    ),
)
_OF_LANGUAGE = {Language.SERBIAN: _SERBIAN, Language.BOSNIAN: _SERBIAN}


def at_court_in(spoken: Language) -> AtCourt:
    """The sentences of files of families that speak this language."""
    return _OF_LANGUAGE.get(spoken, _ALBANIAN)
