"""The exact interval of a share that was counted (Clopper & Pearson 1934)."""

from vatra.advocacy.student import incomplete_beta

COVERAGE = 0.95
STEPS = 60


def exact_interval(counted: float, of: float, coverage: float = COVERAGE) -> tuple[float, float]:
    """The shares that so many out of so many do not rule out; both numbers may be effective ones, not whole."""
    tail = (1 - coverage) / 2
    low = 0.0 if counted <= 0 else _share_at(tail, counted, of - counted + 1)
    high = 1.0 if counted >= of else _share_at(1 - tail, counted + 1, of - counted)
    return low, high


def _share_at(below: float, a: float, b: float) -> float:
    """The quantile of the beta distribution, by halving."""
    low, high = 0.0, 1.0
    for _step in range(STEPS):
        middle = (low + high) / 2
        low, high = (middle, high) if incomplete_beta(middle, a, b) < below else (low, middle)
    return (low + high) / 2
