"""A boy whose family went abroad the night after the decision: he could not be told, and nobody has agreed to that yet."""

from vatra.casework.models import File
from vatra.casework.words.assessment import Domain, Standing, SupportKind, SupportResult
from vatra.casework.words.worry import CauseKind, Source
from vatra.decisions.actions import say_not_told
from vatra.decisions.models import Outcome
from vatra.decisions.words import PartKind, QuestionKind
from vatra.desk.demo.staff import Cast
from vatra.desk.demo.telling import (
    Finding,
    Heard,
    Way,
    a_child,
    a_grown_up,
    issued,
    lay_open,
    look_into,
    parents_as_guardian,
    put_side_by_side,
    take_in,
    worry_about,
)
from vatra.desk.demo.town import Town
from vatra.homes.words import FormOfCare
from vatra.kernel.duty import Duty
from vatra.law.actions import stop_clock
from vatra.law.duty_titles import DutyTitle
from vatra.people.words import Sex

WORRY = "Djali vjen në shkollë me uri dhe i përgjumur; natën ndihmon në treg, sepse babai është pa punë."
NOT_TOLD = (
    "Familja udhëtoi për Gjermani natën pas vendimit. Telefonat nuk përgjigjen; vendimi iu dërgua nënës me postë te "
    "motra e saj në Dortmund, me letrën për Leonin brenda."
)
AWAY = "Leoni nuk është në vend; letra është nisur dhe pritet përgjigja e tezes në Dortmund."


def tell(cast: Cast) -> None:
    """Leon, fifteen: support at home was decided, and next morning the door was locked."""
    town = cast.prishtine
    mother = a_grown_up(town, "Shpresa", "Haliti", Sex.FEMALE, years=38, ago=60)
    leon = a_child(town, "Leon", "Haliti", Sex.MALE, years=15.3, ago=60, mother=mother)
    concern = worry_about(
        town,
        [leon],
        ago=58,
        worry=WORRY,
        causes=[CauseKind.POVERTY, CauseKind.FAMILY_STRESS],
        source=Source.SCHOOL,
        told_by="Kujdestarja e klasës",
    )
    (file,) = take_in(town, concern, ago=57)
    parents_as_guardian(town, file, mother, ago=57)
    _looked_into(town, file)
    (outcome,) = _support_at_home(town, file)
    say_not_told(outcome=outcome, reason=NOT_TOLD, by=town.by_worker(2))
    _nobody_can_be_visited(town, file)


def _nobody_can_be_visited(town: Town, file: File) -> None:
    """Until the family is found, the clock of telling him stands still, for a reason."""
    duty = Duty.objects.get(chain=file.key, rule=DutyTitle.CHILD_TOLD)
    stop_clock(file=file, duty=duty, from_day=town.ago(1), why=AWAY, by=town.by_worker(1))


def _looked_into(town: Town, file: File) -> None:
    look_into(
        town,
        file,
        ago=30,
        support=SupportKind.CASH,
        result=SupportResult.HELPED_PARTLY,
        tried="Ndihma sociale u kërkua dhe u miratua; pagesa e parë vonoi dy muaj.",
        findings=(
            Finding(Domain.LEARNING, Standing.WATCH, "Lexon çdo natë.", "Mungon dy ditë në javë."),
            Finding(Domain.HOME, Standing.WORRY, "Tezja ndihmon.", "Në shtëpi nuk ka drita as ngrohje."),
        ),
        child_view="“Po të ketë punë babi, unë shkoj çdo ditë në shkollë.”",
        conclusion="Familja mund ta rrisë, nëse ndihma vjen me kohë.",
    )


def _support_at_home(town: Town, file: File) -> list[Outcome]:
    question = lay_open(
        town,
        [file],
        ago=16,
        kind=QuestionKind.GATEKEEPING,
        why_now="Drita u ndërpre dhe nëna pyeti vetë a mund të flejë Leoni diku tjetër.",
        if_nothing="Leoni do ta linte shkollën për tregun.",
        heard=[Heard("“Me prindërit. Por jo në errësirë.”", "Rri në shtëpi; drita dhe drutë paguhen.")],
        took_part=[("Shpresa Haliti", PartKind.PARENT, "Vetëm dimrin ta kalojmë.")],
    )
    ways = [
        Way(FormOfCare.BIRTH_FAMILY, "Në shtëpi, me drita, dru dhe punësim përmes komunës"),
        Way(FormOfCare.KINSHIP, "Dimrin te tezja në Podujevë"),
    ]
    at_home, _with_aunt = put_side_by_side(town, question, ways, ago=9)
    reasons = "Varfëria nuk e ndan një fëmijë nga prindërit. Drita, drutë dhe puna e babait kushtojnë më pak se çdo ndarje."
    return issued(town, question, [at_home], ago=4, reasons=reasons)
