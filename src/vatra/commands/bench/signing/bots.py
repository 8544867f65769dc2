"""Measures what ten thousand machines do to a petition: taken out of the count at once, and put back exactly."""

import argparse
import os
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import timedelta
from typing import TypeVar

from rich.table import Table

from vatra.access.models import User
from vatra.access.roles import Role
from vatra.advocacy.actions import confirm_signature, invalidate, sign, undo_invalidation
from vatra.advocacy.models import SheetTally, Signature, SigningSheet
from vatra.advocacy.signing.conditions import Conditions, preview
from vatra.advocacy.signing.given import Given
from vatra.advocacy.signing.links import link_of, new_link
from vatra.advocacy.signing.words import LinkPurpose, Purpose
from vatra.commands import migrate, report
from vatra.commands.bench.signing.signers import GIVEN_NAMES, a_petition, in_letters
from vatra.kernel import clock
from vatra.kernel.ledger import Actor

T = TypeVar("T")

# One genuine signature for so many of machines.
GENUINE_EVERY = 10
BOTS_DOMAIN = "mail.invalid"


@dataclass(frozen=True)
class Found:
    """The counter at each step, the seconds each step took, and whether every row is again what it was."""

    genuine: int
    bots: int
    counted_before: int
    fitting: int
    counted_without_them: int
    counted_after_undoing: int
    rows_as_before: bool
    seconds_to_sign: float
    seconds_to_look: float
    seconds_to_take: float
    seconds_to_undo: float

    @property
    def is_right(self) -> bool:
        """The counter recovers, and undoing restores everything."""
        everybody = self.genuine + self.bots
        return (
            self.rows_as_before
            and self.counted_before == self.counted_after_undoing == everybody
            and (self.fitting, self.counted_without_them) == (self.bots, self.genuine)
        )


def run(options: argparse.Namespace) -> int:
    """Let machines sign among people, invalidate them, undo it."""
    migrate.bring_up_to_date()
    sheet, by = a_petition(), Actor(_somebody().pk, Role.ADVOCACY_OFFICER.value, clock.now())
    genuine = options.number // GENUINE_EVERY
    with report.terminal.status("Signing"):
        _none, signing = _timed(lambda: _everybody_signs(sheet, options.number, genuine))
    before, counted_before = _rows(sheet), _counted(sheet)
    conditions = Conditions(until_at=clock.now(), domain=BOTS_DOMAIN, from_at=by.at - timedelta(days=1))
    looked, looking = _timed(lambda: preview(sheet, conditions))
    batch, taking = _timed(
        lambda: invalidate(sheet=sheet, conditions=conditions, seen=looked.fitting, why="Machines", by=by)
    )
    without = _counted(sheet)
    _batch, undoing = _timed(lambda: undo_invalidation(batch=batch, why="Measured", by=by))
    found = Found(
        genuine=genuine,
        bots=options.number,
        counted_before=counted_before,
        fitting=looked.fitting,
        counted_without_them=without,
        counted_after_undoing=_counted(sheet),
        rows_as_before=_rows(sheet) == before,
        seconds_to_sign=signing,
        seconds_to_look=looking,
        seconds_to_take=taking,
        seconds_to_undo=undoing,
    )
    _tell(found, as_json=options.json)
    return 0 if found.is_right else 1


def _everybody_signs(sheet: SigningSheet, bots: int, genuine: int) -> None:
    """Ten machines, one person, ten machines …; each confirms."""
    text = sheet.texts.get().pk
    machines = ((BOTS_DOMAIN, number) for number in range(bots))
    people = (("example.org", number) for number in range(genuine))
    for place in range(bots + genuine):
        domain, number = next(people if place % (GENUINE_EVERY + 1) == GENUINE_EVERY else machines)
        _signs(
            sheet,
            text,
            f"{GIVEN_NAMES[number % len(GIVEN_NAMES)]} {in_letters(number)}",
            f"s{number}@{domain}",
        )


def _signs(sheet: SigningSheet, text: int, name: str, email: str) -> None:
    by = Actor(user_id=None, role="public", at=clock.now())
    network = email.encode()[:16].ljust(16, b"-")
    given = Given(sheet.pk, text, name, email, "", "sq", [Purpose.DELIVER], network, proof="")
    sign(given=given, by=by)
    signature = Signature.objects.select_related("sheet__action").filter(sheet=sheet).latest("pk")
    word = new_link(signature, LinkPurpose.CONFIRM)
    link = link_of(word, LinkPurpose.CONFIRM, slug=sheet.action.slug)
    assert link is not None
    confirm_signature(link=link, by=by)


def _rows(sheet: SigningSheet) -> list[object]:
    return [*sheet.signatures.order_by("pk").values()]


def _counted(sheet: SigningSheet) -> int:
    return SheetTally.objects.get(sheet=sheet).number


def _somebody() -> User:
    """Whoever takes signatures out of the count here."""
    user, _is_new = User.objects.get_or_create(
        username="bench", defaults={"full_name": "Bench", "is_active": False}
    )
    return user


def _timed(act: Callable[[], T]) -> tuple[T, float]:
    began = time.perf_counter()
    return act(), round(time.perf_counter() - began, 3)


def _tell(found: Found, *, as_json: bool) -> None:
    if as_json:
        report.print_document(asdict(found) | {"ok": found.is_right, "processors": os.cpu_count()})
        return
    table = Table("what", "value", box=None)
    for name, value in asdict(found).items():
        table.add_row(name.replace("_", " "), str(value) if isinstance(value, bool) else f"{value:,}")
    report.paper.print(table)
    report.paper.print("Everything is as it was." if found.is_right else "Something is not as it was.")
