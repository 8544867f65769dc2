"""A connection kept from one request to the next is looked at before it is used, without a question to the server."""

from select import POLLIN, poll

from django.db.backends.postgresql import base
from psycopg.pq import TransactionStatus


class DatabaseWrapper(base.DatabaseWrapper):
    """Django asks the server `SELECT 1` before each request: a trip that costs more than reading a row."""

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
