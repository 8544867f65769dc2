"""Three brothers and sisters who grow up together in an SOS family."""

from vatra.casework.models import File
from vatra.casework.words.assessment import Domain, Standing, SupportKind, SupportResult
from vatra.casework.words.entries import ContactKind, PlanAim
from vatra.casework.words.worry import CauseKind, Source
from vatra.decisions.models import Outcome
from vatra.decisions.words import HeardHow, PartKind, QuestionKind
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
    planned,
    reviewed,
    take_in,
    visited,
    worry_about,
)
from vatra.desk.demo.town import Town
from vatra.homes.models import Home
from vatra.homes.words import FormOfCare
from vatra.law.actions import appoint_guardian, set_legal_status
from vatra.law.words import GuardianKind, StatusKind
from vatra.people.actions import add_kin
from vatra.people.models import Person
from vatra.people.words import KinKind, Sex
from vatra.placements.actions import record_absence
from vatra.placements.words import AwayKind

WORRY = (
    "Prindërit vdiqën në një aksident rrugor. Tre fëmijët janë te xhaxhai, i cili ka pesë të vetët në dy dhoma dhe "
    "kërkon ndihmë."
)
HEARD = (
    Heard("“Vetëm mos na ndani.”", "Është arsyeja e parë e vendimit."),
    Heard("“Dua të shkoj te xhaxhai për Bajram.”", "U dakordua: çdo Bajram dhe çdo verë."),
    Heard("Mbante dorën e Blertës gjatë gjithë kohës.", "Flenë në dhoma ngjitur.", HeardHow.OBSERVED),
)


def tell(cast: Cast) -> None:
    """Three years in one home."""
    town = cast.prishtine
    uncle = a_grown_up(town, "Skënder", "Shala", Sex.MALE, years=46, ago=1100)
    carer = a_grown_up(town, "Nexhmije", "Rama", Sex.FEMALE, years=49, ago=1500)
    home = a_home(town, "Familja SOS e Nexhmijes", FormOfCare.SOS_FAMILY, [carer], children=5, ago=1500)
    names = (("Ardit", Sex.MALE, 12.8), ("Blerta", Sex.FEMALE, 10.3), ("Yll", Sex.MALE, 7.1))
    children = [a_child(town, given, "Shala", sex, years=years, ago=1100) for given, sex, years in names]
    _tie(town, children, uncle)
    files = _opened(town, children)
    for placement in live_in(town, _decided(town, files, home, uncle), ago=1030):
        record_absence(
            placement=placement,
            kind=AwayKind.HOLIDAY,
            first_day=town.ago(250),
            last_day=town.ago(238),
            account="Dy javë te xhaxhai në fshat.",
            by=town.by_worker(250),
        )
    for file in files:
        _lived(town, file, uncle)


def _tie(town: Town, children: list[Person], uncle: Person) -> None:
    by = town.by_worker(1100)
    for number, child in enumerate(children):
        add_kin(person=child, relative=uncle, kind=KinKind.AUNT_UNCLE, by=by)
        for sibling in children[number + 1 :]:
            add_kin(person=child, relative=sibling, kind=KinKind.SIBLING, by=by)


def _opened(town: Town, children: list[Person]) -> list[File]:
    concern = worry_about(
        town,
        children,
        ago=1095,
        worry=WORRY,
        causes=[CauseKind.PARENT_DIED],
        source=Source.FAMILY,
        told_by="Skënder Shala, xhaxhai",
    )
    files = take_in(town, concern, ago=1094)
    by, since = town.by_worker(1090), town.ago(1090)
    for file in files:
        appoint_guardian(
            file=file, kind=GuardianKind.BODY, body="Organi i kujdestarisë, Prishtinë", from_day=since, by=by
        )
        set_legal_status(
            file=file, kind=StatusKind.CARE_ORDER, ordered_by="Organi i kujdestarisë", from_day=since, by=by
        )
        look_into(
            town,
            file,
            ago=1050,
            support=SupportKind.GOODS,
            result=SupportResult.HELPED_PARTLY,
            tried="Ushqim, shtretër dhe ndihmë financiare për xhaxhain; vendi nuk mjaftoi për tetë fëmijë.",
            findings=(
                Finding(Domain.FAMILY_TIES, Standing.WELL, "Të tre janë shumë të lidhur."),
                Finding(
                    Domain.HOME, Standing.WORRY, "", "Tetë fëmijë në dy dhoma.", "Një shtëpi për të tre."
                ),
                Finding(Domain.FEELINGS, Standing.WATCH, "Flasin për prindërit.", "Ardit nuk qan kurrë."),
            ),
            child_view="Të tre duan të rrinë bashkë.",
            conclusion="Duhet një familje ku të tre mund të rriten bashkë.",
        )
    return files


def _decided(town: Town, files: list[File], home: Home, uncle: Person) -> list[Outcome]:
    question = lay_open(
        town,
        files,
        ago=1045,
        kind=QuestionKind.FIRST_PLACEMENT,
        why_now="Xhaxhai nuk mund t'i mbajë më të tre, dhe nuk duhet të ndahen.",
        if_nothing="Do të ndaheshin te tre familje të ndryshme.",
        heard=HEARD,
        took_part=[(uncle.name, PartKind.RELATIVE, "Dëshiron t'i marrë për festa dhe verë.")],
    )
    ways = [
        Way(FormOfCare.BIRTH_FAMILY, "Te shtëpia e prindërve, me një person të rritur që vjen"),
        Way(FormOfCare.KINSHIP, "Te xhaxhai, me ndihmë më të madhe"),
        Way(FormOfCare.SOS_FAMILY, "Në familjen SOS të Nexhmijes, të tre bashkë", home),
    ]
    reasons = (
        "Të tre thanë ose treguan se duan të mbeten bashkë. Te xhaxhai nuk ka vend edhe me ndihmë; në familjen SOS "
        "jetojnë nën një kulm me një nënë që rri. Xhaxhai mbetet pjesë e jetës së tyre."
    )
    went_on = {
        "R-20-foster": "Asnjë familje strehuese në vend nuk mund t'i merrte të tre bashkë.",
        "R-31-parent": "Prindërit vdiqën në aksident.",
    }
    return decide(town, question, ways, ago=1032, chosen=2, reasons=reasons, went_on=went_on)


def _lived(town: Town, file: File, uncle: Person) -> None:
    planned(
        town,
        file,
        ago=1005,
        aim=PlanAim.LONG_TERM_FAMILY,
        other_aim=PlanAim.LIVE_WITH_KIN,
        child_view="“Këtu, bashkë.”",
        family_view="Xhaxhai pajtohet dhe i pret për festa.",
        goals=[
            {
                "goal": "Çdo fëmijë ka një album me foto të prindërve",
                "measure": "Albumi është në dhomën e fëmijës",
                "who": "Nexhmije Rama",
                "due_on": town.ago(-30),
            },
        ],
    )
    for ago in (940, 700, 520, 330, 215, 150, 92, 55, 24):
        visited(town, file, ago=ago, account="Në shtëpi gjithçka mirë; darkë bashkë, detyrat e bëra.")
    for ago in (900, 600, 430, 310, 190, 100, 42, 15):
        met(
            town,
            file,
            uncle,
            ago=ago,
            kind=ContactKind.AT_HOME,
            account="Fundjavë te xhaxhai me kushërinjtë.",
        )
    for ago in (880, 640, 400, 290, 180, 75):
        reviewed(
            town,
            file,
            ago=ago,
            child_words="“Nexhmija di kur jam i mërzitur edhe kur nuk flas.”",
            causes_now="Prindërit mungojnë; xhaxhai është i pranishëm.",
            conclusion="Mbeten bashkë në familjen SOS.",
        )
