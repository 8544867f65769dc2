"""Figures of months and months to leave out, as somebody pastes them: one line each, its parts between semicolons."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal, InvalidOperation

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from vatra.advocacy.actions.series import Figure

_MONTH = re.compile(r"(\d{4})-(\d{2})")
MOST = Decimal(10) ** 9


def figures_in(text: str, *, source: str) -> list[Figure]:
    """Lines such as `2026-03; 14; annual report`; where a line names no source, the one given."""
    found = [_figure(number, parts, source) for number, parts in _parts(text)]
    months = [figure.month_on for figure in found]
    if len(months) != len(set(months)):
        raise ValidationError(_("A month is written twice."), code="twice")
    return found


def left_out_in(text: str) -> list[dict[str, str]]:
    """Lines such as `2026-03; strike of the telephone company`."""
    return [_left_out(number, parts) for number, parts in _parts(text)]


def as_lines(left_out: list[dict[str, str]]) -> str:
    """Months left out as they are typed."""
    return "\n".join(f"{each['month'][:7]}; {each['why']}" for each in left_out)


def _parts(text: str) -> Iterator[tuple[int, list[str]]]:
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip():
            yield number, [part.strip() for part in line.split(";")]


def _figure(number: int, parts: list[str], usual_source: str) -> Figure:
    month, value, source = (*parts, "", "", "")[:3]
    day, figure = _month(month), _decimal(value)
    if day is None or figure is None or not (source or usual_source):
        raise _unclear(number, _("month as 2026-03; figure; source"))
    return Figure(day, figure, source or usual_source)


def _left_out(number: int, parts: list[str]) -> dict[str, str]:
    month, why = (*parts, "", "")[:2]
    day = _month(month)
    if day is None or not why:
        raise _unclear(number, _("month as 2026-03; why it is left out"))
    return {"month": day.isoformat(), "why": why}


def _month(text: str) -> date | None:
    found = _MONTH.fullmatch(text)
    if found is None or not 1 <= int(found[2]) <= 12 or int(found[1]) < 1900:
        return None
    return date(int(found[1]), int(found[2]), 1)


def _decimal(text: str) -> Decimal | None:
    try:
        value = Decimal(text.replace(",", "."))
    except InvalidOperation:
        return None
    return value if value.is_finite() and abs(value) < MOST else None


def _unclear(number: int, expected: str) -> ValidationError:
    sentence = _("Line %(number)s cannot be read. Write: %(expected)s") % {
        "number": number,
        "expected": expected,
    }
    return ValidationError(sentence, code="unclear")
