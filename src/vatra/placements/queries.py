"""What the placement rules ask about, read at once."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from vatra.casework.models import File
from vatra.decisions.models import Outcome, Separation
from vatra.homes.models import Home
from vatra.people.models import Person
from vatra.people.queries import siblings_of
from vatra.placements.models import Placement
from vatra.placements.rules import PlacementFacts


def facts_for_placement(
    file: File, *, home: Home, form: str, first_day: date, exception: str | None, exception_until: date | None
) -> PlacementFacts:
    """Everything `may_place` asks about."""
    known = _known_on(file, home, first_day)
    return PlacementFacts(
        first_day=first_day,
        birth_on=file.child.birth_on,
        form=form,
        home_is_open=known["is_open"],
        places=known["places"],
        children_living_there=known["living_there"],
        has_worker=known["has_worker"],
        has_guardian=known["has_guardian"],
        same_municipality=file.child.municipality in ("", home.municipality) or not home.municipality,
        exception=exception,
        exception_until=exception_until,
        siblings_elsewhere=[sibling.name for sibling in _siblings_elsewhere(file, home=home, on=first_day)],
    )


def _known_on(file: File, home: Home, day: date) -> Mapping[str, Any]:
    """What the record says about the home and about the child's guardian and worker on a day, in one question."""
    others = Placement.objects.open_on(day).filter(home=OuterRef("pk")).exclude(file=file)
    counted = others.order_by().values("home").annotate(children=Count("pk")).values("children")
    that_day = Q(last_day__isnull=True) | Q(last_day__gte=day), Q(first_day__lte=day)
    return (
        Home.objects.with_places_on(day)
        .filter(pk=home.pk)
        .annotate(
            is_open=Exists(Home.objects.open_on(day).filter(pk=OuterRef("pk"))),
            living_there=Coalesce(Subquery(counted), 0),
            has_worker=Exists(file.workers.filter(*that_day)),
            has_guardian=Exists(file.guardianships.filter(*that_day)),
        )
        .values("is_open", "places", "living_there", "has_worker", "has_guardian")
        .get()
    )


def _siblings_elsewhere(file: File, *, home: Home, on: date) -> list[Person]:
    """Siblings in care in another home on that day, without a written reason for the pair."""
    siblings = siblings_of([file.child_id]).get(file.child_id, [])
    if not siblings:
        return []
    elsewhere = Placement.objects.open_on(on).filter(file__child=OuterRef("pk")).exclude(home=home)
    # A brother or sister for whom the same home is decided, and who has not moved in yet, is not apart.
    coming = Outcome.objects.filter(
        file__child=OuterRef("pk"),
        home=home,
        placements__isnull=True,
        decision__superseded_by__isnull=True,
    )
    pair = Q(file=file, sibling=OuterRef("pk")) | Q(file__child=OuterRef("pk"), sibling=file.child)
    apart = Person.objects.filter(
        Exists(elsewhere),
        ~Exists(coming),
        ~Exists(Separation.objects.filter(pair)),
        pk__in=[sibling.pk for sibling in siblings],
    )
    without_reason = set(apart.values_list("pk", flat=True))
    return [sibling for sibling in siblings if sibling.pk in without_reason]


def coming_along(*, decision: Any, home: Any, besides: Any) -> QuerySet[Outcome]:
    """What the decision says for other children who come to the same home and do not live there yet."""
    same = Outcome.objects.filter(decision=decision, home=home, placements__isnull=True)
    return same.exclude(pk=besides)


def stay_now(outcome: Outcome) -> Placement | None:
    """The stay that the child of the outcome has and that this one would follow."""
    return outcome.file.placements.filter(last_day__isnull=True).select_related("home").first()
