"""Homes with what a page shows of them, read at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, Exists, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce, Concat, Trim

from vatra.access.doors import Held
from vatra.access.models import Reach, Unit, User
from vatra.access.reached import units_reached
from vatra.access.roles import REACHES_UNITS_BELOW, Permission, roles_with
from vatra.homes.models import Carer, Home, Homes
from vatra.homes.words import FormOfCare

PAGE = 30


@dataclass(frozen=True)
class ChildHere:
    """A child who lives in the home today, as far as the reader may open the child's file."""

    name: str
    reference: str
    since: date


# The name of such a home is the name of a child's family: only those who work with it need to know.
FAMILY_OF_A_CHILD = (FormOfCare.BIRTH_FAMILY, FormOfCare.KINSHIP, FormOfCare.ADOPTIVE)


def homes_open_to(user: User, held: Held, *, on: date) -> Homes:
    """The homes of the organisations in which somebody may see homes.

    Families of children only if they belong to the person's own units, or a child lives there whose file is open.
    """
    roles = set(roles_with(Permission.SEE_HOMES))
    appointments = [each for each in held.appointments if each.role in roles]
    organisations = [each.unit.lineage[0] for each in appointments]
    above = [each.unit_id for each in appointments if each.role in REACHES_UNITS_BELOW]
    own = Q(unit__in=[each.unit_id for each in appointments]) | Q(unit__lineage__overlap=above)
    reach = Reach.objects.on(on).allowing(Permission.READ_FILE).filter(user=user)
    known = Home.objects.filter(pk=OuterRef("pk"), placements__file__in=reach.values("file_id"))
    is_open = ~Q(form__in=FAMILY_OF_A_CHILD) | own | Exists(known)
    return Home.objects.filter(is_open, unit__lineage__overlap=organisations)


def units_kept_by(held: Held) -> Sequence[Unit]:
    """The units for which somebody may write down homes: their own, and those below for who reaches below."""
    return units_reached(held, Permission.KEEP_HOMES)


def homes_page(homes: Homes, *, on: date, after: int | None) -> tuple[list[Home], int | None]:
    """One page of homes in the order of their names, with places, children and carers of a day. One query."""
    if after is not None:
        name = Subquery(Home.objects.filter(pk=after).values("name"))
        homes = homes.filter(Q(name__gt=name) | Q(name=name, pk__gt=after))
    holds = Q(last_day__isnull=True) | Q(last_day__gte=on)
    carers = Carer.objects.filter(holds, home=OuterRef("pk"), first_day__lte=on).order_by(
        "-is_main_carer", "pk"
    )
    full_name = Trim(Concat("person__given_name", Value(" "), "person__family_name"))
    living = Home.objects.filter(
        Q(placements__last_day__isnull=True) | Q(placements__last_day__gte=on),
        pk=OuterRef("pk"),
        placements__first_day__lte=on,
    )
    number = living.order_by().values("pk").annotate(number=Count("placements")).values("number")
    listed = (
        homes.open_on(on)
        .with_places_on(on)
        .annotate(
            children_here=Coalesce(Subquery(number), 0),
            carer_names=ArraySubquery(carers.values_list(full_name)),
        )
    )
    found = list(listed.select_related("unit").order_by("name", "pk")[: PAGE + 1])
    return found[:PAGE], found[PAGE - 1].pk if len(found) > PAGE else None


def children_in(home: Home, *, seen_by: User, on: date) -> tuple[list[ChildHere], int]:
    """The children living in the home whose files the reader may open, and how many others. Two queries."""
    stays = list(
        home.placements.open_on(on).select_related("file__child").order_by("file__child_sort_key", "pk")
    )
    reach = Reach.objects.on(on).allowing(Permission.READ_FILE).filter(user=seen_by)
    visible = set(
        reach.filter(file_id__in=[stay.file_id for stay in stays]).values_list("file_id", flat=True)
    )
    known = [
        ChildHere(stay.file.child.name, stay.file.reference, stay.first_day)
        for stay in stays
        if stay.file_id in visible
    ]
    return known, len(stays) - len(known)
