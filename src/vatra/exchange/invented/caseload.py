"""One team's caseload while it is being invented."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from functools import lru_cache
from typing import NamedTuple
from uuid import UUID

from django.db import models

from vatra.access.roles import Role
from vatra.exchange.invented.chance import Chance
from vatra.exchange.invented.rows import Rows
from vatra.kernel.ledger import Actor, Entry
from vatra.people.words import Municipality

AT_WORK = time(8, tzinfo=UTC)
NOTHING: Mapping[str, object] = {}


class Team(NamedTuple):
    """A team, its people by their user ids, and how many children it is to look after."""

    unit: int
    municipality: Municipality
    workers: tuple[int, ...]
    supervisor: int
    children: int
    number: int


@lru_cache(maxsize=100_000)
def at_work(user: int, role: Role, on: date) -> Actor:
    """Somebody in the morning of a day."""
    return Actor(user, role.value, datetime.combine(on, AT_WORK))


class Caseload:
    """Chance, rows and acts of one team."""

    def __init__(self, team: Team, *, today: date, chance: Chance, rows: Rows) -> None:
        self.team = team
        self.today = today
        self.chance = chance
        self.rows = rows
        self.entries: list[Entry] = []
        self.open_files: list[UUID] = []
        self.homes: list[UUID] = []

    def act(
        self,
        name: str,
        by: int,
        chain: UUID,
        subject: tuple[type[models.Model], int],
        on: date,
        facts: Mapping[str, object] = NOTHING,
        role: Role = Role.SOCIAL_WORKER,
    ) -> None:
        """Remember an act, done on the day it is about."""
        model, number = subject
        actor = at_work(by, role, on)
        self.entries.append(Entry(name, actor, chain, (model._meta.db_table, str(number)), on, "", facts))

    def acts_in_order(self) -> list[Entry]:
        """All acts, day by day; on the same day as they were remembered."""
        return sorted(self.entries, key=lambda entry: entry.by.at)
