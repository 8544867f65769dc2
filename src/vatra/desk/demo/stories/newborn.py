"""A newborn and her brother: the hospital worries since yesterday, and nothing is decided yet."""

from vatra.access.roles import Role
from vatra.casework.words.worry import CauseKind, Source, Urgency
from vatra.desk.demo.staff import Cast
from vatra.desk.demo.telling import a_child, a_grown_up, a_home, worry_about
from vatra.desk.demo.town import acting
from vatra.homes.words import FormOfCare
from vatra.people.actions import add_kin
from vatra.people.words import KinKind, Sex

WORRY = (
    "Nënë 19-vjeçare lindi para katër ditësh. Është vetëm; babai ka shkuar jashtë vendit dhe nuk lajmërohet. "
    "Qan shumë dhe thotë se nuk di si do t'ia dalë me dy fëmijë në një dhomë pa ngrohje. Djali katërvjeçar është "
    "te një fqinje. Nëna e do foshnjën: e ushqen vetë. Gjyshja jeton dhjetë minuta larg."
)


def tell(cast: Cast) -> None:
    """What a visitor finds on the first morning."""
    town = cast.prishtine
    mother = a_grown_up(town, "Vlora", "Krasniqi", Sex.FEMALE, years=19.4, ago=1)
    grandmother = a_grown_up(town, "Hatixhe", "Krasniqi", Sex.FEMALE, years=57, ago=1)
    add_kin(person=mother, relative=grandmother, kind=KinKind.MOTHER, by=town.by_worker(1))
    leka = a_child(town, "Leka", "Krasniqi", Sex.MALE, years=4.3, ago=1, mother=mother)
    dea = a_child(town, "Dea", "Krasniqi", Sex.FEMALE, years=4 / 365.25, ago=1, mother=mother)
    for child in (leka, dea):
        add_kin(person=child, relative=grandmother, kind=KinKind.GRANDPARENT, by=town.by_worker(1))
    a_home(town, "Gjyshja Hatixhe Krasniqi", FormOfCare.KINSHIP, [grandmother], children=2, ago=1)
    worry_about(
        town,
        [dea, leka],
        ago=1,
        worry=WORRY,
        causes=[CauseKind.VERY_YOUNG_PARENT, CauseKind.FAMILY_STRESS, CauseKind.HOUSING],
        source=Source.HOSPITAL,
        urgency=Urgency.DAY,
        told_by="Lule Ademi, Klinika e Gjinekologjisë",
        by=acting(cast.users["hospital.counsellor"], Role.HOSPITAL_COUNSELLOR, town.ago(1)),
    )
