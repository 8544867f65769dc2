"""How often the test of a launch, and the usual ones, say that something changed: on invented series, in one table."""

import argparse
import time

from rich.table import Table

from vatra.advocacy.evaluation.rivals import RIVALS
from vatra.advocacy.evaluation.simulation import DRAWS, OURS, Cell, table
from vatra.commands import report

SEED = 2026
TESTS = (*RIVALS, OURS)
CALLED = {"ols": "OLS", "newey_west": "HAC", "gls_ar1": "GLS AR(1)", OURS: "calibrated"}


def run(options: argparse.Namespace) -> int:
    """Simulate every combination of length, memory and step."""
    began = time.monotonic()
    cells = []
    with report.terminal.status("Simulating") as status:
        for cell in table(runs=options.runs, seed=SEED):
            cells.append(cell)
            status.update(
                f"{cell.points} + {cell.points} points, memory {cell.memory}, step {cell.step:g} SD"
            )
    _tell(cells, runs=options.runs, seconds=time.monotonic() - began, as_json=options.json)
    return 0


def _tell(cells: list[Cell], *, runs: int, seconds: float, as_json: bool) -> None:
    if as_json:
        facts = {"ok": True, "runs": runs, "draws": DRAWS, "seed": SEED, "seconds": round(seconds, 1)}
        report.print_document(facts | {"cells": [_as_json(cell) for cell in cells]})
        return
    shown = Table("points", "memory", "step", *(CALLED[test] for test in TESTS), box=None)
    for cell in cells:
        shares = (f"{100 * cell.alarms[test]:.1f} ±{100 * cell.error(test):.1f}" for test in TESTS)
        shown.add_row(f"{cell.points} + {cell.points}", f"{cell.memory:g}", f"{cell.step:g}", *shares)
    report.paper.print(
        f"Of {runs:,} invented series, the percentage in which a test says at 5 % that the launch changed something,"
        " ± its Monte Carlo standard error; steps in standard deviations. Without a step every alarm is false."
    )
    report.paper.print(shown)


def _as_json(cell: Cell) -> dict[str, object]:
    return {
        "points": cell.points,
        "memory": cell.memory,
        "step": cell.step,
        "alarms": dict(cell.alarms),
        "errors": {test: cell.error(test) for test in TESTS},
    }
