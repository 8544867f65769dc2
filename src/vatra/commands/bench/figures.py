"""What was measured of one page."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from vatra.commands.bench.visitor import Answer


@dataclass(frozen=True)
class Figures:
    """Milliseconds on the server; the most queries and the largest page seen, in bytes before compression."""

    page: str
    clients: int
    times: int
    p50: float
    p95: float
    p99: float
    queries: int
    size: int
    seen_p95: float
    """Milliseconds until the visitor had the whole page, waiting for its turn included."""


def figures(page: str, clients: int, answers: Sequence[Answer]) -> Figures:
    """The figures of these answers, of which there is at least one."""
    server = sorted(answer.server_ms for answer in answers)
    seen = sorted(answer.seen_ms for answer in answers)
    return Figures(
        page=page,
        clients=clients,
        times=len(answers),
        p50=at(server, 0.50),
        p95=at(server, 0.95),
        p99=at(server, 0.99),
        queries=max(answer.queries for answer in answers),
        size=max(answer.size for answer in answers),
        seen_p95=at(seen, 0.95),
    )


def at(ordered: Sequence[float], share: float) -> float:
    """The smallest value that so large a share of all values does not exceed (nearest rank)."""
    return round(ordered[max(0, ceil(share * len(ordered)) - 1)], 2)
