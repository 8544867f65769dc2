"""A generated caseload that several modules look at."""

from collections.abc import Iterator
from datetime import date

import pytest
from pytest_django.plugin import DjangoDbBlocker

from tests.once import built_once
from vatra.exchange.invented import Generated, generate

TODAY = date(2026, 3, 16)
CHILDREN = 300


@pytest.fixture(scope="module")
def caseload(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Generated]:
    """Three hundred invented children, written once for the module and taken back afterwards."""
    with built_once(django_db_blocker):
        yield generate(children=CHILDREN, seed=7, today=TODAY)
