"""One way to write a value as bytes, so that the same fact always has the same digest."""

import json
import re
from collections.abc import Mapping
from datetime import date, datetime
from functools import lru_cache
from json.encoder import encode_basestring
from types import NoneType
from typing import TypeAlias
from uuid import UUID

Json: TypeAlias = "bool | int | str | list[Json] | dict[str, Json] | None"

LARGEST_INTEGER = 2**53 - 1
_KEY = re.compile(r"[a-z][a-z0-9_]*")
_CODE = re.compile(r"[\w.:/+\-]{0,100}")
_encode = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode

# The types whose values are the same fact whenever they are equal: not a list, which may hold True or 1.
_REMEMBERED = {str, int, bool, NoneType, date, UUID}
_WORDS = {None: "null", True: "true", False: "false"}


def canonical(value: Json) -> bytes:
    """The JSON text after RFC 8785: keys in order, no spaces, UTF-8; for values that `plain` lets through."""
    return canonical_text(value).encode()


def canonical_text(value: Json) -> str:
    """The same before it becomes bytes; by hand, because an event has few facts and the encoder starts slowly."""
    if isinstance(value, str):
        return encode_basestring(value)
    if isinstance(value, bool) or value is None:
        return _WORDS[value]
    if type(value) is int:
        return str(value)
    if isinstance(value, dict):
        members = [
            f"{encode_basestring(name)}:{canonical_text(each)}" for name, each in sorted(value.items())
        ]
        return f"{{{','.join(members)}}}"
    return _encode(value)


def facts_text(facts: Mapping[str, object]) -> str:
    """The facts as canonical text; ValueError for what `plain` refuses."""
    if _REMEMBERED.issuperset(map(type, facts.values())):
        return f"{{{','.join([_member(*fact) for fact in sorted(facts.items())])}}}"
    return canonical_text(plain(facts))


# By type too: True and 1 are equal and written differently.
@lru_cache(maxsize=10_000, typed=True)
def _member(name: str, value: object) -> str:
    return canonical_text(plain({name: value}))[1:-1]


def plain(facts: Mapping[str, object]) -> dict[str, Json]:
    """The facts as JSON, days and UUIDs written as text; ValueError for what is no code, id or day."""
    return {_key(name): _plain(value) for name, value in facts.items()}


def _plain(value: object) -> Json:
    match value:
        case None | bool():
            return value
        case int() if abs(value) <= LARGEST_INTEGER:
            return int(value)
        case str() if _is_code(value):
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


@lru_cache(maxsize=10_000)
def _is_code(text: str) -> bool:
    return _CODE.fullmatch(text) is not None


@lru_cache(maxsize=10_000)
def _key(name: object) -> str:
    if isinstance(name, str) and _KEY.fullmatch(name):
        return name
    raise ValueError(f"The name of a fact is a lower-case word, not {name!r}.")
