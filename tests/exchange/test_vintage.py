"""Which return a row came in."""

from datetime import date

import pytest

from tests.exchange.returns import IMPORT_DAY, a_row
from vatra.exchange.ssda903.rows import Row
from vatra.exchange.ssda903.tables import Table
from vatra.exchange.ssda903.vintage import end_of_year, give_vintages


def _row(start: str, *, year: str = "", file: str = "episodes.csv", end: str = "") -> Row:
    row = a_row(Table.EPISODES, DECOM=start, DEC=end, YEAR=year)
    row.file = file
    return row


def _vintages(*rows: Row) -> list[date]:
    give_vintages(rows, IMPORT_DAY)
    return [row.vintage for row in rows]


def test_the_year_runs_to_the_31st_of_march() -> None:
    assert [end_of_year(day) for day in (date(2018, 3, 31), date(2018, 4, 1))] == [
        date(2018, 3, 31),
        date(2019, 3, 31),
    ]


def test_a_year_in_which_episodes_begin_after_march_is_the_year_in_which_the_return_starts() -> None:
    rows = _row("10/05/2017", year="2017"), _row("01/02/2019", year="2018")

    assert _vintages(*rows) == [date(2018, 3, 31), date(2019, 3, 31)]


def test_a_year_in_which_no_episode_begins_after_march_is_the_year_in_which_the_return_ends() -> None:
    rows = _row("10/05/2016", year="2017", end="01/02/2017"), _row("01/02/2018", year="2018")

    assert _vintages(*rows) == [date(2017, 3, 31), date(2018, 3, 31)]


@pytest.mark.parametrize("name", ["2019-episodes.csv", "SSDA903_2019_episodes.csv", "episodes2019.csv"])
def test_the_name_of_the_file_gives_the_year_where_the_row_does_not(name: str) -> None:
    assert _vintages(_row("01/02/2019", file=name)) == [date(2019, 3, 31)]


def test_without_a_year_the_latest_day_that_has_come_tells_the_return() -> None:
    rows = _row("10/05/2016"), _row("01/02/2018"), _row("01/02/2099")

    assert _vintages(*rows) == [date(2018, 3, 31)] * 3


def test_a_file_without_days_belongs_to_the_return_of_the_others() -> None:
    header = a_row(Table.HEADER)
    header.file = "header.csv"

    assert _vintages(_row("01/02/2018"), header) == [date(2018, 3, 31)] * 2


def test_a_folder_without_any_day_belongs_to_the_year_of_the_import() -> None:
    assert _vintages(a_row(Table.HEADER)) == [date(2025, 3, 31)]
