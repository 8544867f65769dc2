"""docs/states.md says what the code does."""

import re
from pathlib import Path

from vatra.decisions.states import MOVES

ROOT = Path(__file__).parents[2]
STATES = (ROOT / "docs" / "states.md").read_text()


def rows_under(heading: str) -> list[list[str]]:
    """The cells of the table under a heading, without its head."""
    section = STATES.split(f"## {heading}\n")[1].split("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("|")][2:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def codes_in(module: str) -> set[tuple[str, str]]:
    """Every code a module of rules raises, with its weight."""
    source = (ROOT / "src" / "vatra" / module).read_text()
    found = re.findall(
        r"Concern\(\s*f?\"([\w-]+?)(?:-\{number\}|\{child\.mark\})?\",\s*Severity\.(\w+)", source
    )
    return {(code, weight.lower()) for code, weight in found}


def test_the_moves_of_a_question_are_the_moves_in_the_book() -> None:
    book = {
        row[0]: {word.strip() for word in row[2].split(",")} - {""}
        for row in rows_under("Question and decision")
    }
    assert book == {state.value: {to.value for to in moves} for state, moves in MOVES.items()}


def test_the_book_lists_everything_a_decision_must_have() -> None:
    book = {(row[0], row[2]) for row in rows_under("What a decision must have before it can be issued")}
    assert book == codes_in("decisions/rules.py")


def test_the_book_lists_everything_that_stands_against_a_placement() -> None:
    book = {(row[0], row[2]) for row in rows_under("What stands against a placement")}
    assert book == codes_in("placements/rules.py")
