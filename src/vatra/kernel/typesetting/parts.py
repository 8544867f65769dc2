"""The parts a document is put together from, as its template reads them."""

from collections.abc import Iterable, Sequence
from typing import Any

Content = dict[str, Any]


def section(heading: str, *parts: Content, level: int = 2) -> Content:
    """A heading with what stands below it."""
    return {"heading": heading, "level": level, "parts": list(parts)}


def text(words: str) -> Content:
    """Paragraphs."""
    return {"kind": "text", "text": words}


def spoken(words: str) -> Content:
    """Words as somebody said them."""
    return {"kind": "spoken", "text": words}


def facts(rows: Iterable[tuple[str, str]]) -> Content:
    """Labels with what belongs to them."""
    return {"kind": "facts", "rows": [list(row) for row in rows]}


def table(heads: Sequence[str], widths: Sequence[float], rows: Sequence[Sequence[str]]) -> Content:
    """A table with a row of heads, repeated on every page; widths are shares of the line."""
    return {
        "kind": "table",
        "heads": list(heads),
        "widths": list(widths),
        "rows": [list(row) for row in rows],
    }
