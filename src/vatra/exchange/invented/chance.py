"""Chance that can be repeated: the same seed draws the same."""

from bisect import bisect
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import accumulate
from random import Random
from typing import Generic, TypeVar
from uuid import UUID

from django.db.models import Choices

T = TypeVar("T")


class Shares(Generic[T]):
    """Outcomes with their weights; the weights need not add up to one."""

    def __init__(self, weights: Mapping[T, float]) -> None:
        self.outcomes = tuple(weights)
        self.edges = tuple(accumulate(weights.values()))
        self.total, self.last = self.edges[-1], len(self.edges) - 1


def coded(weights: Mapping[Choices, float]) -> Shares[str]:
    """The same by their codes, as the columns hold them; asking a word for its code each time takes longer."""
    return Shares({word.value: weight for word, weight in weights.items()})


def falling(outcomes: Sequence[T]) -> Shares[T]:
    """The first is the most common, the n-th about n times rarer, as names are (Zipf)."""
    return Shares({outcome: 1 / (place + 1.5) for place, outcome in enumerate(outcomes)})


class Chance:
    """One stream of draws."""

    def __init__(self, seed: str) -> None:
        self._random = Random(seed)  # noqa: S311 - invented lives need no secrecy
        self.point = self._random.random

    def of(self, shares: Shares[T]) -> T:
        """One of the outcomes, by its weight."""
        return shares.outcomes[bisect(shares.edges, self.point() * shares.total, 0, shares.last)]

    def one_of(self, outcomes: Sequence[T]) -> T:
        """Any of the outcomes, all alike."""
        return outcomes[int(self.point() * len(outcomes))]

    def some_of(self, shares: Shares[T], number: int) -> list[T]:
        """So many draws, each outcome once, in the order drawn."""
        return list(dict.fromkeys(self.of(shares) for _ in range(number)))

    def happens(self, share: float) -> bool:
        """Whether something happens that happens in this share of cases."""
        return self.point() < share

    def between(self, least: int, most: int) -> int:
        """A whole number, both ends included."""
        return least + int(self.point() * (most - least + 1))

    def within(self, bands: Shares[tuple[int, int]]) -> int:
        """A whole number from one of the bands: from the first up to, not including, the second."""
        least, limit = self.of(bands)
        return self.between(least, limit - 1)

    def skewed(self, median: float, spread: float) -> int:
        """A number of days, log-normal: half of them below the median; at least one."""
        return max(1, round(self._random.lognormvariate(0, spread) * median))

    def day(self, first: date, last: date) -> date:
        """A day, both ends included; the first if they are out of order."""
        return first + timedelta(days=self.between(0, max(0, (last - first).days)))

    def key(self) -> UUID:
        """A random UUID (version 4)."""
        return UUID(int=self._random.getrandbits(128), version=4)
