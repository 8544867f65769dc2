"""A public return of three authorities in one folder is imported whole."""

from collections.abc import Iterator

import pytest
from pytest_django.plugin import DjangoDbBlocker

from tests.exchange.returns import imported
from tests.exchange.shared_data import adds_up, counted, data_set, raw_rows
from tests.once import built_once
from vatra.exchange.models import SourceChild
from vatra.exchange.ssda903.report import Report
from vatra.people.models import Person
from vatra.placements.models import Placement

pytestmark = pytest.mark.django_db

RETURN = "ssda903/regional-v1"


@pytest.fixture(scope="module")
def report(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Report]:
    """The return, imported once for this module and taken back afterwards."""
    with built_once(django_db_blocker):
        yield imported(data_set(RETURN))


def test_a_regional_return_of_three_authorities_is_taken_over(report: Report) -> None:
    folder = data_set(RETURN)
    assert (report.children, report.new, report.set_aside) == (820, 820, [])
    assert report.tables == {
        "header": counted(1304, 572, 732, 0),
        "episodes": counted(3737, 2808, 929, 0),
        "uasc": counted(51, 23, 28, 0),
    }
    adds_up(report)
    authority_of = {row["CHILD"]: row["LA"] for row in raw_rows(folder, "episodes.csv")}
    assert dict(SourceChild.objects.values_list("number", "authority")) == authority_of
    without_header = {row["CHILD"] for row in raw_rows(folder, "episodes.csv")} - {
        row["CHILD"] for row in raw_rows(folder, "header.csv")
    }
    assert Person.objects.filter(birth_on=None).count() == len(without_header) == 248


def test_the_same_return_imported_again_changes_nothing(report: Report) -> None:
    before = set(Placement.objects.values_list("id", "first_day", "last_day"))
    assert before

    again = imported(data_set(RETURN))

    assert (again.children, again.new, again.set_aside) == (820, 0, [])
    assert again.tables["episodes"] == counted(3737, 0, 3737, 0)
    assert set(Placement.objects.values_list("id", "first_day", "last_day")) == before
