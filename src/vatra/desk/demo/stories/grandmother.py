"""A sister and a brother who live with their grandmother."""

from vatra.casework.actions import finish_goal
from vatra.casework.models import File
from vatra.casework.words.assessment import Domain, Standing, SupportKind
from vatra.casework.words.entries import GoalResult, PlanAim, VisitPurpose
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
    planned,
    review_planned,
    reviewed,
    take_in,
    visited,
    worry_about,
)
from vatra.desk.demo.town import Town
from vatra.homes.models import Home
from vatra.homes.words import FormOfCare
from vatra.people.actions import add_kin
from vatra.people.models import Person
from vatra.people.words import KinKind, Sex

WORRY = (
    "Erona erdhi tri herë pa mëngjes dhe me rrobat e vëllait. Tha se nëna është prapë në spital dhe se ajo e zgjon "
    "Dionin. Babai vdiq para dy vitesh."
)
FINDINGS = (
    Finding(Domain.CLOSE_CARER, Standing.WORRY, "Nëna i do shumë.", "Nëna ka muaj që është në mjekim."),
    Finding(Domain.FAMILY_TIES, Standing.WELL, "Erona dhe Dioni kujdesen për njëri-tjetrin."),
    Finding(
        Domain.LEARNING, Standing.WATCH, "Erona lexon me qejf.", "Mungon çdo të hënë.", "Dikush që e çon."
    ),
    Finding(Domain.FEELINGS, Standing.WORRY, "", "Dioni nuk fle pa dritë.", "Një rend i qetë mbrëmjeve."),
)


def tell(cast: Cast) -> None:
    """From the teacher's call to a plan that leads home."""
    town = cast.prishtine
    mother = a_grown_up(town, "Teuta", "Gashi", Sex.FEMALE, years=34, ago=430)
    grandmother = a_grown_up(town, "Nafije", "Gashi", Sex.FEMALE, years=61, ago=430)
    children = [
        a_child(town, "Erona", "Gashi", Sex.FEMALE, years=9.6, ago=430, mother=mother),
        a_child(town, "Dion", "Gashi", Sex.MALE, years=6.2, ago=430, mother=mother),
    ]
    for child in children:
        add_kin(person=child, relative=grandmother, kind=KinKind.GRANDPARENT, by=town.by_worker(430))
    home = a_home(town, "Gjyshja Nafije Gashi", FormOfCare.KINSHIP, [grandmother], children=2, ago=400)
    files = _opened(town, children, mother)
    outcomes = _decided(town, files, home)
    live_in(town, outcomes, ago=378)
    for file in files:
        _lived(town, file, mother)


def _opened(town: Town, children: list[Person], mother: Person) -> list[File]:
    concern = worry_about(
        town,
        children,
        ago=425,
        worry=WORRY,
        causes=[CauseKind.PARENT_ILL, CauseKind.PARENT_DIED],
        source=Source.SCHOOL,
        told_by="Mësuesja e klasës",
    )
    files = take_in(town, concern, ago=424)
    for file in files:
        parents_as_guardian(town, file, mother, ago=424)
        look_into(
            town,
            file,
            ago=395,
            support=SupportKind.HOME_VISITS,
            tried="Dy vizita në javë dhe dru për dimër; nëna u shtrua sërish në spital.",
            findings=FINDINGS,
            child_view="“Dua te gjyshja derisa mami të bëhet mirë.”",
            conclusion="Fëmijët kanë nevojë për një vend të qetë derisa nëna të shërohet.",
        )
    return files


def _decided(town: Town, files: list[File], home: Home) -> list[Outcome]:
    question = lay_open(
        town,
        files,
        ago=390,
        kind=QuestionKind.FIRST_PLACEMENT,
        why_now="Nëna shtrohet të hënën për të paktën tre muaj.",
        if_nothing="Fëmijët do të mbeteshin vetëm ose do të ndaheshin te fqinjët.",
        heard=[
            Heard("“Te gjyshja. Por Dioni fle me mua.”", "U mor parasysh: një dhomë për të dy."),
            Heard("Vizatoi gjyshen, Eronën dhe macen para një shtëpie.", "Macja shkon me ta."),
        ],
        took_part=[
            ("Teuta Gashi", PartKind.PARENT, "Pajtohet; dëshiron t'i shohë çdo të diel."),
            ("Nafije Gashi", PartKind.RELATIVE, "I pret me gjithë zemër."),
        ],
    )
    ways = [
        Way(FormOfCare.BIRTH_FAMILY, "Mbeten në shtëpi, me ndihmë çdo ditë"),
        Way(
            FormOfCare.KINSHIP,
            "Te gjyshja Nafije, të dy bashkë",
            home,
            {Factor.CHILD_VIEW: (Leaning.FOR, "Të dy e thanë vetë: te gjyshja.")},
        ),
        Way(FormOfCare.FOSTER_SHORT, "Në një familje strehuese në Prishtinë"),
    ]
    reasons = (
        "Nëna nuk mund të jetë tani me fëmijët dhe askush tjetër nuk jeton në shtëpi. Gjyshja i njeh, ka vend për të dy "
        "bashkë, dhe nëna mund t'i shohë kur të dojë. Ndihma për nënën vazhdon, që të kthehen."
    )
    return decide(town, question, ways, ago=380, chosen=1, reasons=reasons)


def _lived(town: Town, file: File, mother: Person) -> None:
    visited(
        town,
        file,
        ago=374,
        purpose=VisitPurpose.FIRST_VISIT,
        child_words="“Këtu është ngrohtë.”",
        account="Fëmijët kanë shtratin e vet dhe qeshën gjatë vizitës.",
    )
    _planned(town, file)
    for ago in range(340, 30, -31):
        visited(town, file, ago=ago, account="Fëmija është mirë dhe shkon në shkollë me qejf.")
        met(town, file, mother, ago=ago - 3, account="Takim te gjyshja, pasdite e gjatë me lojë.")
    for ago in (288, 200, 112, 40):
        reviewed(
            town,
            file,
            ago=ago,
            child_words="“Mami tha se po bëhet më mirë. Dua ta shoh edhe të mërkurën.”",
            causes_now="Nëna është ende në mjekim, por del çdo ditë.",
            conclusion="Mbetet te gjyshja; takimet shtohen në dy herë në javë.",
        )
    review_planned(town, file, ago=20, days_ahead=70, place="Te gjyshja, në kuzhinë")
    _came_closer(town, file, mother)


def _planned(town: Town, file: File) -> None:
    plan = planned(
        town,
        file,
        ago=360,
        aim=PlanAim.RETURN_HOME,
        other_aim=PlanAim.LIVE_WITH_KIN,
        child_view="“Në shtëpi me mamin, por ditën e premte te gjyshja.”",
        family_view="Nëna dëshiron t'i ketë prapë pranë kur të forcohet.",
        goals=[
            {
                "goal": "Takimi me nënën çdo të diel",
                "measure": "Katër takime në muaj, të shënuara",
                "who": "Gjyshja dhe punonjësja sociale",
                "due_on": town.ago(270),
            },
            {
                "goal": "Nëna e kryen mjekimin",
                "measure": "Letra e mjekes",
                "who": "Teuta Gashi",
                "due_on": town.ago(-60),
            },
        ],
    )
    meetings = plan.goals.order_by("pk")[0]
    finish_goal(goal=meetings, result=GoalResult.REACHED, on=town.ago(268), by=town.by_worker(268))


def _came_closer(town: Town, file: File, mother: Person) -> None:
    """The last weeks: mother and children are ready for more."""
    visited(
        town,
        file,
        ago=12,
        child_words="“A mund të flemë një natë te mami?”",
        account="U dakorduam për një natë te nëna, me gjyshen afër.",
    )
    met(town, file, mother, ago=9, account="Gatuan bashkë.", child_words="“Mami dinte ende recetën.”")
