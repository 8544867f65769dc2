"""Two sisters stay together with their aunt, and their brother learns a trade at his uncle's."""

from vatra.casework.models import File
from vatra.casework.words.assessment import Domain, Standing, SupportKind
from vatra.casework.words.entries import VisitPurpose
from vatra.casework.words.worry import CauseKind, Source
from vatra.decisions.models import Outcome
from vatra.desk.demo.staff import Cast
from vatra.desk.demo.stories.own_wish import appealed, decided
from vatra.desk.demo.telling import (
    Finding,
    a_child,
    a_grown_up,
    a_home,
    live_in,
    look_into,
    parents_as_guardian,
    take_in,
    visited,
    worry_about,
)
from vatra.desk.demo.town import Town
from vatra.homes.words import FormOfCare
from vatra.people.actions import add_kin
from vatra.people.models import Person
from vatra.people.words import KinKind, Sex

WORRY = (
    "Nëna është në spital në Shkup dhe nuk dihet kur kthehet. Tre fëmijët flenë te tezja. Elvisi nuk vjen më në "
    "shkollë: thotë se axha e merr në punishte."
)


def tell(cast: Cast) -> None:
    """Elvis, Medina and Anita, two months of work; the youngest has not been told yet."""
    town = cast.prishtine
    mother = a_grown_up(town, "Sevda", "Ramadani", Sex.FEMALE, years=37, ago=60)
    uncle = a_grown_up(town, "Sali", "Ramadani", Sex.MALE, years=41, ago=60)
    aunt = a_grown_up(town, "Hyrije", "Bislimi", Sex.FEMALE, years=34, ago=60)
    names = (("Elvis", Sex.MALE, 14.7), ("Medina", Sex.FEMALE, 8.8), ("Anita", Sex.FEMALE, 5.3))
    children = [
        a_child(town, given, "Ramadani", sex, years=years, ago=60, mother=mother)
        for given, sex, years in names
    ]
    _tie(town, children, [uncle, aunt])
    files = _opened(town, children, mother)
    with_aunt = a_home(town, "Tezja Hyrije Bislimi", FormOfCare.KINSHIP, [aunt], children=3, ago=50)
    with_uncle = a_home(town, "Axha Sali Ramadani", FormOfCare.KINSHIP, [uncle], children=1, ago=50)
    outcomes = decided(cast, files, with_aunt=with_aunt, with_uncle=with_uncle)
    _lived_on(town, outcomes)
    appealed(town, outcomes[0])


def _tie(town: Town, children: list[Person], relatives: list[Person]) -> None:
    by = town.by_worker(60)
    for number, child in enumerate(children):
        for relative in relatives:
            add_kin(person=child, relative=relative, kind=KinKind.AUNT_UNCLE, by=by)
        for sibling in children[number + 1 :]:
            add_kin(person=child, relative=sibling, kind=KinKind.SIBLING, by=by)


def _opened(town: Town, children: list[Person], mother: Person) -> list[File]:
    concern = worry_about(
        town,
        children,
        ago=60,
        worry=WORRY,
        causes=[CauseKind.PARENT_ILL],
        source=Source.SCHOOL,
        told_by="Kujdestari i klasës",
    )
    files = take_in(town, concern, ago=59)
    for file in files:
        parents_as_guardian(town, file, mother, ago=59)
        look_into(
            town,
            file,
            ago=45,
            support=SupportKind.HOME_VISITS,
            tried="Një ndihmëse çdo mëngjes derisa nëna u shtrua; pastaj ushqim dhe shtretër te tezja.",
            findings=(
                Finding(Domain.FAMILY_TIES, Standing.WELL, "Të tre kujdesen për njëri-tjetrin."),
                Finding(
                    Domain.LEARNING,
                    Standing.WATCH,
                    "Elvisi punon me duar.",
                    "Mungon.",
                    "Shkolla profesionale.",
                ),
            ),
            child_view="Të tre pyesin kur kthehet mami.",
            conclusion="Te tezja janë mirë. Duhet vendosur a mund të rrijë Elvisi te axha.",
        )
    return files


def _lived_on(town: Town, outcomes: list[Outcome]) -> None:
    live_in(town, outcomes, ago=21)
    for outcome in outcomes:
        visited(
            town,
            outcome.file,
            ago=17,
            purpose=VisitPurpose.FIRST_VISIT,
            account="Shtrati gati, darka bashkë; të shtunën u takuan të tre.",
        )
