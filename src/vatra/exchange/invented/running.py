"""A caseload of any size, team by team, on as many processes as asked for."""

import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date, timedelta
from multiprocessing import get_context

import django
from django.db import transaction

from vatra.exchange.invented.names import every_name
from vatra.exchange.invented.numbers import hand_out
from vatra.exchange.invented.places import spread
from vatra.exchange.invented.staff import are_there, engage
from vatra.exchange.invented.team import Task, invent
from vatra.law.clocks import load_all_clocks
from vatra.people.search import keep_words

Progress = Callable[[int], None]


class AlreadyGenerated(Exception):  # noqa: N818 - it reads as what is the case
    """A caseload with this seed is in the database; another seed gives another one."""


@dataclass(frozen=True)
class Generated:
    """What was written, and how long it took."""

    children: int
    rows: dict[str, int]
    seconds: float


def generate(
    *, children: int, seed: int, today: date, workers: int = 1, progress: Progress = lambda _: None
) -> Generated:
    """Invent so many children with their files, as they stand on the evening before `today`.

    The same seed, day and empty database give the same rows. With one worker everything happens in this process;
    otherwise each team is written by one of several. `progress` is told how many children are done.
    """
    began = time.monotonic()
    if are_there(seed):
        raise AlreadyGenerated
    written: Counter[str] = Counter()
    done = 0
    tasks = _tasks(children, seed, today - timedelta(days=1))
    for task, counts in zip(tasks, _invented(tasks, workers), strict=True):
        written += counts
        done += task.team.children
        progress(done)
    return Generated(done, dict(sorted(written.items())), round(time.monotonic() - began, 1))


@transaction.atomic
def _tasks(children: int, seed: int, today: date) -> list[Task]:
    load_all_clocks()
    keep_words(every_name())
    teams = engage(seed, spread(children))
    numbers = hand_out([team.children for team in teams])
    return [Task(team, mine, seed, today) for team, mine in zip(teams, numbers, strict=True)]


def _invented(tasks: Sequence[Task], workers: int) -> Iterator[Counter[str]]:
    if workers == 1:
        yield from map(invent, tasks)
        return
    # A process of its own has its own connection; one that is copied would share ours.
    with ProcessPoolExecutor(workers, get_context("spawn"), django.setup) as pool:
        yield from pool.map(invent, tasks)
