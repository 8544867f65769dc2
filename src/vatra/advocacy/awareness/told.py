"""What a wave says, question by question, as it may be told: shares and means with intervals, nothing that is too few."""

from collections.abc import Iterator
from typing import Any

import numpy as np

from vatra.advocacy.awareness.estimates import Estimate, mean
from vatra.advocacy.awareness.hiding import hidden
from vatra.advocacy.awareness.tables import Answers
from vatra.advocacy.awareness.words import CHOSEN, COUNTED, ItemKind
from vatra.advocacy.models import ItemVersion
from vatra.advocacy.numbers import Truths, Whole
from vatra.kernel.privacy import FEWEST_SHOWN

Told = dict[str, Any]
EVERYBODY = ""
OTHERS = "others"


def told(version: ItemVersion, answers: Answers) -> Told | None:
    """One question; None for words of one's own, which are never told."""
    if version.kind == ItemKind.TEXT:
        return None
    answered = answers.who_answered(version.item.code)
    number = int(answered.sum())
    item: Told = {
        "code": version.item.code,
        "version": version.number,
        "kind": str(version.kind),
        "text": dict(version.text),
        "answers": number if number >= FEWEST_SHOWN else None,
        "groups": [],
        "mean": None,
    }
    if number >= FEWEST_SHOWN and version.kind in CHOSEN:
        item["groups"] = list(_groups(version, answers, answered))
    if number >= FEWEST_SHOWN and version.kind in COUNTED:
        found = mean(answers.sample, answers.numbers(version.item.code), answered)
        item["mean"] = figures(found, found.interval)
    return item


def _groups(version: ItemVersion, answers: Answers, answered: Truths) -> Iterator[Told]:
    """A row for each part of the population, and one for all of it."""
    parts = _parts(answers, answered)
    code = version.item.code
    choices = list(version.labels)
    counts = np.array(
        [[int((answers.chose(code, choice) * among).sum()) for choice in choices] for _name, among in parts]
    )
    sizes = np.array([int(among.sum()) for _name, among in parts])
    hides = _hidden(version, counts, sizes)
    for row, (name, among) in enumerate(parts):
        shares = [
            _share(version, choice, answers, among, is_hidden=bool(hides[row, column]))
            for column, choice in enumerate(choices)
        ]
        yield {"name": name, "answers": int(sizes[row]), "shares": shares}


def _hidden(version: ItemVersion, counts: Whole, sizes: Whole) -> Truths:
    """Where any number of answers may be given, each one has a table of its own: said so, or not."""
    if version.kind == ItemKind.ONE:
        return hidden(counts)
    columns = [hidden(np.column_stack([column, sizes - column]))[:, 0] for column in counts.T]
    return np.column_stack(columns)


def _share(version: ItemVersion, choice: str, answers: Answers, among: Truths, *, is_hidden: bool) -> Told:
    label: Told = {"code": choice, "label": dict(version.labels[choice])}
    if is_hidden:
        return label | {"value": None}
    found = mean(answers.sample, answers.chose(version.item.code, choice), among)
    return label | figures(found, found.interval_of_share)


def figures(found: Estimate, interval: tuple[float, float] | None) -> Told:
    """An estimate as it is kept and told."""
    low, high = interval or (None, None)
    return {
        "value": found.value,
        "low": low,
        "high": high,
        "error": found.error,
        "freedom": found.freedom,
        "design_effect": found.design_effect,
        "effective": found.effective,
    }


def _parts(answers: Answers, answered: Truths) -> list[tuple[str, Truths]]:
    """Strata in which enough people answered, those with too few together, and everybody."""
    by_stratum = [answered & (answers.sample.strata == number) for number in range(len(answers.groups))]
    order = sorted(range(len(by_stratum)), key=lambda number: int(by_stratum[number].sum()))
    together: list[int] = []
    size = 0
    for number in order:
        here = int(by_stratum[number].sum())
        if here >= FEWEST_SHOWN and (not together or size >= FEWEST_SHOWN):
            break
        together.append(number)
        size += here
    parts = [(answers.groups[n], by_stratum[n]) for n in range(len(by_stratum)) if n not in together]
    if together and parts:
        parts.append((OTHERS, np.logical_or.reduce([by_stratum[number] for number in together])))
    everybody = [(EVERYBODY, answered)]
    return everybody if len(parts) < 2 else [*parts, *everybody]
