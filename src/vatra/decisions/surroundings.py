"""What holds around a question on the day its decision takes effect: the homes chosen, brothers and sisters elsewhere."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from vatra.decisions.on_record import Around
from vatra.decisions.rules.child import HomeFault
from vatra.decisions.siblings import Pair, is_growing_up
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
    around: Around, *, children: Collection[int], explained: Collection[Pair], on: date
) -> Surroundings:
    """For the children of a question, by their ids as people; `explained` are the pairs with a reason written in it."""
    apart = {
        child: [
            (each.sibling, each.homes)
            for each in around.siblings.get(child, ())
            if each.is_in_care
            and each.sibling.pk not in children
            and is_growing_up(each.sibling, on)
            and not each.is_explained
            and Pair({child, each.sibling.pk}) not in explained
        ]
        for child in children
    }
    return Surroundings(_home_faults(around), apart)


def _home_faults(around: Around) -> dict[int, HomeFault]:
    """Which homes cannot be decided for: closed, or without the number of children once agreed (R-43)."""
    return {
        home.id: HomeFault.NOT_AGREED if home.is_open else HomeFault.CLOSED
        for home in around.homes
        if not home.is_open or (home.was_agreed and not home.places)
    }
