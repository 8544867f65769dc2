"""One way to write a value as bytes, so that the same fact always has the same digest."""

import json
import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import TypeAlias
from uuid import UUID

Json: TypeAlias = "bool | int | str | list[Json] | dict[str, Json] | None"

LARGEST_INTEGER = 2**53 - 1
_KEY = re.compile(r"[a-z][a-z0-9_]*")
_CODE = re.compile(r"[\w.:/+\-]{0,100}")
_encode = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode


def canonical(value: Json) -> bytes:
    """The JSON text after RFC 8785: keys in order, no spaces, UTF-8; for values that `plain` lets through."""
    return _encode(value).encode()


def plain(facts: Mapping[str, object]) -> dict[str, Json]:
    """The facts as JSON, days and UUIDs written as text; ValueError for what is no code, id or day."""
    return {_key(name): _plain(value) for name, value in facts.items()}


def _plain(value: object) -> Json:
    match value:
        case None | bool():
            return value
        case int() if abs(value) <= LARGEST_INTEGER:
            return int(value)
        case str() if _CODE.fullmatch(value):
            return str(value)
        case UUID():
            return str(value)
        case date() if not isinstance(value, datetime):
            return value.isoformat()
        case list() | tuple():
            return [_plain(each) for each in value]
        case Mapping():
            return plain(value)
    raise ValueError(
        f"An event keeps codes, whole numbers, ids and days, not {value!r};"
        " what a person wrote belongs in its reason."
    )


def _key(name: object) -> str:
    if isinstance(name, str) and _KEY.fullmatch(name):
        return name
    raise ValueError(f"The name of a fact is a lower-case word, not {name!r}.")
