"""A boy who went home to his parents; the first follow-up is due."""

from vatra.casework.actions import settle_cause, write_note
from vatra.casework.models import File
from vatra.casework.words.assessment import Domain, Standing, SupportKind, SupportResult
from vatra.casework.words.entries import ContactKind
from vatra.casework.words.worry import CauseKind, Source
from vatra.decisions.models import Outcome
from vatra.decisions.words import Factor, Leaning, PartKind, QuestionKind
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
    met,
    parents_as_guardian,
    reviewed,
    take_in,
    visited,
    worry_about,
)
from vatra.desk.demo.town import Town
from vatra.homes.models import Home
from vatra.homes.words import FormOfCare
from vatra.people.models import Person
from vatra.people.words import Sex
from vatra.placements.actions import return_home
from vatra.placements.models import Placement

WORRY = "Djali nuk do të shkojë në shtëpi pas orës së fundit. Tha se babai bërtet dhe thyen gjëra, dhe nëna rri te motra."


def tell(cast: Cast) -> None:
    """Rinor, eleven: five months in a foster family, home again for five weeks."""
    town = cast.prishtine
    father = a_grown_up(town, "Fatmir", "Sopjani", Sex.MALE, years=41, ago=260)
    mother = a_grown_up(town, "Lindita", "Sopjani", Sex.FEMALE, years=36, ago=260)
    carer = a_grown_up(town, "Valbona", "Aliu", Sex.FEMALE, years=50, ago=700)
    home = a_home(town, "Familja Aliu", FormOfCare.FOSTER_SHORT, [carer], children=2, ago=700)
    rinor = a_child(town, "Rinor", "Sopjani", Sex.MALE, years=11.2, ago=260, mother=mother, father=father)
    file = _opened(town, rinor, mother)
    (placement,) = live_in(town, _decided(town, file, home), ago=190)
    _lived(town, file, mother)
    _went_home(town, file, placement)


def _opened(town: Town, child: Person, mother: Person) -> File:
    concern = worry_about(
        town,
        [child],
        ago=255,
        worry=WORRY,
        causes=[CauseKind.VIOLENCE_AT_HOME, CauseKind.FAMILY_STRESS],
        source=Source.SCHOOL,
        told_by="Pedagogu i shkollës",
    )
    (file,) = take_in(town, concern, ago=254)
    parents_as_guardian(town, file, mother, ago=254)
    look_into(
        town,
        file,
        ago=215,
        support=SupportKind.MEDIATION,
        result=SupportResult.DID_NOT_HELP,
        tried="Ndërmjetësim tri herë; babai nuk erdhi në dy të fundit.",
        findings=(
            Finding(
                Domain.SAFETY, Standing.DANGER, "Thërret hallën kur ka frikë.", "Gjëra të thyera në shtëpi."
            ),
            Finding(Domain.LEARNING, Standing.WELL, "I pari në matematikë."),
        ),
        child_view="“Dua që të mos bërtasë më askush.”",
        conclusion="Derisa babai të punojë me këshilltarin, djali duhet të jetë në qetësi.",
    )
    return file


def _decided(town: Town, file: File, home: Home) -> list[Outcome]:
    question = lay_open(
        town,
        [file],
        ago=208,
        kind=QuestionKind.FIRST_PLACEMENT,
        why_now="Policia ishte dy herë në shtëpi.",
        if_nothing="Djali do të rrinte prapë zgjuar nga frika.",
        heard=[Heard("“Diku afër shkollës. Dhe mami të vijë.”", "Familja Aliu është afër shkollës.")],
        took_part=[("Lindita Sopjani", PartKind.PARENT, "Vetëm të mos kthehet në të bërtitura.")],
    )
    ways = [
        Way(FormOfCare.BIRTH_FAMILY, "Në shtëpi, babai shkon përkohësisht te vëllai"),
        Way(FormOfCare.KINSHIP, "Te halla në Ferizaj"),
        Way(FormOfCare.FOSTER_SHORT, "Te familja Aliu, afër shkollës", home),
    ]
    reasons = "Babai nuk pranoi të dalë nga shtëpia. Halla jeton larg shkollës. Te familja Aliu djali është i qetë dhe afër nënës."
    return decide(town, question, ways, ago=192, chosen=2, reasons=reasons)


def _lived(town: Town, file: File, mother: Person) -> None:
    for ago in (184, 155, 124, 94, 63):
        visited(town, file, ago=ago, child_words="“Këtu fle.”", account="I qetë, shkon në shkollë vetë.")
    for ago in (178, 150, 120, 90, 60, 45):
        met(town, file, mother, ago=ago, kind=ContactKind.AT_HOME, account="Fundjavë me nënën.")
    reviewed(
        town,
        file,
        ago=100,
        child_words="“Babi më kërkoi falje. Dua ta provoj.”",
        causes_now="Babai shkon çdo javë te këshilltari.",
        conclusion="Përgatitet kthimi.",
    )


def _decided_again(town: Town, file: File, foster_home: Home) -> Outcome:
    question = lay_open(
        town,
        [file],
        ago=52,
        kind=QuestionKind.RETURN_HOME,
        why_now="Prindërit jetojnë prapë bashkë dhe babai e kreu këshillimin.",
        if_nothing="Djali mbetet larg pa arsye.",
        heard=[Heard("“Në shtëpi. Por nëse bërtet, ju thërras.”", "Ka numrin e punonjëses sociale.")],
        took_part=[
            ("Fatmir Sopjani", PartKind.PARENT, "Faleminderit që na dhatë kohë."),
            ("Valbona Aliu", PartKind.CARER, "Është gati; ne mbetemi afër."),
        ],
    )
    ways = [
        Way(
            FormOfCare.BIRTH_FAMILY,
            "Në shtëpi te prindërit, me vizita pas kthimit",
            None,
            {
                Factor.CARE_SAFETY: (Leaning.FOR, "Gjashtë muaj pa asnjë thirrje; këshilltari e vërteton."),
                Factor.VULNERABILITY: (Leaning.FOR, "Djali di kë të thërrasë."),
                Factor.EDUCATION: (Leaning.FOR, "E njëjta shkollë."),
            },
        ),
        Way(FormOfCare.KINSHIP, "Te halla në Ferizaj"),
        Way(FormOfCare.FOSTER_SHORT, "Edhe tre muaj te familja Aliu", foster_home),
    ]
    reasons = "Shkaku kryesor u zgjidh dhe u vërtetua. Djali e dëshiron dhe di kë të thërrasë. Ndjekja zgjat një vit."
    (outcome,) = decide(town, question, ways, ago=40, chosen=0, reasons=reasons)
    return outcome


def _went_home(town: Town, file: File, placement: Placement) -> None:
    outcome = _decided_again(town, file, placement.home)
    return_home(current=placement, outcome=outcome, last_day=town.ago(36), by=town.by_worker(36))
    cause = file.causes.get(kind=CauseKind.VIOLENCE_AT_HOME)
    settle_cause(
        cause=cause,
        until=town.ago(36),
        why="Gjashtë muaj pa dhunë, sipas këshilltarit.",
        by=town.by_worker(36),
    )
    write_note(
        file=file,
        noted_on=town.ago(30),
        note="Nëna telefonoi: darka e parë bashkë kaloi me të qeshura.",
        reasons={},
        by=town.by_worker(30),
    )
