"""Counts told without pointing at anybody: small ones as "fewer than", and others so that no small one can be computed.

A table has a row per group and a column per answer; what each group answered altogether is told, and the last row may
be the sum of the others. A hidden cell can be computed from the rest exactly when it is a bridge in the graph whose
nodes are rows and columns and whose edges are hidden cells (Gusfield 1988), so cells are hidden until no bridge is left,
and until what is hidden together in a line is itself not small.
"""

from collections.abc import Iterator

import numpy as np

from vatra.advocacy.numbers import Truths, Whole
from vatra.kernel.privacy import FEWEST_SHOWN

Cell = tuple[int, int]
FEWEST_IN_A_LINE = 2


def hidden(counts: Whole) -> Truths:
    """Which cells of a table are told as "fewer than" or not at all; with more than one row the last one is the sum."""
    found = (counts > 0) & (counts < FEWEST_SHOWN)
    while (another := _another(counts, found)) is not None:
        found[another] = True
    return found


def _another(counts: Whole, found: Truths) -> Cell | None:
    """One cell more to be hidden, or None where nothing small can be computed."""
    for line in _lines(counts.shape):
        if _is_thin(line, counts, found):
            cell = _smallest_shown(line, counts, found)
            if cell is not None:
                return cell
    for row, column in _bridges(found) if counts.shape[0] > 1 else ():
        for line in (_row(row, counts.shape), _column(column, counts.shape)):
            cell = _smallest_shown(line, counts, found)
            if cell is not None:
                return cell
    return None


def _lines(shape: tuple[int, ...]) -> Iterator[list[Cell]]:
    yield from (_row(row, shape) for row in range(shape[0]))
    if shape[0] > 1:
        yield from (_column(column, shape) for column in range(shape[1]))


def _row(row: int, shape: tuple[int, ...]) -> list[Cell]:
    return [(row, column) for column in range(shape[1])]


def _column(column: int, shape: tuple[int, ...]) -> list[Cell]:
    return [(row, column) for row in range(shape[0])]


def _is_thin(line: list[Cell], counts: Whole, found: Truths) -> bool:
    """Whether what is hidden in a line follows from what is shown of it, or is small even together."""
    cells = [cell for cell in line if found[cell]]
    if not cells:
        return False
    is_row = line[0][0] == line[-1][0]
    sum_is_hidden = not is_row and line[-1] in cells
    together = sum(int(counts[cell]) for cell in cells)
    return len(cells) < FEWEST_IN_A_LINE or (not sum_is_hidden and together < FEWEST_SHOWN)


def _smallest_shown(line: list[Cell], counts: Whole, found: Truths) -> Cell | None:
    """The smallest count that is still shown; one of nobody only where there is no other, for it protects little."""
    shown = [cell for cell in line if not found[cell]]
    return min(shown, key=lambda cell: (counts[cell] == 0, counts[cell], cell), default=None)


def _bridges(found: Truths) -> list[Cell]:
    """The hidden cells without which their row and their column would not hang together."""
    cells = [(int(row), int(column)) for row, column in np.argwhere(found)]
    return [cell for cell in cells if not _hang_together(cell, [each for each in cells if each != cell])]


def _hang_together(cell: Cell, others: list[Cell]) -> bool:
    rows, columns = {cell[0]}, set[int]()
    grown = True
    while grown:
        before = len(rows) + len(columns)
        columns |= {column for row, column in others if row in rows}
        rows |= {row for row, column in others if column in columns}
        grown = len(rows) + len(columns) > before
    return cell[1] in columns
