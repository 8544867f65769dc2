"""Who the child is: from the header rows, and where there are none from what the other rows say."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from vatra.exchange.ssda903.checking import birth_of
from vatra.exchange.ssda903.rows import Fates, Row
from vatra.exchange.ssda903.tables import BIRTH, SEX, Table
from vatra.exchange.ssda903.words.child import SEX_OF_CODE
from vatra.kernel.partial import PartialDate
from vatra.people.words import Sex


@dataclass(frozen=True)
class Identity:
    """Sex, birth and pupil number as the latest return gives them."""

    sex: Sex
    birth: PartialDate | None
    pupil_number: str


def identity_of(headers: list[Row], others: Iterable[Row], today: date, fates: Fates) -> Identity:
    """The latest header row is used, the ones before merge into it; rows about another birth are set aside."""
    header = the_latest(_same_child(headers, fates), fates)
    births = {birth_of(row, today) for row in headers} - {None}
    birth = birth_of(header, today) if header else None
    for row in sorted(others, key=lambda each: each.vintage, reverse=True):
        given = birth_of(row, today)
        if given and births and given not in births:
            fates.set_aside(row, "birth_differs", value=row.value(BIRTH))
        elif given and not births:
            births, birth = {given}, given
    sex = SEX_OF_CODE.get(header.code(SEX), Sex.UNKNOWN) if header else Sex.UNKNOWN
    return Identity(sex, birth, header.code("UPN") if header else "")


def the_latest(rows: list[Row], fates: Fates) -> Row | None:
    """Of rows that each return sends again: the latest return's first one is used, the others merge into it."""
    if not rows:
        return None
    best = max(rows, key=lambda row: row.vintage)
    for row in rows:
        if row is best:
            fates.use(row)
        elif row.says_the_same_as(best):
            fates.merge(row, "same_as", best)
        elif row.vintage < best.vintage:
            fates.merge(row, "superseded", best)
        else:
            fates.set_aside_for(row, "second_answer", best)
    return best


def _same_child(headers: list[Row], fates: Fates) -> list[Row]:
    """Two header rows of one return with the same number and another sex or birth may be two children."""
    first: dict[date, Row] = {}
    for row in headers:
        of_return = first.setdefault(row.vintage, row)
        if (row.code(SEX), row.value(BIRTH)) != (of_return.code(SEX), of_return.value(BIRTH)):
            fates.set_aside_for(row, "same_number_other_child", of_return)
    return fates.untold(headers)


def of_table(rows: Iterable[Row], table: Table) -> list[Row]:
    """The rows of one table."""
    return [row for row in rows if row.table is table]
