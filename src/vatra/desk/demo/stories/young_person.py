"""A young woman of sixteen who reads her own file and asks how it will be to live on her own."""

from vatra.casework.models import File
from vatra.casework.words.assessment import Domain, Standing, SupportKind, SupportResult
from vatra.casework.words.entries import ContactKind, PlanAim
from vatra.casework.words.worry import CauseKind, Source
from vatra.decisions.actions import add_option
from vatra.decisions.models import Outcome
from vatra.decisions.words import PartKind, QuestionKind
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
from vatra.people.models import Person
from vatra.people.words import Sex

WORRY = "Vajza dhjetëvjeçare tha në shkollë se nuk mund të kthehet më në shtëpi. Kishte shenja në krahë."


def tell(cast: Cast) -> None:
    """Albulena, six years with the same foster parents; she signs in as `young.person`."""
    town = cast.prishtine
    aunt = a_grown_up(town, "Drita", "Morina", Sex.FEMALE, years=40, ago=2300)
    carers = [
        a_grown_up(town, "Hava", "Limani", Sex.FEMALE, years=55, ago=2300),
        a_grown_up(town, "Isuf", "Limani", Sex.MALE, years=58, ago=2300),
    ]
    home = a_home(town, "Familja Limani", FormOfCare.FOSTER_LONG, carers, children=2, ago=2290)
    albulena = a_child(town, "Albulena", "Morina", Sex.FEMALE, years=16.4, ago=2290)
    albulena.user = cast.users["young.person"]
    albulena.save(update_fields=["user"])
    file = _opened(town, albulena)
    live_in(town, _decided(town, file, home), ago=2240)
    _lived(town, file, aunt)
    _thinks_ahead(town, file, home)


def _opened(town: Town, child: Person) -> File:
    concern = worry_about(
        town,
        [child],
        ago=2285,
        worry=WORRY,
        causes=[CauseKind.ABUSE],
        source=Source.SCHOOL,
        told_by="Kujdestarja e klasës",
    )
    (file,) = take_in(town, concern, ago=2285)
    by, since = town.by_worker(2280), town.ago(2280)
    appoint_guardian(
        file=file, kind=GuardianKind.BODY, body="Organi i kujdestarisë, Prishtinë", from_day=since, by=by
    )
    set_legal_status(
        file=file,
        kind=StatusKind.RIGHTS_REMOVED,
        ordered_by="Gjykata Themelore në Prishtinë",
        from_day=since,
        by=by,
    )
    look_into(
        town,
        file,
        ago=2265,
        support=SupportKind.CASE_CONFERENCE,
        result=SupportResult.REFUSED,
        tried="Takim me familjen dhe policinë; familja nuk pranoi ndihmë.",
        findings=(
            Finding(Domain.SAFETY, Standing.DANGER, "Tregoi vetë çfarë ndodhi.", "Rrahje në shtëpi."),
            Finding(Domain.LEARNING, Standing.WELL, "Shkruan vjersha."),
        ),
        child_view="“Nuk kthehem. Dua ku mund të shkruaj në qetësi.”",
        conclusion="Nuk mund të kthehet; kërkohet një familje ku mund të rrijë gjatë.",
    )
    return file


def _decided(town: Town, file: File, home: Home) -> list[Outcome]:
    question = lay_open(
        town,
        [file],
        ago=2260,
        kind=QuestionKind.FIRST_PLACEMENT,
        why_now="Në shtëpi nuk është e sigurt asnjë natë.",
        if_nothing="Do të lëndohej prapë.",
        heard=[Heard("“Diku ku mbyllet dera dhe askush nuk bërtet.”", "Ka dhomën e vet me çelës.")],
        took_part=[("Drita Morina", PartKind.RELATIVE, "Do ta merrte, por jeton te burri jashtë vendit.")],
    )
    ways = [
        Way(FormOfCare.BIRTH_FAMILY, "Në shtëpi, nën mbikëqyrje"),
        Way(FormOfCare.KINSHIP, "Te halla Drita jashtë vendit"),
        Way(FormOfCare.FOSTER_LONG, "Te familja Limani", home),
    ]
    reasons = "Familja e mohoi rrahjen dhe nuk pranoi ndihmë. Halla jeton jashtë. Te familja Limani ka qetësi dhe mund të rrijë."
    went_on = {"R-31-parent": "Prindërit nuk pranuan asnjë bisedë, as në shtëpi as në zyrë."}
    return decide(town, question, ways, ago=2242, chosen=2, reasons=reasons, went_on=went_on)


def _lived(town: Town, file: File, aunt: Person) -> None:
    planned(
        town,
        file,
        ago=700,
        aim=PlanAim.LONG_TERM_FAMILY,
        other_aim=PlanAim.OWN_LIFE,
        child_view="“Gjimnazi, dhe pastaj gazetari.”",
        family_view="Halla e ndihmon me libra.",
        goals=[
            {
                "goal": "Albulena i udhëheq vetë të hollat e veta",
                "measure": "Tre muaj me fletore shpenzimesh",
                "who": "Albulena dhe Hava",
                "due_on": town.ago(-45),
            },
        ],
    )
    for ago in (2233, 1900, 1500, 1100, 760, 500, 380, 250, 160, 95, 61, 27):
        visited(town, file, ago=ago, child_words="“Mirë jam.”", account="Shkruan për gazetën e shkollës.")
    for ago in (2000, 1400, 900, 450, 200, 80, 22):
        met(town, file, aunt, ago=ago, kind=ContactKind.CALL, account="Flasin gjatë, shpesh për libra.")
    for ago in (1800, 1200, 800, 420, 210, 120, 33):
        reviewed(
            town,
            file,
            ago=ago,
            child_words="“Dua të di çfarë ndodh kur mbush tetëmbëdhjetë.”",
            causes_now="Familja e lindjes nuk ka kërkuar takim.",
            conclusion="Mbetet te familja Limani; fillon përgatitja për jetë të pavarur.",
        )


def _thinks_ahead(town: Town, file: File, home: Home) -> None:
    question = lay_open(
        town,
        [file],
        ago=10,
        kind=QuestionKind.LEAVING_CARE,
        why_now="Pas një viti e gjysmë mbush tetëmbëdhjetë.",
        if_nothing="Do ta priste një ditëlindje pa plan.",
        heard=[Heard("“Një dhomë afër fakultetit, por të dielave te Hava.”", "")],
    )
    by = town.by_worker(9)
    alone = "Banesë me mbikëqyrje afër fakultetit, nga viti i ardhshëm"
    add_option(question=question, form=FormOfCare.SUPERVISED_INDEPENDENT, in_words=alone, by=by)
    add_option(
        question=question, form=FormOfCare.FOSTER_LONG, in_words="Mbetet te familja Limani", home=home, by=by
    )
