"""Asking for every page often enough, by one client and by eight at once."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import cycle, islice

from vatra.commands.bench import asking
from vatra.commands.bench.arranging import Person, at_home
from vatra.commands.bench.figures import Figures, figures
from vatra.commands.bench.visitor import Answer

CLIENTS = (1, 8)
WARM_UP = 5

Errand = Callable[[], Answer]
Progress = Callable[[str], None]


def measured(people: Sequence[Person], *, requests: int, acts: int, progress: Progress) -> list[Figures]:
    """The figures of every page, first with one client, then with eight."""
    waiting = at_home(people)
    undecided = iter(waiting)
    # A small caseload has few children to decide about: each round gets its share of them.
    rounds = len(CLIENTS) * sum(save.needs_undecided for save in asking.SAVED.values())
    share = min(acts, len(waiting) // rounds)
    found: list[Figures] = []
    for clients in CLIENTS:
        for name, page in asking.READ.items():
            progress(f"{name}, {clients} clients")
            errands = _reading(people, page, requests + WARM_UP)
            found.append(figures(name, clients, _all_done(errands, clients)[WARM_UP:]))
        for name, save in asking.SAVED.items():
            progress(f"{name}, {clients} clients")
            errands = save.errands(people, undecided, share if save.needs_undecided else acts)
            found.append(figures(name, clients, _all_done(errands, clients)))
    return found


def _reading(people: Sequence[Person], page: asking.Page, times: int) -> list[tuple[Person, Errand]]:
    """Everybody in turn, each with the own children in turn."""
    turns: Iterator[Person] = islice(cycle(people), times)
    return [
        (person, page(person, person.files[turn // len(people) % len(person.files)]))
        for turn, person in enumerate(turns)
    ]


def _all_done(errands: Sequence[tuple[Person, Errand]], clients: int) -> list[Answer]:
    """The answers; each client runs one errand after the other."""
    shares = [errands[client::clients] for client in range(clients)]
    with ThreadPoolExecutor(clients) as pool:
        done = pool.map(lambda share: [errand() for _person, errand in share], shares)
        return [answer for answers in done for answer in answers]
