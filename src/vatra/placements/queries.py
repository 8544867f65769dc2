"""What the placement rules ask about, read at once."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, Subquery
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
    elsewhere = set(
        Placement.objects.open_on(on)
        .filter(file__child__in=siblings)
        .exclude(home=home)
        .values_list("file__child_id", flat=True),
    )
    # A brother or sister for whom the same home is decided, and who has not moved in yet, is not apart.
    coming = set(
        Outcome.objects.filter(
            file__child__in=siblings, home=home, placements__isnull=True, decision__superseded_by__isnull=True
        ).values_list("file__child_id", flat=True),
    )
    pairs = Q(file=file, sibling__in=siblings) | Q(file__child__in=siblings, sibling=file.child)
    explained = {
        person
        for separation in Separation.objects.filter(pairs).select_related("file")
        for person in (separation.sibling_id, separation.file.child_id)
    }
    return [sibling for sibling in siblings if sibling.pk in elsewhere - coming - explained]
