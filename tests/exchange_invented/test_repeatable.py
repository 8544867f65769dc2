"""The same seed, day and database give the same rows."""

import pytest
from django.apps import apps
from django.db import connection, transaction

from tests.exchange_invented.conftest import TODAY
from vatra.exchange.invented import generate

SEQUENCES = "SELECT quote_ident(schemaname) || '.' || quote_ident(sequencename) FROM pg_sequences WHERE sequencename !~ '^kernel'"
# The history of rows carries the database's own moments; numbers of the ledger's tables cannot be set back.
NOT_COMPARED = {"kernel_rowhistory"}
NEW_IN_THE_LEDGER = ("id",)


def begin_to_count_anew() -> None:
    """A test database is never fresh: its sequences go on. Afterwards they are where a fresh one has them."""
    with connection.cursor() as cursor:
        cursor.execute(SEQUENCES)
        for (sequence,) in cursor.fetchall():
            cursor.execute(f"ALTER SEQUENCE {sequence} RESTART")


def everything(seed: int) -> dict[str, list[tuple[object, ...]]]:
    rows: dict[str, list[tuple[object, ...]]] = {}
    with transaction.atomic():
        begin_to_count_anew()
        generate(children=60, seed=seed, today=TODAY)
        for model in apps.get_models():
            name = model._meta.db_table
            new = NEW_IN_THE_LEDGER if name.startswith("kernel_") else ()
            if model.__module__.startswith("vatra.") and model._meta.managed and name not in NOT_COMPARED:
                columns = [field.attname for field in model._meta.concrete_fields if field.name not in new]
                rows[name] = sorted(map(repr, model._default_manager.values_list(*columns)))  # type: ignore[arg-type]
        transaction.set_rollback(True)
    return rows


@pytest.mark.django_db
def test_the_same_seed_gives_the_same_rows() -> None:
    assert everything(3) == everything(3)


@pytest.mark.django_db
def test_another_seed_gives_other_children() -> None:
    assert everything(3)["people_person"] != everything(4)["people_person"]
