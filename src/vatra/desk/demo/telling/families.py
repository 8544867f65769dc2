"""Children, those around them, and the homes they live in."""

from collections.abc import Sequence

from vatra.desk.demo.town import Town
from vatra.homes.actions import agree_capacity, name_carer, open_home
from vatra.homes.models import Home
from vatra.kernel.partial import PartialDate, Precision
from vatra.people.actions import add_kin, register_person
from vatra.people.models import Person
from vatra.people.words import KinKind, Sex


def a_grown_up(
    town: Town,
    given: str,
    family: str,
    sex: Sex,
    *,
    years: float,
    ago: int,
    languages: Sequence[str] = ("sq",),
) -> Person:
    """A parent, relative or carer, of whom only the year of birth is known."""
    return register_person(
        given_name=given,
        family_name=family,
        sex=sex,
        birth=PartialDate(town.born(years), Precision.YEAR),
        municipality=town.municipality,
        languages=languages,
        is_invented=True,
        by=town.by_worker(ago),
    )


def a_child(
    town: Town,
    given: str,
    family: str,
    sex: Sex,
    *,
    years: float,
    ago: int,
    mother: Person | None = None,
    father: Person | None = None,
    languages: Sequence[str] = ("sq",),
) -> Person:
    """A child with the parents who are known."""
    child = register_person(
        given_name=given,
        family_name=family,
        father_name=father.given_name if father else "",
        mother_name=mother.given_name if mother else "",
        sex=sex,
        birth=PartialDate(town.born(years)),
        municipality=town.municipality,
        languages=languages,
        is_invented=True,
        by=town.by_worker(ago),
    )
    for parent, kind in ((mother, KinKind.MOTHER), (father, KinKind.FATHER)):
        if parent is not None:
            add_kin(person=child, relative=parent, kind=kind, by=town.by_worker(ago))
    return child


def a_home(
    town: Town,
    name: str,
    form: str,
    carers: Sequence[Person],
    *,
    children: int,
    ago: int,
    address: str = "",
) -> Home:
    """A home with its carers, agreed for so many children."""
    by, since = town.by_supervisor(ago), town.ago(ago)
    home = open_home(
        name=name,
        form=form,
        unit=town.team,
        municipality=town.municipality,
        address=address,
        first_day=since,
        is_invented=True,
        by=by,
    )
    for number, carer in enumerate(carers):
        name_carer(home=home, person=carer, first_day=since, is_main_carer=number == 0, by=by)
    agree_capacity(home=home, children=children, from_day=since, by=by)
    return home
