"""Days as returns write them, and days that do not exist."""

from datetime import date

import pytest

from tests.exchange.returns import IMPORT_DAY, a_row
from vatra.exchange.ssda903.checking import Flaw, birth_of, episode, partial
from vatra.exchange.ssda903.dates import NotADay, read_day
from vatra.exchange.ssda903.tables import Table
from vatra.kernel.partial import PartialDate, Precision


@pytest.mark.parametrize(
    "text", ["29/02/2016", "2016-02-29", " 29/2/2016 ", "29.02.2016", "2016-02-29 00:00:00", "2016/02/29"]
)
def test_a_leap_day_is_read_in_every_usual_way(text: str) -> None:
    assert read_day(text) == date(2016, 2, 29)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("31/02/2018", "no_such_day"),
        ("2017-02-29", "no_such_day"),
        ("00/00/2018", "no_such_day"),
        ("yesterday", "date_unreadable"),
        ("01/02/18", "date_unreadable"),
        ("01/02/0018", "date_unreadable"),
        ("31/12/9999", "date_unreadable"),
    ],
)
def test_what_is_no_day_says_why(text: str, code: str) -> None:
    with pytest.raises(NotADay) as refused:
        read_day(text)

    assert refused.value.code == code


def test_a_birth_may_be_known_in_part() -> None:
    row = a_row(Table.HEADER, DOB="zz/03/2015")

    assert birth_of(row, IMPORT_DAY) == PartialDate(date(2015, 3, 1), Precision.MONTH)


def test_a_partly_known_day_does_not_excuse_one_that_does_not_exist() -> None:
    with pytest.raises(Flaw) as flaw:
        partial(a_row(Table.PREVIOUS_PERMANENCE, DATE_PERM="31/02/2015"), "DATE_PERM", IMPORT_DAY)

    assert (flaw.value.code, flaw.value.details) == (
        "no_such_day",
        {"column": "DATE_PERM", "value": "31/02/2015"},
    )


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ({"DECOM": ""}, "value_missing"),
        ({"DECOM": "31/02/2018"}, "no_such_day"),
        ({"DECOM": "01/01/2031"}, "day_in_future"),
        ({"DEC": "01/05/2017"}, "ends_before_it_starts"),
        ({"PLACE": "Q9"}, "code_unknown"),
        ({"LS": ""}, "value_missing"),
        ({"REC": "E99"}, "code_unknown"),
        ({"CIN": "N9"}, "code_unknown"),
    ],
)
def test_an_episode_that_cannot_be_says_why(cells: dict[str, str], code: str) -> None:
    row = a_row(Table.EPISODES)
    row.raw |= {"DECOM": "10/05/2017", "LS": "V2", "PLACE": "U6"} | cells

    with pytest.raises(Flaw) as flaw:
        episode(row, IMPORT_DAY)

    assert flaw.value.code == code
