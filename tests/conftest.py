"""What every test stands on: a database server for the run, shared by the parallel workers."""

import os
from contextlib import ExitStack

import pytest
from django.conf import settings
from pytest_django import DjangoDbBlocker

from vatra.commands import suite_database, translations
from vatra.law.clocks import load_clocks
from vatra.settings import _database

RUN = ExitStack()


def pytest_configure(config: pytest.Config) -> None:
    """The process that hands out the tests starts the server; its workers inherit the address."""
    # Hashing a password slowly is the point in production and only a delay here.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    if hasattr(config, "workerinput"):
        return
    translations.compile_all()
    RUN.enter_context(suite_database.provided())
    # Settings were read before this file: tests that run in this very process need the address too.
    found = _database(os.environ["DATABASE_URL"])
    settings.DATABASES["default"].update(
        {name: found[name] for name in ("NAME", "USER", "PASSWORD", "HOST", "PORT")}
    )


def pytest_unconfigure() -> None:
    RUN.close()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> None:
    """The test database knows the clocks of the default pack, as every installation does."""
    with django_db_blocker.unblock():
        load_clocks(pack="kosovo")
