"""What kernel tests are made of."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID, uuid4

from django.db import connection

from vatra.kernel import ledger
from vatra.kernel.duty import ClockRule

MONDAY_MORNING = datetime(2026, 3, 2, 8, 30, tzinfo=UTC)


def an_actor(*, at: datetime = MONDAY_MORNING) -> ledger.Actor:
    return ledger.Actor(user_id=7, role="social_worker", at=at)


def a_file() -> UUID:
    return uuid4()


def an_event(
    *, chain: UUID | None = None, act: str = "place", why: str = "She knows the house."
) -> ledger.Event:
    return ledger.record(act, by=an_actor(), chain=chain or a_file(), why=why, facts={"home": 3})


def a_rule(code: str = "half_yearly", **given: object) -> ClockRule:
    """A rule that asks for a review every six months while a placement lasts."""
    quiet: dict[str, object] = {
        "pack": "kosovo",
        "valid_from": date(2000, 1, 1),
        "starts_with": "placed",
        "satisfied_by": "reviewed",
        "amount": 6,
        "unit": "months",
        "repeats": True,
        "citation": "UN Guidelines for the Alternative Care of Children, §67",
    }
    return ClockRule.objects.create(code=code, **(quiet | given))


@contextmanager
def the_hand_of_the_owner(*tables: str) -> Iterator[None]:
    """Somebody who owns the tables, and switches their triggers off for a moment."""
    for table in tables:
        plain_sql(f"ALTER TABLE {table} DISABLE TRIGGER USER")
    yield
    for table in tables:
        plain_sql(f"ALTER TABLE {table} ENABLE TRIGGER USER")


@contextmanager
def the_role_of_the_application() -> Iterator[None]:
    """What the web and job processes connect as."""
    plain_sql("SET LOCAL ROLE vatra_app")
    yield
    plain_sql("RESET ROLE")


def plain_sql(statement: str, *parameters: Any) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters or None)
        return cursor.fetchall() if cursor.description else []
