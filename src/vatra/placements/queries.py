"""What the placement rules ask about, read at once."""

from datetime import date

from django.db.models import Q

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
    on = Q(last_day__isnull=True) | Q(last_day__gte=first_day)
    today = Home.objects.with_places_on(first_day).get(pk=home.pk)
    return PlacementFacts(
        first_day=first_day,
        birth_on=file.child.birth_on,
        form=form,
        home_is_open=Home.objects.open_on(first_day).filter(pk=home.pk).exists(),
        places=today.places,  # type: ignore[attr-defined]
        children_living_there=home.placements.open_on(first_day).exclude(file=file).count(),
        has_worker=file.workers.filter(on, first_day__lte=first_day).exists(),
        has_guardian=file.guardianships.filter(on, first_day__lte=first_day).exists(),
        same_municipality=file.child.municipality in ("", home.municipality) or not home.municipality,
        exception=exception,
        exception_until=exception_until,
        siblings_elsewhere=[sibling.name for sibling in _siblings_elsewhere(file, home=home, on=first_day)],
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
