"""Reading a pack from its folder, and everything that is wrong with it at once."""

import tomllib
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import groupby, pairwise
from pathlib import Path
from types import GenericAlias
from typing import Any

from pydantic import ValidationError, create_model

from vatra.law.packs.faults import Fault, WrongPack, faults_of
from vatra.law.packs.pack import Pack
from vatra.law.packs.tables import TABLES, Event, Helpline, Identity, Institution
from vatra.law.packs.values import Coded, Named, Strict

HERE = Path(__file__).parent
IDENTITY = "pack.toml"


def codes() -> list[str]:
    """The packs that come with Vatra."""
    return sorted(path.parent.name for path in HERE.glob(f"*/{IDENTITY}"))


@cache
def pack(code: str) -> Pack:
    """A pack that comes with Vatra; WrongPack if there is none of this code, or it cannot be used."""
    if code not in codes():
        raise WrongPack([Fault(code, "the pack", "is not known", f"Write one of: {', '.join(codes())}.")])
    return read(HERE / code)


def read(folder: Path) -> Pack:
    """The pack in a folder; WrongPack with every fault found."""
    reading = _Reading(folder)
    identity = reading.file(IDENTITY, Identity)
    tables = {name: reading.table(file, name, kind) for file, name, kind in TABLES}
    if isinstance(identity, Identity):
        holidays = identity.holiday
        reading.look_at(IDENTITY, "holiday", holidays, identity)
        for file, name, _kind in TABLES:
            reading.look_at(file, name, tables[name], identity)
        reading.faults += _unknown_authorities(folder.name, tables["event"], tables["institution"])
        reading.faults += _leading_nowhere(folder.name, tables["event"])
    if reading.faults or not isinstance(identity, Identity):
        raise WrongPack(reading.faults)
    return _pack(folder.name, identity, tables)


def _pack(code: str, identity: Identity, tables: dict[str, Sequence[Any]]) -> Pack:
    return Pack(
        code=code,
        identity=identity,
        working_weeks=identity.working_week,
        holidays=identity.holiday,
        institutions=tables["institution"],
        forms=tables["form"],
        statuses=tables["status"],
        path=sorted(tables["event"], key=lambda event: event.order),
        clocks=tables["clock"],
        ages=tables["age"],
        documents=tables["document"],
        allowances=tables["allowance"],
        helplines=sorted(tables["helpline"], key=lambda helpline: helpline.order),
    )


class _Reading:
    """One reading of a folder, with the faults found so far."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.faults: list[Fault] = []

    def file(self, name: str, kind: type[Strict]) -> Strict | None:
        """What a file says, or None with its faults kept."""
        told = self._toml(name)
        if told is None:
            return None
        try:
            return kind.model_validate(told)
        except ValidationError as error:
            self.faults += faults_of(error, self._called(name), told)
            return None

    def table(self, file: str, name: str, kind: type[Coded]) -> Sequence[Coded]:
        """The tables of one kind in a file."""
        tables = GenericAlias(list, (kind,))
        whole = create_model(name, __base__=Strict, **{name: (tables, [])})  # type: ignore[call-overload]
        found = self.file(file, whole)
        return getattr(found, name) if found else ()

    def look_at(self, file: str, name: str, values: Sequence[Coded], identity: Identity) -> None:
        """What one value cannot know: the others of its code, and the languages of the pack."""
        self.faults += _overlapping(self._called(file), name, values)
        self.faults += _nameless(self._called(file), name, values, identity)

    def _toml(self, name: str) -> dict[str, Any] | None:
        try:
            return tomllib.loads((self.folder / name).read_text(encoding="utf-8"))
        except OSError:
            self._wrong(
                name, "the file", "is missing", "Write it; it may be empty where there is nothing to say."
            )
        except UnicodeDecodeError:
            self._wrong(name, "the file", "is not UTF-8 text", "Save it as UTF-8.")
        except tomllib.TOMLDecodeError as error:
            self._wrong(name, "the file", f"is not TOML: {error}", "Correct that line.")
        return None

    def _wrong(self, name: str, key: str, wrong: str, write: str) -> None:
        self.faults.append(Fault(self._called(name), key, wrong, write))

    def _called(self, name: str) -> str:
        return f"{self.folder.name}/{name}"


def _overlapping(file: str, name: str, values: Iterable[Coded]) -> Iterator[Fault]:
    """Two values of one code that hold on the same day."""
    in_order = sorted(values, key=lambda value: (value.code, value.valid_from))
    for code, versions in groupby(in_order, key=lambda value: value.code):
        several = list(versions)
        for before, after in pairwise(several):
            if before.valid_to is None or before.valid_to >= after.valid_from:
                wrong = f"has two values for {after.valid_from}"
                yield Fault(
                    file, f"{name} ({code})", wrong, "End the earlier one with a valid_to before that day."
                )


def _nameless(file: str, name: str, values: Iterable[Coded], identity: Identity) -> Iterator[Fault]:
    """Values without a name, or hours, in a language of their pack."""
    for value in values:
        for part, said in _said(value):
            missing = [language for language in identity.languages if language not in said]
            if missing:
                key = f"{name} ({value.code}): {part}"
                yield Fault(
                    file, key, f"is missing in {', '.join(missing)}", f'Write {missing[0]} = "…" into it.'
                )


def _said(value: Coded) -> Iterator[tuple[str, Iterable[str]]]:
    if isinstance(value, Named):
        yield "name", value.name
    if isinstance(value, Helpline) and value.hours:
        yield "hours", value.hours


def _unknown_authorities(
    pack: str, events: Sequence[Coded], institutions: Sequence[Coded]
) -> Iterator[Fault]:
    known = sorted({each.code for each in institutions if isinstance(each, Institution)})
    for event in events:
        if isinstance(event, Event) and event.authority not in known:
            key = f"event ({event.code}): authority"
            wrong = f"names an institution that institutions.toml does not have: {event.authority}"
            yield Fault(f"{pack}/path.toml", key, wrong, f"Write one of: {', '.join(known)}.")


def _leading_nowhere(pack: str, events: Sequence[Coded]) -> Iterator[Fault]:
    """Events that name another which the path does not have."""
    path = [event for event in events if isinstance(event, Event)]
    known = sorted({event.code for event in path})
    for event in path:
        named = {"leads_to": event.leads_to, "counts_from": [event.counts_from] if event.counts_from else []}
        for key, codes_named in named.items():
            for code in sorted(set(codes_named).difference(known)):
                wrong = f"names an event that the path does not have: {code}"
                yield Fault(
                    f"{pack}/path.toml",
                    f"event ({event.code}): {key}",
                    wrong,
                    f"Write one of: {', '.join(known)}.",
                )
