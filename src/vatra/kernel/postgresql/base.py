"""A connection kept from one request to the next is looked at before it is used, without a question to the server."""

from collections.abc import Mapping
from select import POLLIN, poll
from typing import Any, ClassVar

from django.db.backends.postgresql import base
from psycopg import Connection
from psycopg.pq import TransactionStatus


class DatabaseWrapper(base.DatabaseWrapper):
    """Django asks the server `SELECT 1` before each request: a trip that costs more than reading a row."""

    # How many statements the server keeps planned for one connection; the driver's own number.
    statements_kept: ClassVar[int] = 100

    def get_new_connection(self, conn_params: Mapping[str, Any]) -> Connection:
        """A connection that keeps so many."""
        connection: Connection = super().get_new_connection(conn_params)
        connection.prepared_max = self.statements_kept
        return connection

    def is_usable(self) -> bool:
        """Whether the server has said nothing since its last answer.

        A server that stops, restarts or ends a session says so on the line, and an ended line reads as said too. What
        nobody asked for is therefore reason enough to connect anew.
        """
        kept = self.connection
        if kept is None or kept.closed or kept.info.transaction_status == TransactionStatus.INERROR:
            return False
        line = poll()
        line.register(kept.fileno(), POLLIN)
        return not line.poll(0)
