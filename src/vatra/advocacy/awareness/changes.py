"""What changed between two waves, for questions that were asked in the same words both times, and for no others."""

from collections.abc import Mapping, Sequence
from typing import Any

from vatra.advocacy.awareness.estimates import Known, change
from vatra.advocacy.awareness.told import Told


def with_changes(earlier: Sequence[Told], later: Sequence[Told]) -> list[Told]:
    """The later wave with what changed since the earlier one; what is hidden in either of them has no change."""
    before = {item["code"]: item for item in earlier}
    return [_with_change(before.get(item["code"]), item) for item in later]


def _with_change(before: Told | None, item: Told) -> Told:
    if before is None:
        return item
    if before["version"] != item["version"]:
        return item | {"is_reworded": True}
    if before["mean"] and item["mean"]:
        return item | {"changes": [{"code": "", **_change(before["mean"], item["mean"])}]}
    return item | {"changes": _of_shares(before, item)}


def _of_shares(before: Told, item: Told) -> list[Told]:
    """Among everybody, which is the last row of a table."""
    if not before["groups"] or not item["groups"]:
        return []
    earlier = {share["code"]: share for share in before["groups"][-1]["shares"]}
    return [
        {"code": share["code"], "label": share["label"], **_change(earlier[share["code"]], share)}
        for share in item["groups"][-1]["shares"]
        if share["value"] is not None and earlier[share["code"]]["value"] is not None
    ]


def _change(before: Mapping[str, Any], after: Mapping[str, Any]) -> Told:
    found = change(*(Known(each["value"], each["error"], each["freedom"]) for each in (before, after)))
    low, high = found.interval or (None, None)
    return {"before": before["value"], "change": found.value, "low": low, "high": high}
