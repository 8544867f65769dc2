"""What holds around a question on the day its decision takes effect: the homes chosen, brothers and sisters elsewhere."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q

from vatra.casework.models import File
from vatra.decisions.models import Outcome, Separation
from vatra.decisions.rules.child import HomeFault
from vatra.decisions.siblings import Pair, is_growing_up
from vatra.homes.models import Capacity, Home
from vatra.homes.words import FormOfCare
from vatra.people.models import Person


@dataclass(frozen=True)
class Surroundings:
    """`home_faults` by the id of the home; `apart` are siblings outside the question, by the id of the child."""

    home_faults: Mapping[int, HomeFault]
    apart: Mapping[int, Sequence[tuple[Person, Collection[int]]]]

    def siblings_elsewhere(self, child: int, *, home: int | None) -> list[str]:
        """The names of those in care who live, and will live, in another home than this, without a reason on record."""
        return [sibling.name for sibling, homes in self.apart.get(child, ()) if home not in homes]


def surroundings_of(
    siblings: Mapping[int, Sequence[Person]], *, homes: Collection[int], explained: Collection[Pair], on: date
) -> Surroundings:
    """Read for the children who are keys of `siblings`; at most four queries."""
    outside = {sibling.pk: sibling for each in siblings.values() for sibling in each}
    for child in siblings:
        outside.pop(child, None)
    growing_up = [sibling.pk for sibling in outside.values() if is_growing_up(sibling, on)]
    lives_in = _homes_of(growing_up, on) if growing_up else {}
    known = {*explained, *(_explained_earlier(lives_in, on) if lives_in else ())}
    apart = {
        child: [
            (sibling, lives_in[sibling.pk])
            for sibling in brothers_and_sisters
            if sibling.pk in lives_in and Pair({child, sibling.pk}) not in known
        ]
        for child, brothers_and_sisters in siblings.items()
    }
    return Surroundings(home_faults(homes, on=on) if homes else {}, apart)


def home_faults(homes: Collection[int], *, on: date) -> dict[int, HomeFault]:
    """Which of these homes cannot be decided for: closed, or without the number of children once agreed (R-43)."""
    found = Home.objects.filter(pk__in=homes).with_places_on(on)
    looked_at = found.annotate(
        is_open=Exists(Home.objects.open_on(on).filter(pk=OuterRef("pk"))),
        was_agreed=Exists(Capacity.objects.filter(home=OuterRef("pk"))),
    )
    return {
        home: HomeFault.NOT_AGREED if is_open else HomeFault.CLOSED
        for home, is_open, was_agreed, places in looked_at.values_list(
            "pk", "is_open", "was_agreed", "places"
        )
        if not is_open or (was_agreed and not places)
    }


def _homes_of(people: Collection[int], on: date) -> dict[int, set[int]]:
    """For those in care on a day, the home they live in and the one decided for them; by the id of the person."""
    stays = File.objects.filter(
        Q(placements__last_day__isnull=True) | Q(placements__last_day__gte=on),
        child__in=people,
        placements__first_day__lte=on,
    ).exclude(placements__form=FormOfCare.BIRTH_FAMILY)
    homes: dict[int, set[int]] = {}
    for person, home in stays.values_list("child_id", "placements__home_id"):
        homes.setdefault(person, set()).add(home)
    coming = Outcome.objects.filter(
        file__child__in=homes,
        home__isnull=False,
        placements__isnull=True,
        decision__superseded_by__isnull=True,
        decision__withdrawal__isnull=True,
    )
    for person, home in coming.values_list("file__child_id", "home_id"):
        homes[person].add(home)
    return homes


def _explained_earlier(people: Collection[int], on: date) -> Iterable[Pair]:
    """Pairs with a reason from an earlier decision that is not yet to be looked at again."""
    earlier = Separation.objects.filter(
        Q(sibling__in=people) | Q(file__child__in=people),
        look_again_on__gte=on,
        question__decisions__isnull=False,
    )
    return {Pair(pair) for pair in earlier.values_list("file__child_id", "sibling_id")}
