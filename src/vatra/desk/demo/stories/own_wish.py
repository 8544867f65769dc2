"""May Elvis live with his uncle? A panel approved it with conditions against one voice, and his mother appeals."""

from collections.abc import Sequence

from vatra.casework.models import File
from vatra.decisions.actions import justify_separation, keep_drawing, lodge_appeal, meet_condition
from vatra.decisions.actions.resolving import ConditionAsked
from vatra.decisions.models import Option, Outcome, Question
from vatra.decisions.words import (
    Factor,
    HeardHow,
    Leaning,
    PartKind,
    Position,
    QuestionKind,
    ResolutionKind,
    SeparationReason,
    ToldHow,
)
from vatra.desk.demo.staff import LAWYER, PANEL_MEMBER, PSYCHOLOGIST, Cast
from vatra.desk.demo.telling import Heard, Told, Way, issued, lay_open, put_side_by_side, tell_the_child
from vatra.desk.demo.telling.drawing import house_with
from vatra.desk.demo.telling.panels import answered, called, declare, seated, vote
from vatra.desk.demo.town import Town
from vatra.homes.models import Home
from vatra.homes.words import FormOfCare

HEARD = (
    Heard(
        "“Dua te axha, të mësoj zdrukthëtarinë. Por çdo të shtunë dua t'i shoh motrat.”",
        "Shkon te axha; e shtuna me motrat është shkruar në vendim. Shkolla nuk ndërpritet, edhe pse ai donte.",
    ),
    Heard(
        "“Elvisi le të shkojë, por numrin e telefonit ta ketë afër. Unë rri me Anitën.”",
        "Rri me Anitën; Elvisi telefonon çdo mbrëmje.",
    ),
    Heard(
        "Luajti me kukulla: i vuri të tria në një shtrat dhe ia mbuloi këmbët më të madhit.",
        "Flenë bashkë dy motrat; të shtunën janë të tre nën një kulm.",
        HeardHow.DRAWING_PLAY,
    ),
)
AT_THE_UNCLE = {
    Factor.CHILD_VIEW: (Leaning.FOR, "Elvisi e kërkon vetë, me arsye, që prej një viti."),
    Factor.IDENTITY: (Leaning.FOR, "Mëson zanatin e të atit dhe të gjyshit."),
    Factor.FAMILY: (Leaning.FOR, "Axha e mban të gjallë kujtimin e babait."),
    Factor.SIBLINGS: (Leaning.AGAINST, "Motrat nuk shkojnë me të: te axha ka një shtrat."),
    Factor.CARE_SAFETY: (Leaning.FOR, "Axha dhe gruaja e tij u vizituan; Elvisi ka dhomën e vet."),
    Factor.VULNERABILITY: (Leaning.AGAINST, "Makinat në punishte kërkojnë mbikëqyrje dhe kohë pushimi."),
    Factor.HEALTH: (Leaning.FOR, "Është i shëndetshëm dhe flet hapur për lodhjen."),
    Factor.EDUCATION: (Leaning.UNKNOWN, "Shkolla profesionale e pranon; a shkon çdo ditë, duhet parë."),
    Factor.CONTINUITY: (Leaning.AGAINST, "Fushë Kosova është njëzet minuta larg motrave."),
}
REASONS = (
    "Elvisi është katërmbëdhjetë vjeç dhe e di çfarë do; axha mund ta mbajë dhe shkolla vazhdon. Medina dhe Anita kanë "
    "nevojë për njëra-tjetrën dhe rrinë te tezja. Çdo e shtunë i bashkon të tre."
)


def decided(cast: Cast, files: Sequence[File], *, with_aunt: Home, with_uncle: Home) -> list[Outcome]:
    """Asked, weighed, approved by the panel, issued with an outcome for each, and told to two of the three."""
    town = cast.prishtine
    question = _asked(town, files)
    _at_home, together, apart = _weighed(town, question, with_aunt, with_uncle)
    _approved(cast, question)
    return _issued(town, question, [apart, together, together])


def _asked(town: Town, files: Sequence[File]) -> Question:
    elvis, *sisters = files
    question = lay_open(
        town,
        files,
        ago=38,
        kind=QuestionKind.SPLIT_SIBLINGS,
        why_now="Elvisi fle tri netë në javë te axha dhe kërkon të rrijë atje.",
        if_nothing="Do të ikte pa leje dhe do ta linte shkollën.",
        heard=HEARD,
        took_part=[
            ("Sevda Ramadani", PartKind.PARENT, "Me telefon nga spitali: i do të tre në një vend."),
            ("Sali Ramadani", PartKind.RELATIVE, "E merr Elvisin si djalin e vet dhe e çon çdo të shtunë."),
        ],
    )
    keep_drawing(
        child=question.children.get(file=sisters[-1]),
        picture=house_with(3),
        says="“Ky është Elvisi, ai më i gjati. Të tre rrimë para derës.”",
        by=town.by_worker(38),
    )
    for sister in sisters:
        justify_separation(
            question=question,
            file=elvis,
            sibling=sister.child,
            reason=SeparationReason.OWN_WISH,
            in_words=f"Elvisi e dëshiron zanatin; {sister.child.given_name} ka shtratin dhe shkollën te tezja.",
            contact="Çdo të shtunë të tre te tezja, dhe telefon çdo mbrëmje",
            look_again_on=town.ago(-36),
            by=town.by_worker(36),
        )
    return question


def _weighed(town: Town, question: Question, with_aunt: Home, with_uncle: Home) -> list[Option]:
    ways = [
        Way(FormOfCare.BIRTH_FAMILY, "Në banesën e nënës, me tezen që fle aty"),
        Way(FormOfCare.KINSHIP, "Te tezja Hyrije, bashkë", with_aunt),
        Way(FormOfCare.KINSHIP, "Elvisi te axha Sali në Fushë Kosovë", with_uncle, AT_THE_UNCLE),
    ]
    return put_side_by_side(town, question, ways, ago=35)


def _approved(cast: Cast, question: Question) -> None:
    """Two for it, one against; of what the panel asked, one thing is done and one still open."""
    town = cast.prishtine
    seats = seated(cast, question, ago=33, until=20)
    agenda = "A mund të jetojë Elvisi te axha, kur motrat mbeten te tezja."
    meeting = called(cast, question, ago=33, for_day=town.ago(28), agenda=agenda)
    for seat in seats.values():
        declare(cast, seat, ago=31)
    vote(cast, meeting, seats[PANEL_MEMBER], Position.AGREES, ago=28)
    vote(cast, meeting, seats[LAWYER], Position.AGREES, ago=28)
    dissent = (
        "Anita ka humbur babanë dhe nuk e ka nënën pranë. Do ta prisja fundin e vitit shkollor para se të ndahet edhe "
        "nga vëllai."
    )
    vote(cast, meeting, seats[PSYCHOLOGIST], Position.DISAGREES, dissent, ago=28)
    said = answered(
        cast,
        meeting,
        ResolutionKind.APPROVE_WITH_CONDITIONS,
        reasons="Dëshira e Elvisit është e pjekur dhe lidhja me motrat është siguruar me ditë e orë.",
        conditions=[
            ConditionAsked("Punishtja e axhës shikohet nga inspektori i punës", town.worker, town.ago(18)),
            ConditionAsked(
                "Marrëveshje e shkruar për të shtunat, e nënshkruar nga axha e tezja",
                town.worker,
                town.ago(-6),
            ),
        ],
    )
    meet_condition(
        condition=said.conditions.order_by("pk")[0],
        result="Inspektori e pa; Elvisi nuk punon me sharrën.",
        on=town.ago(20),
        by=town.by_worker(20),
    )


def _issued(town: Town, question: Question, chosen: list[Option]) -> list[Outcome]:
    outcomes = issued(
        town,
        question,
        chosen,
        ago=24,
        reasons=REASONS,
        appeal_until=town.ago(-6),
        representation="Zyra për Ndihmë Juridike Falas, Prishtinë",
    )
    elvis, medina, _anita = outcomes
    tell_the_child(
        town, elvis, Told("“Po e di që është larg. Të shtunën e para jam te dera.”", ToldHow.LETTER), ago=23
    )
    tell_the_child(
        town, medina, Told("Qau pak, pastaj pyeti a mund ta shkruajë në kalendar.", ToldHow.PICTURES), ago=23
    )
    return outcomes


def appealed(town: Town, outcome: Outcome) -> None:
    """The mother asks the court, with help; nothing has come of it yet."""
    lodge_appeal(
        decision=outcome.decision,
        on=town.ago(9),
        lodged_by="Sevda Ramadani, nëna",
        body="Gjykata Themelore në Prishtinë",
        helped_by="Zyra për Ndihmë Juridike Falas, Prishtinë",
        account="Kërkon që Elvisi të rrijë me motrat te tezja derisa të kthehet nga spitali.",
        by=town.by_worker(9),
    )
