"""Generated lives look like those the statistics describe."""

from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from statistics import median

import pytest

from tests.exchange_invented.conftest import CHILDREN
from vatra.casework.models import Concern, File
from vatra.exchange.invented import Generated
from vatra.exchange.invented import calibration as known
from vatra.exchange.invented.chance import Chance, Shares
from vatra.exchange.invented.places import spread
from vatra.people.models import Person
from vatra.people.words import Language, Municipality
from vatra.placements.models import Placement

pytestmark = pytest.mark.django_db

TOLERANCE = 0.09


def shares(values: Iterable[object]) -> dict[object, float]:
    counted = Counter(values)
    return {value: number / counted.total() for value, number in counted.items()}


def band_of(years: int) -> tuple[int, int]:
    return next(band for band in known.ENTRY_AGE_YEARS.outcomes if band[0] <= years < band[1])


def test_the_youngest_of_each_family_is_as_old_as_children_who_come_into_care(caseload: Generated) -> None:
    youngest = [
        max(concern.children.select_related("child"), key=lambda named: named.child.birth_on).child
        for concern in Concern.objects.order_by("pk")
    ]
    opened = {file.child_id: file.opened_on for file in File.objects.all()}
    found = shares(band_of(child.age_on(opened[child.pk]) or 0) for child in youngest)
    assert found == pytest.approx(
        {(0, 1): 0.20, (1, 5): 0.19, (5, 10): 0.19, (10, 16): 0.325, (16, 18): 0.10}, abs=TOLERANCE
    )


def test_about_half_of_the_children_were_placed(caseload: Generated) -> None:
    placed = Placement.objects.values("file").distinct().count()
    assert placed / CHILDREN == pytest.approx(known.SHARE_PLACED, abs=0.12)


def test_most_first_stays_are_with_relatives(caseload: Generated) -> None:
    first = dict(Placement.objects.order_by("-first_day").values_list("file_id", "form"))
    assert shares(first.values())["kinship"] == pytest.approx(0.56, abs=0.15)


def test_a_stay_follows_the_one_before_on_the_next_day(caseload: Generated) -> None:
    for file in File.objects.prefetch_related("placements"):
        stays = sorted(file.placements.all(), key=lambda stay: stay.first_day)
        for before, after in pairwise(stays):
            assert before.last_day is not None
            assert (after.first_day - before.last_day).days == 1


def test_several_languages_are_spoken(caseload: Generated) -> None:
    spoken = shares(languages[0] for languages in Person.objects.values_list("languages", flat=True))
    assert spoken[Language.ALBANIAN] > 0.7
    assert Language.SERBIAN in spoken


def test_every_child_of_a_family_bears_the_family_name(caseload: Generated) -> None:
    for concern in Concern.objects.order_by("pk"):
        named = concern.children.select_related("child")
        assert len({child.child.family_name for child in named}) == 1


def test_drawn_days_in_care_have_the_published_middle_and_mean() -> None:
    chance = Chance("days")
    days = [chance.within(known.DAYS_IN_CARE) for _ in range(20_000)]
    assert median(days) == pytest.approx(417, rel=0.05)
    assert sum(days) / len(days) == pytest.approx(864, rel=0.05)


def test_drawn_stays_have_the_published_middle_and_mean() -> None:
    chance = Chance("stays")
    days = [chance.skewed(known.STAY_MEDIAN_DAYS, known.STAY_SPREAD) for _ in range(50_000)]
    assert median(days) == pytest.approx(139, rel=0.03)
    assert sum(days) / len(days) == pytest.approx(307, rel=0.05)


def test_shares_are_drawn_by_weight() -> None:
    chance, coin = Chance("coin"), Shares({"heads": 3, "tails": 1})
    assert shares(chance.of(coin) for _ in range(10_000)) == pytest.approx(
        {"heads": 0.75, "tails": 0.25}, abs=0.02
    )


@pytest.mark.parametrize("children", [1, 2, 38, 299, 100_000])
def test_every_child_lives_in_some_municipality(children: int) -> None:
    assert sum(spread(children).values()) == children


def test_a_large_caseload_reaches_all_38_municipalities() -> None:
    assert set(spread(100_000)) == set(Municipality) - {Municipality.ABROAD}
