"""Two children of the other town, whom the team in Prishtinë cannot see: a move done in one step, and an arrival."""

from vatra.casework.models import File
from vatra.casework.words.assessment import Domain, Standing, SupportKind
from vatra.casework.words.worry import CauseKind, Source, Urgency
from vatra.decisions.models import Outcome
from vatra.decisions.words import HeardHow, QuestionKind
from vatra.desk.demo.staff import Cast
from vatra.desk.demo.telling import (
    Finding,
    Heard,
    Way,
    a_child,
    a_grown_up,
    a_home,
    decide,
    lay_open,
    live_in,
    look_into,
    parents_as_guardian,
    take_in,
    visited,
    worry_about,
)
from vatra.desk.demo.town import Town
from vatra.homes.models import Home
from vatra.homes.words import FormOfCare
from vatra.people.actions import add_kin
from vatra.people.models import Person
from vatra.people.words import KinKind, Language, Sex
from vatra.placements.actions import move
from vatra.placements.words import EndReason


def tell(cast: Cast) -> None:
    """Emre moved from an emergency home to his aunt; Amina came to a foster family."""
    town = cast.prizren
    carer = a_grown_up(town, "Fikrije", "Shehu", Sex.FEMALE, years=47, ago=500)
    home = a_home(town, "Familja Shehu", FormOfCare.FOSTER_EMERGENCY, [carer], children=3, ago=500)
    _emre(town, home)
    _amina(town, home)


def _emre(town: Town, emergency: Home) -> None:
    languages = (Language.TURKISH, Language.ALBANIAN)
    father = a_grown_up(town, "Orhan", "Mazrek", Sex.MALE, years=33, ago=200, languages=languages)
    aunt = a_grown_up(town, "Gülsen", "Mazrek", Sex.FEMALE, years=39, ago=200, languages=languages)
    emre = a_child(town, "Emre", "Mazrek", Sex.MALE, years=9.9, ago=200, father=father, languages=languages)
    add_kin(person=emre, relative=aunt, kind=KinKind.AUNT_UNCLE, by=town.by_worker(200))
    file = _opened(
        town,
        emre,
        father,
        ago=198,
        worry="Babai u ndalua nga policia; djali mbeti vetëm në shtëpi.",
        causes=[CauseKind.PARENT_AWAY, CauseKind.VIOLENCE_AT_HOME],
    )
    first = _decided(town, file, emergency, ago=180, words="“Halama gitmek istiyorum.” (Dua te halla.)")
    (stay,) = live_in(town, first, ago=179)
    home = a_home(town, "Halla Gülsen Mazrek", FormOfCare.KINSHIP, [aunt], children=2, ago=170)
    (outcome,) = _decided(
        town, file, home, ago=140, words="“Artık halamdayım.”", kind=QuestionKind.CHANGE_OF_PLACEMENT
    )
    move(
        current=stay,
        outcome=outcome,
        first_day=town.ago(138),
        end_reason=EndReason.MOVED_FOR_FAMILY,
        reasons={},
        by=town.by_worker(138),
    )
    for ago in (174, 134, 100, 70, 38, 8):
        visited(town, file, ago=ago, account="I qetë; flet turqisht në shtëpi dhe shqip në shkollë.")


def _amina(town: Town, home: Home) -> None:
    bosnian = (Language.BOSNIAN,)
    mother = a_grown_up(town, "Emina", "Redžepi", Sex.FEMALE, years=22, ago=60, languages=bosnian)
    amina = a_child(town, "Amina", "Redžepi", Sex.FEMALE, years=3.4, ago=60, mother=mother, languages=bosnian)
    file = _opened(
        town,
        amina,
        mother,
        ago=58,
        worry="Majka je u bolnici posle saobraćajne nesreće; niko nije kod kuće.",
        causes=[CauseKind.PARENT_ILL],
    )
    outcomes = _decided(town, file, home, ago=34, words="Tražila je majku i lutku; lutka je sada s njom.")
    live_in(town, outcomes, ago=33)
    visited(town, file, ago=29, account="Jede, spava s lutkom, nasmejala se prvi put.")


def _opened(
    town: Town, child: Person, parent: Person, *, ago: int, worry: str, causes: list[CauseKind]
) -> File:
    concern = worry_about(
        town,
        [child],
        ago=ago,
        worry=worry,
        causes=causes,
        source=Source.POLICE,
        urgency=Urgency.NOW,
        told_by="Policia, Prizren",
    )
    (file,) = take_in(town, concern, ago=ago)
    parents_as_guardian(town, file, parent, ago=ago)
    look_into(
        town,
        file,
        ago=ago - 4,
        support=SupportKind.KIN_SEARCH,
        tried="U kërkuan të afërmit brenda dy ditësh.",
        findings=(Finding(Domain.SAFETY, Standing.DANGER, "", "Askush në shtëpi."),),
        child_view="U pyet në gjuhën e vet.",
        conclusion="Sot duhet një shtëpi e sigurt.",
    )
    return file


def _decided(
    town: Town,
    file: File,
    home: Home,
    *,
    ago: int,
    words: str,
    kind: QuestionKind = QuestionKind.FIRST_PLACEMENT,
) -> list[Outcome]:
    question = lay_open(
        town,
        [file],
        ago=ago + 6,
        kind=kind,
        why_now="Fëmija nuk ka me kë të rrijë.",
        if_nothing="Do të mbetej vetëm.",
        heard=[Heard(words, "Mendimi i fëmijës u ndoq.", HeardHow.DRAWING_PLAY, _language(file))],
    )
    chosen = FormOfCare(home.form)
    other = FormOfCare.KINSHIP if chosen != FormOfCare.KINSHIP else FormOfCare.FOSTER_EMERGENCY
    ways = [
        Way(FormOfCare.BIRTH_FAMILY, "Në shtëpi, me një të afërm që vjen"),
        Way(other, "Te një familje tjetër"),
        Way(chosen, home.name, home),
    ]
    return decide(
        town,
        question,
        ways,
        ago=ago,
        chosen=2,
        reasons="Është shtëpia e sigurt më e afërt dhe ajo që fëmija kërkoi.",
        went_on={
            "R-31-parent": "Prindërit nuk u gjetën në këto ditë; kërkimi vazhdon.",
            "R-31-carer": "Kujdestarja e shkruan mendimin në rishikimin e parë.",
            "R-20-foster": "Nuk kishte familje strehuese në komunë.",
        },
    )


def _language(file: File) -> Language:
    return Language(file.child.languages[0])
