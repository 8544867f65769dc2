"""Counting what a page costs."""

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

MOST_QUERIES = 15
MOST_BYTES = 100_000


def cost(client: Client, address: str) -> tuple[int, int]:
    """How many queries a page asks, those of session, user and reading included, and how many bytes it sends."""
    with CaptureQueriesContext(connection) as asked:
        answer = client.get(address)
    assert answer.status_code == 200, address
    return len(asked), len(answer.content)
