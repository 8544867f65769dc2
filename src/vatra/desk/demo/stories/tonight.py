"""A boy found alone at night: safe within hours, and the full decision due tomorrow, with him heard before it."""

from datetime import time

from vatra.casework.models import File
from vatra.casework.words.entries import VisitPurpose
from vatra.casework.words.worry import CauseKind, Source, Urgency
from vatra.decisions.models import Outcome
from vatra.decisions.words import (
    Factor,
    Leaning,
    NotHeardReason,
    PartKind,
    QuestionKind,
    ToldHow,
)
from vatra.desk.demo.staff import LAWYER, PSYCHOLOGIST, Cast
from vatra.desk.demo.telling import (
    Heard,
    Told,
    Way,
    a_child,
    a_grown_up,
    a_home,
    issued,
    lay_open,
    live_in,
    parents_as_guardian,
    put_side_by_side,
    take_in,
    tell_the_child,
    visited,
    worry_about,
)
from vatra.desk.demo.telling.panels import called, declare, seated
from vatra.desk.demo.town import Town
from vatra.homes.models import Home
from vatra.homes.words import FormOfCare
from vatra.people.models import Person
from vatra.people.words import Language, Sex

WORRY = (
    "Në orën një të natës djali ishte vetëm në shkallë, me pizhame. Nëna u dërgua me urgjencë në spital; në banesë "
    "nuk ka njeri dhe babai është jashtë vendit."
)
BEFORE_DAWN = time(2, 40)
EXPLAINED = "Me figura, në boshnjakisht: kush vendos, që mund të thotë jo, dhe që askush nuk zemërohet."
HOURS = {
    FormOfCare.BIRTH_FAMILY: {
        Factor.CHILD_VIEW: (Leaning.UNKNOWN, "Natën u pyet vetëm a ka ftohtë."),
        Factor.FAMILY: (Leaning.FOR, "Nëna është gjithçka që ka në qytet."),
        Factor.SIBLINGS: (Leaning.UNKNOWN, "Nuk dihet a ka vëllezër ose motra."),
        Factor.CARE_SAFETY: (Leaning.AGAINST, "Në banesë nuk ka asnjë të rritur."),
    },
    FormOfCare.KINSHIP: {
        Factor.CHILD_VIEW: (Leaning.UNKNOWN, "Për dajën foli fqinja, jo djali."),
        Factor.FAMILY: (Leaning.FOR, "Daja Mirsad në Pejë, vëllai i nënës."),
        Factor.SIBLINGS: (Leaning.FOR, "Ka kushërinj të moshës së tij."),
        Factor.CARE_SAFETY: (Leaning.UNKNOWN, "Telefoni i dajës nuk u përgjigj gjatë natës."),
    },
    FormOfCare.FOSTER_EMERGENCY: {
        Factor.CHILD_VIEW: (Leaning.UNKNOWN, "Ra në gjumë në krahët e Remzijes."),
        Factor.FAMILY: (Leaning.AGAINST, "Nuk e njeh askënd atje."),
        Factor.SIBLINGS: (Leaning.UNKNOWN, "Vendi mjafton edhe për një tjetër."),
        Factor.CARE_SAFETY: (Leaning.FOR, "E gatshme në çdo orë, dhjetë minuta larg spitalit."),
    },
}


def tell(cast: Cast) -> None:
    """Tarik, two nights ago, and the panel that meets about him tomorrow."""
    town, bosnian = cast.prishtine, (Language.BOSNIAN,)
    night = town.at(BEFORE_DAWN)
    mother = a_grown_up(night, "Sanela", "Mujić", Sex.FEMALE, years=29, ago=2, languages=bosnian)
    carer = a_grown_up(town, "Remzije", "Beqiri", Sex.FEMALE, years=53, ago=400)
    home = a_home(town, "Familja Beqiri", FormOfCare.FOSTER_EMERGENCY, [carer], children=2, ago=400)
    tarik = a_child(night, "Tarik", "Mujić", Sex.MALE, years=5.6, ago=2, mother=mother, languages=bosnian)
    file = _opened(night, tarik, mother)
    live_in(night, _safe_for_the_night(night, file, home), ago=2)
    visited(
        town,
        file,
        ago=1,
        purpose=VisitPurpose.FIRST_VISIT,
        child_words="“Mama je u bolnici. Ja čekam.” (Mami është në spital. Unë pres.)",
        account="Hëngri, pyeti dhjetë herë kur shkojnë te mami; nesër e vizitojnë.",
    )
    _the_full_decision(cast, file, home)


def _opened(town: Town, child: Person, mother: Person) -> File:
    concern = worry_about(
        town,
        [child],
        ago=2,
        worry=WORRY,
        causes=[CauseKind.PARENT_ILL],
        source=Source.POLICE,
        urgency=Urgency.NOW,
        told_by="Policia, Prishtinë",
    )
    (file,) = take_in(town, concern, ago=2)
    parents_as_guardian(town, file, mother, ago=2)
    return file


def _safe_for_the_night(town: Town, file: File, home: Home) -> list[Outcome]:
    question = lay_open(
        town,
        [file],
        ago=2,
        kind=QuestionKind.EMERGENCY,
        why_now="Nuk ka asnjë të rritur në shtëpi këtë natë.",
        if_nothing="Do të mbetej vetëm në banesë.",
        heard=[Heard("", "", explained="", why_not=NotHeardReason.HOURS_TO_PROTECT)],
    )
    in_words = ("Në banesë, me fqinjën", "Te daja Mirsad në Pejë", "Te familja Beqiri")
    ways = [
        Way(form, words, home if form == home.form else None, HOURS[form])
        for form, words in zip(HOURS, in_words, strict=True)
    ]
    *_others, foster = put_side_by_side(town, question, ways, ago=2)
    reasons = "Daja nuk u gjet gjatë natës dhe fqinja është e sëmurë. Te familja Beqiri është ngrohtë dhe afër spitalit."
    outcomes = issued(town, question, [foster], ago=2, reasons=reasons)
    for outcome in outcomes:
        tell_the_child(
            town, outcome, Told("E shtrëngoi fort arushin dhe pyeti për mamin.", ToldHow.PICTURES), ago=2
        )
    return outcomes


def _the_full_decision(cast: Cast, file: File, home: Home) -> None:
    """Tarik knows what he will be asked; one member of the panel may not judge, one has still to say."""
    town = cast.prishtine
    question = lay_open(
        town,
        [file],
        ago=1,
        kind=QuestionKind.FIRST_PLACEMENT,
        why_now="Vendimi i natës vlen tri ditë; nëna rri në spital së paku tri javë.",
        if_nothing="Djali do të mbetej te të panjohur pa u pyetur.",
        heard=[Heard("", "", explained=EXPLAINED, wants_there="Remzija, dhe arushi")],
        took_part=[("Sanela Mujić", PartKind.PARENT, "Dëshiron që Tariku të rrijë te vëllai i saj në Pejë.")],
    )
    ways = [
        Way(FormOfCare.BIRTH_FAMILY, "Në banesë, me dajën që vjen në Prishtinë"),
        Way(FormOfCare.KINSHIP, "Te daja Mirsad në Pejë"),
        Way(FormOfCare.FOSTER_EMERGENCY, "Tri javë te familja Beqiri, afër spitalit", home),
    ]
    put_side_by_side(town, question, ways, ago=1)
    seats = seated(cast, question, ago=1, until=-10)
    agenda = "Ku rri Tariku derisa nëna është në spital."
    called(cast, question, ago=1, for_day=town.ago(-1), agenda=agenda)
    declare(cast, seats[PSYCHOLOGIST], ago=1)
    declare(cast, seats[LAWYER], ago=1, conflict="E përfaqëson babanë e Tarikut në një çështje pune.")
