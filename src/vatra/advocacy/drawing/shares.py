"""Shares and means with their intervals, a line for each; a ring for the earlier wave. Lengths are in SVG user units."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from vatra.advocacy.awareness.told import EVERYBODY, OTHERS
from vatra.advocacy.drawing.value_scale import ValueScale, ValueTick
from vatra.kernel.in_languages import Wording

WIDTH = 640
LEFT, RIGHT = 24, 28
ROW, HEAD, FOOT = 40, 4, 26
ONE_HUNDRED = 100
# Every other part of the population is called by its own name.
HEADINGS = {EVERYBODY: _("Everybody"), OTHERS: _("Others together")}


@dataclass(frozen=True)
class Row:
    """An answer: its words above, the interval as a line, the share as a square, the earlier share as a ring."""

    label: Wording
    words_y: int
    y: int
    x: float
    low: float | None
    high: float | None
    before: float | None

    @property
    def left(self) -> float:
        """The left side of the square."""
        return self.x - 4


@dataclass(frozen=True)
class Shares:
    """A chart ready for its template."""

    width: int
    height: int
    left: int
    rows: list[Row]
    ticks: list[ValueTick]
    bottom: int
    has_before: bool


@dataclass(frozen=True)
class Item:
    """A question with its figures, in the language of the page, and its chart."""

    told: Mapping[str, Any]
    chart: Shares | None

    @property
    def text(self) -> Wording:
        """The question."""
        return Wording(self.told["text"])

    @property
    def groups(self) -> list[Mapping[str, Any]]:
        """The rows of its table: parts of the population and, as the last one, everybody."""
        return [
            {
                **group,
                "heading": HEADINGS.get(group["name"], group["name"]),
                "shares": [_in_words(share) for share in group["shares"]],
            }
            for group in self.told["groups"]
        ]

    @property
    def rows(self) -> list[dict[str, Any]]:
        """The same with a row for each answer, and in it each part of the population with its share."""
        columns = [[(group["heading"], share) for share in group["shares"]] for group in self.groups]
        return [{"label": cells[0][1]["label"], "cells": cells} for cells in zip(*columns, strict=True)]

    @property
    def widest(self) -> Mapping[str, Any] | None:
        """The share of everybody with the largest design effect."""
        told = (
            [share for share in self.groups[-1]["shares"] if share["value"] is not None]
            if self.groups
            else []
        )
        return max(told, key=lambda share: share["design_effect"], default=None)

    @property
    def changes(self) -> list[dict[str, Any]]:
        """What changed since the earlier wave."""
        return [_in_words(each) for each in self.told.get("changes", ())]

    @property
    def is_reworded(self) -> bool:
        """Whether it was asked in other words before."""
        return bool(self.told.get("is_reworded"))


def drawn_items(items: Sequence[Mapping[str, Any]]) -> list[Item]:
    """The questions of a wave, each with its chart where its answers are shares."""
    return [Item(item, _chart(item)) for item in items]


def _in_words(share: Mapping[str, Any]) -> dict[str, Any]:
    """Shares are told out of a hundred; means stay as they are."""
    if "label" not in share:
        return dict(share)
    hundred = {
        name: share[name] * ONE_HUNDRED
        for name in ("value", "low", "high", "before", "change")
        if share.get(name) is not None
    }
    return {**share, **hundred, "label": Wording(share["label"])}


def _chart(item: Mapping[str, Any]) -> Shares | None:
    if not item["groups"]:
        return None
    shares = [_in_words(share) for share in item["groups"][-1]["shares"] if share["value"] is not None]
    before = {each["code"]: each["before"] * ONE_HUNDRED for each in item.get("changes", ())}
    scale = ValueScale(0, ONE_HUNDRED, 20, LEFT, WIDTH - RIGHT)
    rows = list(_rows(shares, before, scale))
    height = HEAD + ROW * len(rows) + FOOT
    return Shares(WIDTH, height, LEFT, rows, scale.ticks(), height - FOOT + 2, bool(before)) if rows else None


def _rows(
    shares: Sequence[Mapping[str, Any]], before: Mapping[str, float], scale: ValueScale
) -> Iterator[Row]:
    for number, share in enumerate(shares):
        top = HEAD + ROW * number
        earlier = before.get(share["code"])
        yield Row(
            label=share["label"],
            words_y=top + 15,
            y=top + 28,
            x=scale.at(share["value"]),
            low=scale.at(share["low"]) if share["low"] is not None else None,
            high=scale.at(share["high"]) if share["high"] is not None else None,
            before=scale.at(earlier) if earlier is not None else None,
        )
