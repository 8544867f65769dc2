"""A girl whose guardian died: she has a home by a second decision, and on this day no guardian."""

from vatra.casework.models import File
from vatra.casework.words.assessment import Domain, Standing, SupportKind, SupportResult
from vatra.casework.words.entries import PlanAim, VisitPurpose
from vatra.casework.words.worry import CauseKind, Source
from vatra.decisions.models import Outcome
from vatra.decisions.words import PartKind, QuestionKind
from vatra.desk.demo.staff import Cast
from vatra.desk.demo.telling import (
    Finding,
    Heard,
    Told,
    Way,
    a_child,
    a_grown_up,
    a_home,
    decide,
    decide_anew,
    guardian_asked_for,
    lay_open,
    live_in,
    look_into,
    met,
    parents_as_guardian,
    planned,
    take_in,
    visited,
    worry_about,
)
from vatra.desk.demo.town import Town
from vatra.homes.models import Home
from vatra.homes.words import FormOfCare
from vatra.law.actions import end_guardianship
from vatra.people.actions import add_kin
from vatra.people.models import Person
from vatra.people.words import KinKind, Sex

WORRY = "Babai është shtrirë prej kohësh; Sara gatuan dhe pastron, dhe nuk del më të luajë."
AT_FIRST = "“Po sikur babi të më thërrasë natën dhe unë të fle?”"


def tell(cast: Cast) -> None:
    """Sara with her aunt; her father, who was her guardian, died nine days ago; the aunt asks to follow him."""
    town = cast.prishtine
    father = a_grown_up(town, "Naim", "Bytyqi", Sex.MALE, years=52, ago=150)
    aunt = a_grown_up(town, "Mimoza", "Bytyqi", Sex.FEMALE, years=38, ago=150)
    sara = a_child(town, "Sara", "Bytyqi", Sex.FEMALE, years=8.5, ago=150, father=father)
    add_kin(person=sara, relative=aunt, kind=KinKind.AUNT_UNCLE, by=town.by_worker(150))
    home = a_home(town, "Halla Mimoza Bytyqi", FormOfCare.KINSHIP, [aunt], children=1, ago=130)
    file = _opened(town, sara, father)
    live_in(town, _decided(town, file, home, father), ago=84)
    _lived(town, file, father)
    guardian_asked_for(town, file, aunt, ago=7)


def _opened(town: Town, sara: Person, father: Person) -> File:
    concern = worry_about(
        town,
        [sara],
        ago=145,
        worry=WORRY,
        causes=[CauseKind.PARENT_ILL],
        source=Source.NEIGHBOUR,
    )
    (file,) = take_in(town, concern, ago=144)
    parents_as_guardian(town, file, father, ago=144)
    look_into(
        town,
        file,
        ago=115,
        support=SupportKind.HEALTH_CARE,
        result=SupportResult.HELPED_PARTLY,
        tried="Infermierja vinte çdo ditë; Sara prapë nuk flinte nga frika për babanë.",
        findings=(
            Finding(Domain.FEELINGS, Standing.WORRY, "Flet hapur me hallën.", "Rri zgjuar natën."),
            Finding(Domain.CLOSE_CARER, Standing.WELL, "Babai dhe halla janë pranë."),
        ),
        child_view="“Kush do ta mbajë dorën e babit kur unë jam në shkollë?”",
        conclusion="Halla mund ta marrë, afër babait.",
    )
    return file


def _decided(town: Town, file: File, home: Home, father: Person) -> list[Outcome]:
    question = lay_open(
        town,
        [file],
        ago=100,
        kind=QuestionKind.FIRST_PLACEMENT,
        why_now="Babai nuk mund të ngrihet më dhe vajza kujdeset vetë për të.",
        if_nothing="Vajza do të mbetej vetëm me një të sëmurë rëndë.",
        heard=[Heard("“Te halla, por çdo ditë te babi.”", "Halla e çon çdo ditë pas shkolle.")],
        took_part=[(father.name, PartKind.PARENT, "Dëshiron që Sara të rritet te halla.")],
    )
    ways = [
        Way(FormOfCare.BIRTH_FAMILY, "Me babanë, me infermiere ditë e natë"),
        Way(FormOfCare.KINSHIP, "Te halla Mimoza, në katin poshtë", home),
    ]
    reasons = "Infermierja fillon të hënën dhe halla është një kat më poshtë: Sara mund të rrijë me babanë."
    at_home = decide(town, question, ways, ago=94, chosen=0, reasons=reasons, told=Told(AT_FIRST))
    return decide_anew(
        town,
        at_home,
        ago=86,
        chosen=1,
        reasons="Sara e tha qartë ku do të jetë, babai e dëshiron, dhe halla jeton në të njëjtën ndërtesë.",
        why_anew="Pas gjashtë netësh babai u keqësua; infermierja e natës nuk mjaftoi dhe Sara nuk flinte.",
    )


def _lived(town: Town, file: File, father: Person) -> None:
    visited(
        town,
        file,
        ago=80,
        purpose=VisitPurpose.FIRST_VISIT,
        child_words="“Kam dritare nga oborri.”",
        account="Dhoma gati, halla kishte blerë libra.",
    )
    planned(
        town,
        file,
        ago=65,
        aim=PlanAim.LIVE_WITH_KIN,
        other_aim=PlanAim.GUARDIANSHIP,
        child_view="“Të rri te halla.”",
        family_view="Babai kërkon që halla të bëhet kujdestare.",
        goals=[
            {
                "goal": "Halla emërohet kujdestare",
                "measure": "Vendimi i organit të kujdestarisë",
                "who": "Vjosa Kelmendi",
                "due_on": town.ago(-15),
            },
        ],
    )
    met(town, file, father, ago=14, account="Çdo ditë te babai.", child_words="“I lexova një përrallë.”")
    visited(town, file, ago=11, account="Babai u shtrua në spital; halla rri me Sarën.")
    guardianship = file.guardianships.get(last_day__isnull=True)
    end_guardianship(guardianship=guardianship, on=town.ago(9), why="Babai vdiq.", by=town.by_worker(8))
