"""A boy in a foster family whose review is overdue, while it is asked whether he can go home."""

from vatra.casework.models import File
from vatra.casework.words.assessment import Domain, Standing, SupportKind
from vatra.casework.words.entries import Participation, PlanAim
from vatra.casework.words.worry import CauseKind, Source
from vatra.decisions.models import Outcome
from vatra.decisions.words import HeardHow, PartKind, QuestionKind
from vatra.desk.demo.staff import Cast
from vatra.desk.demo.stories.deferred_panel import ask_again
from vatra.desk.demo.telling import (
    Finding,
    Heard,
    Way,
    a_child,
    a_grown_up,
    a_home,
    asks_to_open,
    decide,
    lay_open,
    live_in,
    look_into,
    met,
    origins_sealed,
    parents_as_guardian,
    planned,
    reviewed,
    take_in,
    visited,
    worry_about,
)
from vatra.desk.demo.town import Town
from vatra.homes.models import Home
from vatra.homes.words import FormOfCare
from vatra.people.models import Person
from vatra.people.words import Sex

WORRY = "Djali ishte vetëm në ballkon në mbrëmje. Dyert hapura, brenda njeri i dehur. Nëna erdhi pas mesnate."

ORIGINS = (
    "Nëna tregoi kush është babai i djalit: Fatmir Gashi nga Ferizaj. Ai nuk e di që ka djalë. Nëna dëshiron që "
    "Mirlindi ta dijë kur të rritet, dhe të dijë se ajo e deshi."
)


def tell(cast: Cast) -> None:
    """Mirlind and his foster mother, who signs in as `carer`."""
    town = cast.prishtine
    mother = a_grown_up(town, "Arlinda", "Hoti", Sex.FEMALE, years=27, ago=560)
    carer = a_grown_up(town, "Zoja", "Mehmeti", Sex.FEMALE, years=44, ago=800)
    carer.user = cast.users["carer"]
    carer.save(update_fields=["user"])
    home = a_home(town, "Familja Mehmeti", FormOfCare.FOSTER_LONG, [carer], children=3, ago=800)
    mirlind = a_child(town, "Mirlind", "Hoti", Sex.MALE, years=5.4, ago=560, mother=mother)
    file = _opened(town, mirlind, mother)
    live_in(town, _decided(town, file, home), ago=512)
    _lived(town, file, mother)
    ask_again(cast, file, home)
    asks_to_open(town, file, ago=0, why="Mjekja pyet për sëmundje në familjen e babait.")


def _opened(town: Town, child: Person, mother: Person) -> File:
    concern = worry_about(
        town,
        [child],
        ago=555,
        worry=WORRY,
        causes=[CauseKind.NEGLECT, CauseKind.SUBSTANCE_USE],
        source=Source.NEIGHBOUR,
    )
    (file,) = take_in(town, concern, ago=554)
    parents_as_guardian(town, file, mother, ago=553)
    look_into(
        town,
        file,
        ago=530,
        support=SupportKind.COUNSELLING,
        tried="Këshillim çdo javë dhe vend në kopsht; nëna e ndërpreu pas një muaji.",
        findings=(
            Finding(
                Domain.SAFETY, Standing.DANGER, "", "Mbetet vetëm natën.", "Një i rritur i esëllt çdo natë."
            ),
            Finding(Domain.CLOSE_CARER, Standing.WATCH, "Vrapon te nëna kur vjen.", "Nuk di kur vjen."),
            Finding(Domain.PLAY_FRIENDS, Standing.WELL, "Luan me të gjithë."),
        ),
        child_view="Vizatoi nënën shumë të madhe dhe një derë.",
        conclusion="Tani nuk është i sigurt natën; nëna ka nevojë për mjekim.",
    )
    origins_sealed(town, file, ORIGINS, ago=530)
    return file


def _decided(town: Town, file: File, home: Home) -> list[Outcome]:
    question = lay_open(
        town,
        [file],
        ago=525,
        kind=QuestionKind.FIRST_PLACEMENT,
        why_now="Dy herë brenda një jave mbeti vetëm natën.",
        if_nothing="Mund t'i ndodhë diçka e keqe.",
        heard=[Heard("“A ka qen atje? Mami a vjen?”", "Nëna vjen çdo të shtunë.", HeardHow.DRAWING_PLAY)],
        took_part=[("Arlinda Hoti", PartKind.PARENT, "E di se duhet mjekuar; ka frikë se e humb.")],
    )
    ways = [
        Way(FormOfCare.BIRTH_FAMILY, "Me nënën, me vizitë çdo mbrëmje"),
        Way(FormOfCare.KINSHIP, "Te halla në Lipjan"),
        Way(FormOfCare.FOSTER_LONG, "Te familja Mehmeti në të njëjtën lagje", home),
    ]
    reasons = (
        "Ndihma në shtëpi u provua dhe nuk mjaftoi. Halla është e sëmurë. Familja Mehmeti jeton në të njëjtën lagje, "
        "kopshti mbetet i njëjti, dhe nëna mund të vijë çdo të shtunë."
    )
    return decide(town, question, ways, ago=514, chosen=2, reasons=reasons)


def _lived(town: Town, file: File, mother: Person) -> None:
    planned(
        town,
        file,
        ago=490,
        aim=PlanAim.RETURN_HOME,
        other_aim=PlanAim.LONG_TERM_FAMILY,
        child_view="“Te mami dhe te Zoja.”",
        family_view="Nëna dëshiron ta marrë pas mjekimit.",
        goals=[
            {
                "goal": "Nëna gjashtë muaj pa alkool",
                "measure": "Letra e qendrës",
                "who": "Arlinda Hoti",
                "due_on": town.ago(20),
            },
        ],
    )
    for ago in range(506, 20, -32):
        visited(town, file, ago=ago, account="Fle mirë, ha mirë, ka mësuar të notojë.")
    for ago in range(498, 10, -45):
        met(town, file, mother, ago=ago, account="E shtunë në park. Nëna erdhi me kohë.")
    for ago in (410, 310, 212):
        reviewed(
            town,
            file,
            ago=ago,
            participation=Participation.SYMBOLS,
            child_words="Vendosi nënën dhe Zojën në të njëjtën shtëpi prej kubesh.",
            causes_now="Nëna ka filluar mjekimin.",
            conclusion="Mbetet te familja Mehmeti; takimet vazhdojnë.",
        )
