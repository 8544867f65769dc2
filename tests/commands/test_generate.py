"""The command that invents a caseload."""

from collections.abc import Iterator

import pytest
from django.db import connection

from tests.counting import address, forgotten
from vatra.commands import generate
from vatra.commands.trouble import Trouble

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True, scope="module")
def _forgotten(django_db_setup: None) -> Iterator[None]:
    with forgotten():
        yield


@pytest.fixture(autouse=True)
def _owner(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tables of the tests belong to the role that runs them."""
    monkeypatch.setenv("DATABASE_OWNER_URL", address())


def one(question: str) -> object:
    with connection.cursor() as cursor:
        cursor.execute(question)
        return cursor.fetchone()[0]


def test_the_rows_are_counted_when_the_caseload_is_there() -> None:
    before = one("SELECT clock_timestamp()")
    assert generate.generated(children=2, seed=1, workers=1).children == 2
    assert one("SELECT min(last_analyze) FROM pg_stat_user_tables") > before  # type: ignore[operator]


def test_a_seed_that_was_used_is_told() -> None:
    generate.generated(children=1, seed=1, workers=1)
    with pytest.raises(Trouble, match="The caseload of seed 1 is in this database already"):
        generate.generated(children=1, seed=1, workers=1)
