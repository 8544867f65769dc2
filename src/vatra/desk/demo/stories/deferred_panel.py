"""Can Mirlind go home? The panel met, found too little to judge by, and meets again in a few days."""

from vatra.casework.models import File
from vatra.decisions.actions import add_option, record_participant, weigh_view
from vatra.decisions.models import Question
from vatra.decisions.words import Factor, Leaning, PartKind, Position, QuestionKind, ResolutionKind
from vatra.desk.demo.staff import LAWYER, PANEL_MEMBER, PSYCHOLOGIST, Cast
from vatra.desk.demo.telling import Heard, Way, lay_open, put_side_by_side, weigh_as_usual
from vatra.desk.demo.telling.panels import Seats, answered, called, declare, seated, vote
from vatra.desk.demo.town import Town
from vatra.homes.models import Home
from vatra.homes.words import FormOfCare

MISSING = (
    "Askush nuk e pyeti nënën dhe Zojën. Halla në Lipjan nuk u mendua. Dy mundësitë nuk janë peshuar, dhe nuk shkruan "
    "çfarë u mor parasysh nga fjalët e Mirlindit."
)
WITH_HIS_MOTHER = {
    Factor.CHILD_VIEW: (Leaning.FOR, "Do të flejë te mami dhe ta marrë qenin me vete."),
    Factor.CARE_SAFETY: (Leaning.FOR, "Gjashtë muaj pa alkool, sipas letrës së qendrës; banesë me dy dhoma."),
    Factor.VULNERABILITY: (Leaning.UNKNOWN, "Nëna punon me ndërrime; kush rri natën nuk është vendosur."),
    Factor.HEALTH: (Leaning.FOR, "E njëjta mjeke si deri tani."),
    Factor.EDUCATION: (Leaning.FOR, "Kopshti mbetet i njëjti."),
}
WITH_ZOJA = {
    Factor.CHILD_VIEW: (Leaning.AGAINST, "E do Zojën, por pyet çdo mbrëmje për mamin."),
    Factor.FAMILY: (Leaning.AGAINST, "Nëna mbetet një vizitore e së shtunës."),
    Factor.CONTINUITY: (Leaning.FOR, "I njëjti shtrat, qeni dhe shokët e kopshtit."),
}
WITH_HIS_AUNT = {
    Factor.CHILD_VIEW: (Leaning.UNKNOWN, "E ka parë hallën dy herë; nuk u pyet për të."),
    Factor.CARE_SAFETY: (Leaning.AGAINST, "Halla është e sëmurë dhe e thotë vetë se nuk mundet."),
    Factor.EDUCATION: (Leaning.AGAINST, "Do ta ndërronte kopshtin para shkollës."),
    Factor.CONTINUITY: (Leaning.AGAINST, "Lipjani është larg nënës dhe larg Zojës."),
}


def ask_again(cast: Cast, file: File, home: Home) -> None:
    """Asked, deferred, made good, and on the agenda once more: the next vote is for whoever signs in."""
    question = _asked(cast.prishtine, file, home)
    seats = seated(cast, question, ago=5, until=-25)
    for seat in seats.values():
        declare(cast, seat, ago=4)
    _deferred(cast, question, seats)
    _made_good(cast.prishtine, question)
    second = called(
        cast,
        question,
        ago=2,
        for_day=cast.prishtine.ago(-4),
        agenda="Kthimi i Mirlindit, për herë të dytë: me mendimin e nënës e të Zojës dhe me të tri mundësitë.",
    )
    vote(cast, second, seats[PSYCHOLOGIST], Position.AGREES, ago=1)


def _asked(town: Town, file: File, home: Home) -> Question:
    question = lay_open(
        town,
        [file],
        ago=6,
        kind=QuestionKind.RETURN_HOME,
        why_now="Nëna e kreu mjekimin dhe ka punë e banesë.",
        if_nothing="Djali rritet larg nënës pa arsye.",
        heard=[Heard("“Dua të fle te mami, por qenin ta marr me vete.”", "")],
    )
    by, longer = town.by_worker(5), "Edhe gjysmë viti te Zoja"
    add_option(question=question, form=FormOfCare.BIRTH_FAMILY, in_words="Te nëna, hap pas hapi", by=by)
    add_option(question=question, form=FormOfCare.FOSTER_LONG, in_words=longer, home=home, by=by)
    return question


def _deferred(cast: Cast, question: Question, seats: Seats) -> None:
    first = called(
        cast,
        question,
        ago=5,
        for_day=cast.prishtine.ago(3),
        agenda="A mund të kthehet Mirlindi te nëna, dhe si.",
    )
    vote(cast, first, seats[PSYCHOLOGIST], Position.AGREES, ago=3)
    for username in (PANEL_MEMBER, LAWYER):
        vote(cast, first, seats[username], Position.ABSTAINS, "Pa nënën nuk mund të them asgjë.", ago=3)
    answered(
        cast,
        first,
        ResolutionKind.DEFER,
        reasons="Kthimi është i mirë për t'u menduar, por me këto letra nuk mund të gjykohet.",
        missing=MISSING,
    )


def _made_good(town: Town, question: Question) -> None:
    """What the panel missed, two days ago."""
    by = town.by_worker(2)
    for name, part, view in (
        (
            "Arlinda Hoti",
            PartKind.PARENT,
            "Dëshiron të fillojë me dy netë në javë, me dikë që vjen në mëngjes.",
        ),
        ("Zoja Mehmeti", PartKind.CARER, "Është gati; ajo e mban shtratin e tij për çdo rast."),
    ):
        record_participant(question=question, name=name, part=part, view=view, by=by)
    weigh_view(
        child=question.children.get(),
        taken_up="Qeni shkon me të. Netët te mami shtohen një nga një, që të mund të thotë ndal.",
        by=by,
    )
    for form, says in ((FormOfCare.BIRTH_FAMILY, WITH_HIS_MOTHER), (FormOfCare.FOSTER_LONG, WITH_ZOJA)):
        weigh_as_usual(town, question.options.get(form=form), form, says, ago=2)
    put_side_by_side(
        town, question, [Way(FormOfCare.KINSHIP, "Te halla në Lipjan", says=WITH_HIS_AUNT)], ago=2
    )
