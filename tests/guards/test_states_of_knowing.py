"""docs/states.md says what stands against asking, judging and telling."""

from tests.guards.test_states import codes_in, rows_under


def test_the_book_lists_everything_that_stands_against_asking_judging_and_telling() -> None:
    book = {(row[0], row[2]) for row in rows_under("What stands against asking, judging and telling")}
    modules = ("advocacy/awareness/rules.py", "advocacy/evaluation/plan.py", "advocacy/telling.py")
    assert book == set().union(*(codes_in(module) for module in modules))
