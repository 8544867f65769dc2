"""What all tests of a file only read is built once for them, and taken back after the last."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction
from pytest_django.plugin import DjangoDbBlocker


@contextmanager
def built_once(database: DjangoDbBlocker) -> Iterator[None]:
    """In the transaction that begins here; each test's lies inside it."""
    with database.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)
