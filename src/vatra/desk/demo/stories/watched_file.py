"""A girl who stays with her mother, decided at the gate; several people have opened her file since."""

from vatra.access.roles import Role
from vatra.casework.actions import open_page
from vatra.casework.models import File
from vatra.casework.words.assessment import Domain, Standing, SupportKind, SupportResult
from vatra.casework.words.entries import PlanAim
from vatra.casework.words.worry import CauseKind, Source, Urgency
from vatra.decisions.actions import ask_whether_heard, close_question, hand_sheet
from vatra.decisions.models import Question
from vatra.decisions.words import Factor, FeltHeardAnswer, Leaning, PartKind, QuestionKind
from vatra.desk.demo.staff import Cast
from vatra.desk.demo.telling import (
    Finding,
    Heard,
    Told,
    Way,
    a_child,
    a_grown_up,
    decide,
    lay_open,
    look_into,
    parents_as_guardian,
    planned,
    take_in,
    visited,
    worry_about,
)
from vatra.desk.demo.town import Town, acting
from vatra.homes.words import FormOfCare
from vatra.people.words import Language, Sex

WORRY = (
    "Vajza mungoi tri javë. Nëna thotë se nuk kanë këpucë për dimër dhe se fëmijët e tjerë e quajnë me emra."
)
WITH_HER_MOTHER = {
    Factor.CHILD_VIEW: (Leaning.FOR, "E tha dy herë, në gjuhën e vet: te mami."),
    Factor.CARE_SAFETY: (Leaning.FOR, "Nëna kujdeset; mungonin drutë dhe dritaret, jo dashuria."),
    Factor.EDUCATION: (Leaning.AGAINST, "Mungoi tri javë; tani e pret mësuesja te dera."),
    Factor.VULNERABILITY: (
        Leaning.UNKNOWN,
        "Fëmijët e quajnë me emra; shkolla sapo ka filluar të punojë me ta.",
    ),
}
REASONS = (
    "Varfëria nuk ndan asnjë fëmijë nga nëna. Ndihma u provua dhe ndihmoi; banesa rregullohet, shkolla e pret. Kujdesi "
    "jashtë familjes nuk është i nevojshëm."
)
GLAD = "Kërceu dhe pyeti a janë këpucët të kuqe."
READ_BY = (
    (21, "supervisor", Role.SUPERVISOR, "file"),
    (20, "colleague", Role.SOCIAL_WORKER, "file"),
    (13, "safeguarding.officer", Role.SAFEGUARDING_OFFICER, "timeline"),
    (4, "auditor", Role.AUDITOR, "file"),
    (2, "supervisor", Role.SUPERVISOR, "access_log"),
)


def tell(cast: Cast) -> None:
    """Sabrina stays with her mother, with support: poverty separates nobody."""
    town, languages = cast.prishtine, (Language.ROMANI, Language.ALBANIAN)
    mother = a_grown_up(town, "Sevdije", "Mustafa", Sex.FEMALE, years=30, ago=75, languages=languages)
    sabrina = a_child(
        town, "Sabrina", "Mustafa", Sex.FEMALE, years=7.7, ago=75, mother=mother, languages=languages
    )
    concern = worry_about(
        town,
        [sabrina],
        ago=72,
        worry=WORRY,
        causes=[CauseKind.POVERTY, CauseKind.HOUSING],
        source=Source.SCHOOL,
        urgency=Urgency.WEEK,
        told_by="Drejtorja e shkollës",
    )
    (file,) = take_in(town, concern, ago=70)
    parents_as_guardian(town, file, mother, ago=70)
    look_into(
        town,
        file,
        ago=48,
        support=SupportKind.GOODS,
        result=SupportResult.HELPED,
        tried="Këpucë, dru, dhe një mësuese që e pret te dera.",
        findings=(
            Finding(Domain.CLOSE_CARER, Standing.WELL, "Nëna dhe Sabrina qeshin shumë bashkë."),
            Finding(Domain.HOME, Standing.WORRY, "E pastër.", "Pa dritare në dimër.", "Riparim nga komuna."),
            Finding(
                Domain.LEARNING, Standing.WATCH, "Di të numërojë deri në njëqind.", "Mungesa.", "Mentor."
            ),
        ),
        child_view="“Shkolla më pëlqen kur mësuesja më thërret me emër.”",
        conclusion="Mbetet me nënën; ndihma për banesën dhe shkollën vazhdon.",
    )
    _decided(town, file)
    visited(town, file, ago=26, child_words="“Tash kam këpucë të kuqe.”", account="Dritaret u vendosën.")
    _read(cast, file)


def _decided(town: Town, file: File) -> None:
    """Care outside the family is not necessary: the support that helped goes on, by a plan."""
    question = lay_open(
        town,
        [file],
        ago=46,
        kind=QuestionKind.GATEKEEPING,
        why_now="Shkolla kërkon që vajza të largohet nga shtëpia.",
        if_nothing="Dimri vjen, dhe vajza nuk del nga shtëpia pa këpucë.",
        heard=[Heard("“Dua te mami. Dhe këpucë.”", "Rri te mami; këpucët i ka.", language=Language.ROMANI)],
        took_part=[("Sevdije Mustafa", PartKind.PARENT, "Nuk e jap. Më ndihmoni me dritaret.")],
    )
    hand_sheet(
        question=question,
        to_whom="Sevdije Mustafa, nëna",
        language=Language.ALBANIAN,
        on=town.ago(46),
        by=town.by_worker(46),
    )
    ways = [
        Way(FormOfCare.BIRTH_FAMILY, "Me nënën, me ndihmë për banesën dhe shkollën", says=WITH_HER_MOTHER),
        Way(FormOfCare.KINSHIP, "Te gjyshja në Podujevë"),
    ]
    decide(town, question, ways, ago=40, chosen=0, reasons=REASONS, told=Told(GLAD))
    planned(
        town,
        file,
        ago=38,
        aim=PlanAim.STAY_WITH_FAMILY,
        other_aim=PlanAim.LIVE_WITH_KIN,
        child_view="“Te mami.”",
        family_view="Nëna pranon mentoren dhe ndihmën për dritare.",
        goals=[
            {
                "goal": "Sabrina në shkollë çdo ditë",
                "measure": "Libri i mësueses, çdo të premte",
                "who": "Mentorja dhe nëna",
                "due_on": town.ago(-50),
            },
        ],
    )
    _asked_afterwards(town, question)


def _asked_afterwards(town: Town, question: Question) -> None:
    by = town.by_supervisor(30)
    ask_whether_heard(
        child=question.children.get(),
        answer=FeltHeardAnswer.YES,
        words="“Po. Ajo e shkroi për këpucët.”",
        on=town.ago(30),
        by=by,
    )
    close_question(question=question, by=by)


def _read(cast: Cast, file: File) -> None:
    for ago, username, role, page in READ_BY:
        by = acting(cast.users[username], role, cast.prishtine.ago(ago))
        open_page(file=file, page=page, earliest=file.opened_on, by=by)
