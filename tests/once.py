"""What all tests of a file only read is built once for them, and taken back after the last."""

from collections.abc import Iterator
from contextlib import contextmanager

import time_machine
from django.db import transaction
from pytest_django.plugin import DjangoDbBlocker

from tests.builders import at


@contextmanager
def built_once(database: DjangoDbBlocker) -> Iterator[None]:
    """In the transaction that begins here, on the tests' own day; each test's lies inside it."""
    with database.unblock(), transaction.atomic():
        with time_machine.travel(at(), tick=False):
            yield
        transaction.set_rollback(True)
