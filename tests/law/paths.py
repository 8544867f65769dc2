"""Legal paths for tests: children whose path is told in a few words."""

from datetime import date

from tests.builders import a_child, a_file, by, worker_of
from vatra.casework.models import File
from vatra.law.actions import record_path_event
from vatra.law.models import PathEvent

BORN = date(2025, 9, 1)


def an_abandoned_child(name: str = "", **given: object) -> File:
    """The file of a newborn who was left in hospital; nothing is on the legal path yet."""
    return a_file(a_child(name, birth=BORN), **given)  # type: ignore[arg-type]


def told(file: File, event: str, on: date, *, reasons: dict[str, str] | None = None) -> PathEvent:
    """Something happened on the legal path, and was written down on the day of the test."""
    return record_path_event(
        file=file,
        event=event,
        happened_on=on,
        authority="guardianship_body",
        note="",
        reasons=reasons or {},
        by=by(worker_of(file)),
    )


def through_the_gate(file: File) -> None:
    """What goes before consent, each a day after the other from 1 December on."""
    for number, event in enumerate(("counselling_given", "support_offered", "kin_explored")):
        told(file, event, date(2025, 12, 1 + number))
