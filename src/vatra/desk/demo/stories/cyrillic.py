"""Милица пише своје име ћирилицом: a Serbian-speaking girl, her file in her language."""

from vatra.casework.models import File
from vatra.casework.words.assessment import Domain, Standing, SupportKind
from vatra.casework.words.entries import PlanAim, VisitPurpose
from vatra.casework.words.worry import CauseKind, Source
from vatra.decisions.models import Outcome
from vatra.decisions.words import AgeBand, Factor, Leaning, PartKind, QuestionKind
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
    planned,
    reviewed,
    take_in,
    visited,
    worry_about,
)
from vatra.desk.demo.telling.papers import put_on_paper
from vatra.desk.demo.town import Town
from vatra.homes.models import Home
from vatra.homes.words import FormOfCare
from vatra.people.actions import add_kin, add_name
from vatra.people.models import Person
from vatra.people.words import KinKind, Language, NameKind, Sex

WORRY = "Baka zove: majka je otišla na rad u inostranstvo, a devojčica je kod nje bez papira i bez škole."
SAYS = {
    Factor.IDENTITY: (Leaning.FOR, "Isti jezik, isto pismo, ista slava."),
    Factor.FAMILY: (Leaning.FOR, "Majka zove svake večeri."),
    Factor.EDUCATION: (Leaning.FOR, "Škola na srpskom je na deset minuta."),
    Factor.CHILD_VIEW: (Leaning.FOR, "Devojčica hoće kod bake."),
    Factor.SIBLINGS: (Leaning.UNKNOWN, "Nema braće i sestara."),
    Factor.CARE_SAFETY: (Leaning.FOR, "Baka je zdrava i vredna."),
    Factor.VULNERABILITY: (Leaning.FOR, "Neko je uvek kod kuće."),
    Factor.HEALTH: (Leaning.FOR, "Ambulanta je u istoj ulici."),
    Factor.CONTINUITY: (Leaning.FOR, "U toj kući je provela svako leto."),
}
TO_HER = {
    "why": "Mama radi daleko i vraća se za dve godine. Ti hoćeš kod bake. Baka te dobro zna.",
    "next": "U petak idemo po tvoje stvari. U ponedeljak ideš u školu.",
}
TO_HER_MOTHER = {
    "why": "Radite daleko još dve godine. Devojčica hoće kod bake, i Vi se s tim slažete.",
    "next": "Zovete svake večeri u osam. Kad se vratite, pitamo ponovo.",
}


def tell(cast: Cast) -> None:
    """Milica, thirteen, with her grandmother while her mother works abroad."""
    town, serbian = cast.prishtine, (Language.SERBIAN,)
    mother = a_grown_up(town, "Јелена", "Јовановић", Sex.FEMALE, years=35, ago=330, languages=serbian)
    baka = a_grown_up(town, "Радмила", "Јовановић", Sex.FEMALE, years=63, ago=330, languages=serbian)
    milica = a_child(
        town, "Милица", "Јовановић", Sex.FEMALE, years=13.1, ago=330, mother=mother, languages=serbian
    )
    by = town.by_worker(330)
    add_name(person=milica, kind=NameKind.OTHER_SCRIPT, given_name="Milica", family_name="Jovanović", by=by)
    add_kin(person=milica, relative=baka, kind=KinKind.GRANDPARENT, by=by)
    home = a_home(town, "Бака Радмила Јовановић", FormOfCare.KINSHIP, [baka], children=2, ago=310)
    file = _opened(town, milica, mother)
    live_in(town, _decided(town, file, home), ago=280)
    _lived(town, file, mother)


def _opened(town: Town, child: Person, mother: Person) -> File:
    concern = worry_about(
        town,
        [child],
        ago=325,
        worry=WORRY,
        causes=[CauseKind.PARENT_AWAY],
        source=Source.FAMILY,
        told_by="Радмила Јовановић",
    )
    (file,) = take_in(town, concern, ago=324)
    parents_as_guardian(town, file, mother, ago=324)
    look_into(
        town,
        file,
        ago=300,
        support=SupportKind.LEGAL_HELP,
        tried="Pomogli smo da se izvadi izvod i upiše u školu.",
        findings=(
            Finding(
                Domain.PAPERS_RIGHTS,
                Standing.WATCH,
                "Baka čuva sve papire.",
                "Nema ličnu kartu.",
                "Termin u maju.",
            ),
            Finding(Domain.IDENTITY, Standing.WELL, "Peva u crkvenom horu."),
        ),
        child_view="„Mogu da čekam mamu, ali kod bake.“",
        conclusion="Baka može i hoće; treba urediti status.",
    )
    return file


def _decided(town: Town, file: File, home: Home) -> list[Outcome]:
    question = lay_open(
        town,
        [file],
        ago=295,
        kind=QuestionKind.FIRST_PLACEMENT,
        why_now="Majka je potpisala ugovor na dve godine.",
        if_nothing="Devojčica ostaje bez ikoga ko sme da potpiše za nju.",
        heard=[
            Heard("„Kod bake. I da mama zove.“", "Mama zove svake večeri u osam.", language=Language.SERBIAN)
        ],
        took_part=[
            ("Радмила Јовановић", PartKind.RELATIVE, "Moja kuća je njena kuća."),
            ("Јелена Јовановић", PartKind.PARENT, "Slažem se, dok radim daleko."),
        ],
    )
    ways = [
        Way(
            FormOfCare.BIRTH_FAMILY,
            "Sa majkom u inostranstvu",
            None,
            {
                **SAYS,
                Factor.CHILD_VIEW: (Leaning.AGAINST, "Ne želi da ode iz škole."),
                Factor.CARE_SAFETY: (Leaning.UNKNOWN, "Majka radi noću i stanuje u domu."),
            },
        ),
        Way(FormOfCare.KINSHIP, "Kod bake Radmile", home, SAYS),
    ]
    reasons = "Devojčica hoće kod bake, majka se slaže, jezik i škola ostaju isti. Čim se majka vrati, pita se ponovo."
    outcomes = decide(town, question, ways, ago=282, chosen=1, reasons=reasons)
    for outcome in outcomes:
        put_on_paper(
            town,
            outcome,
            ago=281,
            language=Language.SERBIAN,
            age_band=AgeBand.FROM_8,
            to_child=TO_HER,
            to_parents=TO_HER_MOTHER,
        )
    return outcomes


def _lived(town: Town, file: File, mother: Person) -> None:
    visited(
        town,
        file,
        ago=276,
        purpose=VisitPurpose.FIRST_VISIT,
        child_words="„Imam svoj sto pored prozora.“",
        account="Sve je spremno; baka je okrečila sobu.",
    )
    planned(
        town,
        file,
        ago=255,
        aim=PlanAim.RETURN_HOME,
        other_aim=PlanAim.LIVE_WITH_KIN,
        child_view="„Kad mama dođe, opet svi zajedno.“",
        family_view="Majka se vraća za dve godine.",
        goals=[
            {"goal": "Lična karta", "measure": "Karta je izdata", "who": "Baka", "due_on": town.ago(-40)},
        ],
    )
    for ago in range(245, 10, -30):
        visited(town, file, ago=ago, account="Dobro uči, ide na hor, jede kod bake za istim stolom.")
        met(town, file, mother, ago=ago - 2, account="Video-poziv, sat vremena.")
    for ago in (190, 105, 20):
        reviewed(
            town,
            file,
            ago=ago,
            child_words="„Dobro mi je. Samo mi mama fali.“",
            causes_now="Majka je još u inostranstvu.",
            conclusion="Ostaje kod bake.",
        )
