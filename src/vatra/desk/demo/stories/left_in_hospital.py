"""Two children whose mothers could not keep them: a newborn whose parents are looked for, and a girl before the panel."""

from vatra.casework.models import File
from vatra.casework.words.assessment import Domain, Standing, SupportKind, SupportResult
from vatra.casework.words.worry import CauseKind, Source, Urgency
from vatra.decisions.models import Outcome
from vatra.decisions.words import HeardHow, PartKind, QuestionKind
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
    lay_open,
    live_in,
    look_into,
    take_in,
    under_the_body,
    visited,
    walked,
    worry_about,
)
from vatra.desk.demo.town import Town
from vatra.homes.models import Home
from vatra.homes.words import FormOfCare
from vatra.law.words import StatusKind
from vatra.people.models import Person
from vatra.people.words import Sex


def tell(cast: Cast) -> None:
    """Drin, found in the maternity ward, and Lule, whose mother consented to an adoption."""
    _drin(cast.prishtine)
    _lule(cast.prishtine)


def _drin(town: Town) -> None:
    drin = a_child(town, "Drin", "i Qershisë", Sex.MALE, years=39 / 365.25, ago=38)
    concern = worry_about(
        town,
        [drin],
        ago=38,
        worry="Një djalë i porsalindur u gjet në mëngjes në dhomën e pritjes, i mbështjellë ngrohtë, pa asnjë letër.",
        causes=[CauseKind.ABANDONED],
        source=Source.HOSPITAL,
        urgency=Urgency.DAY,
        told_by="Lule Ademi, Klinika e Gjinekologjisë",
    )
    (file,) = take_in(town, concern, ago=38)
    under_the_body(town, file, StatusKind.PARENTS_UNKNOWN, ago=24)
    walked(
        town,
        file,
        [
            ("birth_unregistered", 38),
            ("parents_unknown", 38),
            ("notice_to_guardianship_body", 38),
            ("notice_to_police", 37),
            ("temporary_guardian", 24),
        ],
    )
    walked(town, file, [("tracing", 17)], note="Lista e lindjeve në tri spitalet; asnjë nënë nuk u gjet.")
    walked(town, file, [("tracing", 6)], note="Policia pyeti në stacionin e autobusëve.")


def _lule(town: Town) -> None:
    mother = a_grown_up(town, "Teuta", "Kosumi", Sex.FEMALE, years=22, ago=410)
    carer = a_grown_up(town, "Nora", "Bajrami", Sex.FEMALE, years=41, ago=600)
    home = a_home(town, "Familja Bajrami", FormOfCare.FOSTER_SHORT, [carer], children=2, ago=600)
    lule = a_child(town, "Lule", "Kosumi", Sex.FEMALE, years=411 / 365.25, ago=410, mother=mother)
    file = _opened(town, lule)
    live_in(town, _decided(town, file, home), ago=394)
    _walked_by_lule(town, file)
    for ago in range(380, 10, -30):
        visited(town, file, ago=ago, account="E qetë në krahët e Norës; ha dhe fle mirë.")


def _opened(town: Town, child: Person) -> File:
    concern = worry_about(
        town,
        [child],
        ago=409,
        worry="Nëna doli nga spitali pa foshnjën dhe tha se nuk mund ta mbajë. La numrin e telefonit.",
        causes=[CauseKind.ABANDONED, CauseKind.FAMILY_STRESS],
        source=Source.HOSPITAL,
        told_by="Lule Ademi, Klinika e Gjinekologjisë",
    )
    (file,) = take_in(town, concern, ago=409)
    under_the_body(town, file, StatusKind.INTERIM_ORDER, ago=404)
    look_into(
        town,
        file,
        ago=403,
        support=SupportKind.COUNSELLING,
        result=SupportResult.HELPED_PARTLY,
        tried="Dy biseda me nënën; erdhi vetë, por nuk e mori foshnjën.",
        findings=(Finding(Domain.CLOSE_CARER, Standing.WORRY, "", "Askush nuk e mban në krah rregullisht."),),
        child_view="Qetësohet kur dikush e mban në krah.",
        conclusion="Foshnja ka nevojë për një familje tani; nëna kërkon kohë.",
    )
    return file


def _decided(town: Town, file: File, home: Home) -> list[Outcome]:
    question = lay_open(
        town,
        [file],
        ago=401,
        kind=QuestionKind.FIRST_PLACEMENT,
        why_now="Foshnja është e shëndetshme dhe nuk ka pse të rrijë në spital.",
        if_nothing="Do të rritej në spital, me duar të ndryshme çdo ditë.",
        heard=[
            Heard(
                "Qan kur e lënë në shtrat; qetësohet në krahë.",
                "Një njeri i vetëm e mban.",
                HeardHow.OBSERVED,
            )
        ],
        took_part=[("Teuta Kosumi", PartKind.PARENT, "Dëshiron që dikush ta mbajë në krah.")],
    )
    ways = [
        Way(FormOfCare.BIRTH_FAMILY, "Me nënën, me vizitë çdo ditë"),
        Way(FormOfCare.KINSHIP, "Te prindërit e nënës në Drenas"),
        Way(FormOfCare.FOSTER_SHORT, "Te familja Bajrami", home),
    ]
    reasons = (
        "Nëna nuk mundet tani dhe prindërit e saj nuk e dinë. Te familja Bajrami e pret një njeri i vetëm."
    )
    told = Told("Shikoi Norën gjatë dhe nuk qau.")
    return decide(town, question, ways, ago=396, chosen=2, reasons=reasons, told=told)


def _walked_by_lule(town: Town, file: File) -> None:
    walked(
        town,
        file,
        [
            ("birth_registered", 408),
            ("parents_known", 408),
            ("notice_to_guardianship_body", 409),
            ("temporary_guardian", 404),
            ("left_hospital", 394),
            ("parent_contacted", 380),
            ("counselling_given", 371),
            ("support_offered", 350),
            ("kin_explored", 332),
            ("consent_given", 290),
            ("declared_adoptable", 205),
            ("put_to_panel", 74),
        ],
    )
