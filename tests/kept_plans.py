"""What a connection has planned in one test it need not plan again in the next."""

from collections.abc import Sequence

from django.db.backends.base.base import BaseDatabaseWrapper
from psycopg._preparing import Prepare, PrepareManager
from psycopg.pq.abc import PGresult

TABLES_CHANGED = (b"DROP", b"ALTER", b"DISCARD ALL", b"DEALLOCATE ALL")
# One connection of a run asks what a whole installation asks in a day.
MOST = 5000


class StaysPrepared(PrepareManager):
    """psycopg forgets at every rollback, for tables may have gone with it; every test ends with one, and few make tables."""

    prepared_max = MOST

    def clear(self) -> bool:
        """What a rollback asks for."""
        return False

    def _should_discard(self, prep: Prepare, results: Sequence[PGresult]) -> bool:
        said = [result.command_status or b"" for result in results]
        return super().clear() if any(status.startswith(TABLES_CHANGED) for status in said) else False


def keep(connection: BaseDatabaseWrapper, **_told: object) -> None:
    """From now on a new connection keeps what it has planned until tables change."""
    connection.connection._prepared.__class__ = StaysPrepared
