"""Files are read whatever their encoding, separator and name; what cannot be told apart is set aside."""

from pathlib import Path

import pytest

from tests.exchange.returns import EPISODE, HEADER, a_file, an_episode, as_csv
from vatra.exchange.ssda903.reading.encoding import decoded
from vatra.exchange.ssda903.reading.folder import rows_in, rows_of_text
from vatra.exchange.ssda903.rows import Row
from vatra.exchange.ssda903.tables import Table


def _rows(text: str) -> list[Row]:
    return list(rows_of_text(text, "return.csv"))


def _flaws(text: str) -> list[tuple[int, str]]:
    return [(row.line, row.flaw) for row in _rows(text)]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "latin-1"]
)
def test_a_file_of_any_usual_encoding_gives_the_same_text(encoding: str) -> None:
    text = as_csv([EPISODE | {"HOME_POST": "Café"}])

    assert decoded(text.encode(encoding)) == text


def test_bytes_that_no_alphabet_knows_are_still_read() -> None:
    assert decoded(b"CHILD,\x81\x00") == "CHILD,\x81␀"


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_separator_is_the_one_that_makes_columns(separator: str) -> None:
    (row,) = _rows(as_csv([EPISODE], separator))

    assert (row.table, row.value("PL_POST")) == (Table.EPISODES, "AB1 0CD")


def test_a_table_is_known_by_its_columns_and_not_by_its_name(tmp_path: Path) -> None:
    folder = a_file(tmp_path, "children-final-2.csv", HEADER)
    a_file(tmp_path, "header.csv", EPISODE)

    assert {row.file: row.table for row in rows_in(folder)} == {
        "children-final-2.csv": Table.HEADER,
        "header.csv": Table.EPISODES,
    }


def test_small_letters_spaces_and_a_mark_before_the_columns_do_not_hide_them() -> None:
    (row,) = _rows("\ufeff child ,decom,Place Provider,ls,place\n7,10/05/2017,PR1,V2,U6\n")

    assert (row.table, row.value("PLACE_PROVIDER"), row.flaw) == (Table.EPISODES, "PR1", "")


def test_a_cell_in_quotation_marks_may_run_over_lines_and_the_lines_after_keep_their_numbers() -> None:
    text = 'CHILD,REVIEW,REVIEW_CODE\n7,01/02/2018,"PN1\nsaid so"\n8,01/02/2018,PN2\n'

    assert [(row.line, row.value("REVIEW_CODE")) for row in _rows(text)] == [(2, "PN1\nsaid so"), (4, "PN2")]


def test_a_quotation_mark_that_is_never_closed_costs_one_line_only() -> None:
    text = 'CHILD,REVIEW,REVIEW_CODE\n7,"01/02/2018,PN1\n8,01/02/2018,PN2\n'

    assert _flaws(text) == [(2, "quote_not_closed"), (3, "")]
    assert _rows(text)[0].raw == {"(1)": '7,"01/02/2018,PN1'}


def test_rows_that_do_not_fit_the_columns_are_told_apart() -> None:
    text = "CHILD,REVIEW,REVIEW_CODE\n7,01/02/2018\n8,01/02/2018,PN1,more\n,,\n\n9,01/02/2018,PN2,\n"

    assert _flaws(text) == [(2, "too_few_cells"), (3, "too_many_cells"), (4, "row_empty"), (6, "")]


def test_a_missing_column_is_named_on_every_row() -> None:
    assert _flaws("CHILD,DECOM,PLACE\n7,10/05/2017,U6\n") == [(2, "column_missing:LS")]


def test_columns_we_do_not_know_are_kept_and_two_of_one_name_do_not_hide_each_other() -> None:
    (row,) = _rows("CHILD,REVIEW,REVIEW_CODE,NOTE,NOTE\n7,01/02/2018,PN1,first,second\n")

    assert (row.raw["NOTE"], row.raw["NOTE (2)"], row.flaw) == ("first", "second", "")


def test_nothing_in_the_folder_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "empty.csv").write_text("")
    (tmp_path / "book.xlsx").write_bytes(b"PK")
    (tmp_path / "shopping.csv").write_text("what,how many\nbread,2\n")

    assert [(row.file, row.line, row.table, row.flaw) for row in rows_in(tmp_path)] == [
        ("book.xlsx", 0, Table.OTHER, "not_a_table"),
        ("empty.csv", 0, Table.OTHER, "empty_file"),
        ("shopping.csv", 1, Table.OTHER, "table_unknown"),
        ("shopping.csv", 2, Table.OTHER, "table_unknown"),
    ]


def test_the_same_row_of_two_returns_is_not_the_same_row() -> None:
    (one,), (other,) = _rows(as_csv([an_episode("10/05/2017")])), _rows(as_csv([an_episode("10/05/2017")]))
    other.vintage = other.vintage.replace(year=2018)

    assert one.says_the_same_as(other)
    assert one.digest != other.digest
