"""Checks, shows and applies a jurisdiction pack."""

import argparse
import sys
from datetime import date
from pathlib import Path

from rich.prompt import Confirm

from vatra.commands import report
from vatra.commands.law_shown import document_of, foreseen_document, tell_foreseen, tell_pack
from vatra.commands.trouble import Trouble
from vatra.kernel import clock
from vatra.law.clocks import apply_pack
from vatra.law.foreseeing import change_by, foresee
from vatra.law.packs import Pack, WrongPack, pack, read

PACK = "a pack that comes with Vatra (kosovo, england), or the path of a folder"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(dest="act", required=True, metavar="check|show|apply")
    check = acts.add_parser("check", help="say what is wrong with a pack")
    show = acts.add_parser("show", help="say what holds on a day")
    show.add_argument("--on", type=_day, metavar="DATE", help="such as 2026-03-01; today if left out")
    apply = acts.add_parser("apply", help="load the clocks and recompute the files they touch")
    apply.add_argument(
        "--preview", action="store_true", help="only say which duties would appear, vanish and move"
    )
    apply.add_argument("--yes", action="store_true", help="do not ask before the duties move")
    for each in (check, show, apply):
        each.add_argument("pack", metavar="PACK", help=PACK)
        each.add_argument("--json", action="store_true", help="print one JSON document")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text} is not a day: write it as 2026-03-01.") from error


def run(options: argparse.Namespace) -> int:
    try:
        found = _found(options.pack)
    except WrongPack as wrong:
        return _tell_faults(wrong, as_json=options.json)
    match options.act:
        case "check":
            _tell_sound(found, as_json=options.json)
        case "show":
            _show(found, on=options.on or clock.today(), as_json=options.json)
        case _:
            _apply(found, options)
    return 0


def _found(named: str) -> Pack:
    """The pack of this code, or in this folder."""
    folder = Path(named)
    return read(folder.resolve()) if folder.is_dir() else pack(named)


def _tell_faults(wrong: WrongPack, *, as_json: bool) -> int:
    if as_json:
        faults = [vars(fault) | {"sentence": fault.sentence} for fault in wrong.faults]
        report.print_document({"ok": False, "faults": faults})
    else:
        for fault in wrong.faults:
            report.paper.print(fault.sentence, markup=False, highlight=False)
    return 1


def _tell_sound(found: Pack, *, as_json: bool) -> None:
    counts = {name: len(values) for name, values in found.values()}
    unverified = sum(not value.verified for _name, values in found.values() for value in values)
    if as_json:
        report.print_document({"ok": True, "pack": found.code, "values": counts, "unverified": unverified})
    else:
        report.paper.print(
            f"The pack {found.code} can be used: {sum(counts.values())} values, {unverified} of them unverified."
        )


def _show(found: Pack, *, on: date, as_json: bool) -> None:
    if as_json:
        report.print_document({"ok": True, **document_of(found, on=on)})
    else:
        tell_pack(found, on=on)


def _apply(found: Pack, options: argparse.Namespace) -> None:
    """Say what will move, and move it once somebody has agreed to that."""
    today = clock.today()
    change = change_by(found)
    foreseen = foresee(found, change, on=today)
    if not options.json:
        tell_foreseen(change, foreseen)
    moves = not options.preview and (options.yes or not change.clocks or _agreed(as_json=options.json))
    if moves:
        apply_pack(found, on=today)
    if options.json:
        report.print_document({"ok": True, "applied": moves} | foreseen_document(change, foreseen))
    elif change.clocks:
        report.paper.print("They have moved." if moves else "Nothing was written.")


def _agreed(*, as_json: bool) -> bool:
    """Where nobody can be asked, nobody has agreed."""
    if as_json or not sys.stdin.isatty():
        raise Trouble("Nobody is here to be asked whether these duties shall move.", "Say it with --yes.")
    return Confirm.ask("Shall they move?", console=report.terminal, default=False)
