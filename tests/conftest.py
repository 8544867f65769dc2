"""What every test stands on: a database server for the run, shared by the parallel workers."""

import gc
import os
from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from django.conf import settings
from django.db.backends.signals import connection_created
from django.utils import translation
from hypothesis import settings as hypothesis_settings
from pytest_django.plugin import DjangoDbBlocker

from tests import kept_plans, quick_clients
from tests.emptying import be_quick
from tests.strict_templates import be_strict
from vatra.advocacy.signing.gate import gate_of_second
from vatra.commands import suite_database, suite_template
from vatra.commands import translations as catalogues
from vatra.law.clocks import load_all_clocks
from vatra.settings import database

RUN = ExitStack()
# The first take half a minute or more, the last some seconds; what is left are many short ones.
LONGEST = (
    "/stories/test_every_page",
    "/stories/test_the_journey",
    "/commands/test_demo",
    "/stories/",
    "/exchange/",
    "/commands/",
    "/decisions/test_no_sequence_of_acts",
    "/decisions/",
    "/desk/",
)


def pytest_configure(config: pytest.Config) -> None:
    """The process that hands out the tests starts the server; its workers inherit the address."""
    # Hashing a password slowly is the point in production and only a delay here.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    # A thread of the live server that kept its connection would keep the test database from going.
    settings.DATABASES["default"]["CONN_MAX_AGE"] = 0
    connection_created.connect(kept_plans.keep)
    be_strict()
    be_quick()
    quick_clients.be_quick()
    # A busy machine is not a fault: speed is measured by the benchmarks.
    hypothesis_settings.register_profile("house", deadline=None)
    hypothesis_settings.load_profile("house")
    if hasattr(config, "workerinput"):
        return
    catalogues.compile_all()
    RUN.enter_context(suite_database.provided())
    # Settings were read before this file: tests that run in this very process need the address too.
    found = database(os.environ["DATABASE_URL"])
    settings.DATABASES["default"].update(
        {name: found[name] for name in ("NAME", "USER", "PASSWORD", "HOST", "PORT")}
    )


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest go first, so that no worker waits for the other's at the end."""
    items.sort(key=_turn)


def _turn(item: pytest.Item) -> int:
    return next((turn for turn, part in enumerate(LONGEST) if part in item.nodeid), len(LONGEST))


def pytest_collection_finish() -> None:
    """What was loaded so far stays: the collector of garbage need not walk through it again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


def pytest_unconfigure() -> None:
    RUN.close()


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> None:
    """Every worker's database begins as a copy of the one in which the migrations have run."""
    settings.DATABASES["default"]["TEST"]["TEMPLATE"] = suite_template.finished()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> None:
    """Every installation knows the clocks of its pack."""
    with django_db_blocker.unblock():
        load_all_clocks()


@pytest.fixture(autouse=True)
def _another_second() -> None:
    """The clock of two tests may show the same second; what was open in the first is not in the other."""
    gate_of_second.cache_clear()


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    """Tests read English sentences; those about other languages choose them."""
    with translation.override("en"):
        yield
