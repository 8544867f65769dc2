"""A pack, and what applying it does, as they stand on a terminal."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from rich.markup import escape
from rich.table import Table

from vatra.commands import report
from vatra.law.foreseeing import Change, Foreseen
from vatra.law.packs import Pack
from vatra.law.packs.values import Value

# What every value carries is told in columns of its own.
TOLD_APART = {"code", "name", "source", "valid_from", "valid_to", "verified"}


def document_of(pack: Pack, *, on: date) -> dict[str, object]:
    """Everything that holds on a day, as one JSON document."""
    values = {
        name: [each.model_dump(mode="json") for each in values] for name, values in pack.on(on).values()
    }
    return {"pack": pack.code, "on": on.isoformat(), "values": values}


def tell_pack(pack: Pack, *, on: date) -> None:
    """Everything that holds on a day, kind by kind; what nobody has verified is marked."""
    report.paper.print(f"[bold]{escape(pack.code)}[/] on {on.isoformat()}")
    holding = dict(pack.on(on).values())
    if not any(holding.values()):
        report.paper.print("Nothing of this pack holds on that day.")
    for kind, values in holding.items():
        if values:
            report.paper.print(f"\n[bold]{kind.replace('_', ' ')}[/]")
        for value in values:
            _tell(value)


def _tell(value: Value) -> None:
    mark = "" if value.verified else " [yellow](unverified)[/]"
    told = "; ".join(_said(value))
    report.paper.print(f"{escape(_called(value))}: {escape(told)}{mark}", highlight=False)
    report.paper.print(f"[dim]  {escape(value.source)}[/]", highlight=False)


def _called(value: Value) -> str:
    name = getattr(value, "name", {})
    return str(name.get("en") or getattr(value, "code", "working week"))


def _said(value: Value) -> Iterator[str]:
    told = value.model_dump(mode="json", exclude=TOLD_APART, exclude_defaults=True)
    for name, each in told.items():
        words = ", ".join(map(str, each)) if isinstance(each, list) else each
        called = name.replace("_", " ")
        yield called if each is True else f"{called}: {words}"
    yield f"since {value.valid_from}" + (f" until {value.valid_to}" if value.valid_to else "")


def foreseen_document(change: Change, foreseen: Sequence[Foreseen]) -> dict[str, object]:
    """Which duties appear, vanish and move, for another program."""
    return {
        "clocks_changed": sorted(change.clocks),
        "files_touched": len(change.touched),
        "duties": [vars(each) | {"moved": dict(sorted(each.moved.items()))} for each in foreseen],
    }


def tell_foreseen(change: Change, foreseen: Sequence[Foreseen]) -> None:
    """Which duties appear, vanish and move, clock by clock."""
    if not change.clocks:
        report.paper.print("No clock has changed; nothing moves.")
        return
    report.paper.print(_foreseen_table(foreseen))
    report.paper.print(
        f"Changed: {', '.join(sorted(change.clocks))}. {len(change.touched):,} files and homes are touched."
    )


def _foreseen_table(foreseen: Sequence[Foreseen]) -> Table:
    table = Table("clock", "appear", "vanish", "move", "by how many days", box=None, pad_edge=False)
    for each in foreseen:
        table.add_row(
            *(each.clock, f"{each.appear:,}", f"{each.vanish:,}", f"{each.moved.total():,}"), _by(each.moved)
        )
    return table


def _by(moved: Counter[int]) -> str:
    """Such as `-31 to +5, most often -31`."""
    if not moved:
        return ""
    most = moved.most_common(1)[0][0]
    return f"{min(moved):+d} to {max(moved):+d}, most often {most:+d}"
