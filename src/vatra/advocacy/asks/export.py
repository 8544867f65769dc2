"""Asks as a table that a spreadsheet opens, in the language of the page."""

import csv
from collections.abc import Iterator
from datetime import date

from django.db.models import QuerySet
from django.http import HttpResponse
from django.utils.translation import gettext as _

from vatra.advocacy.asks.listing import ListedAsk, listed
from vatra.advocacy.asks.scales import AS_COMPLETION, AS_MUNICIPAL_PROMISE
from vatra.advocacy.models import PolicyAsk

# What begins so is run by a spreadsheet; with an apostrophe before it, it is read.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_answer(asks: QuerySet[PolicyAsk], *, on: date) -> HttpResponse:
    """The table as a file; the mark at its beginning tells spreadsheets that it is UTF-8."""
    answer = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    answer.headers["Content-Disposition"] = f'attachment; filename="asks-{on.isoformat()}.csv"'
    csv.writer(answer).writerows(rows(listed(asks, on=on)))
    return answer


def rows(asks: list[ListedAsk]) -> Iterator[list[str]]:
    """A row of heads, and one for each ask."""
    yield _heads()
    for each in asks:
        yield [_harmless(cell) for cell in _cells(each)]


def _heads() -> list[str]:
    return [
        _("Short name"),
        _("What is asked"),
        _("Campaign"),
        _("Theme"),
        _("Level"),
        _("Instrument wanted"),
        _("Institution"),
        _("Post"),
        _("Asked on"),
        _("Asked for by"),
        _("Stage"),
        _("Since"),
        _("Progress, 1 to 5"),
        _("Quality, 1 to 5"),
        _("Our contribution"),
        _("GAP Institute’s steps"),
        _("Open Government Partnership’s steps"),
    ]


def _cells(each: ListedAsk) -> list[object]:
    ask, stage = each.ask, each.state.stage
    return [
        ask.slug,
        ask.title,
        ask.campaign,
        ask.get_theme_display(),
        ask.get_level_display(),
        ask.get_instrument_display(),
        ask.addressee.institution,
        ask.addressee,
        ask.asked_on,
        ask.deadline_on or "",
        stage.label,
        each.state.first_day,
        each.progress or "",
        each.quality or "",
        each.contribution.label if each.contribution else "",
        *(step.label if step else "" for step in (AS_MUNICIPAL_PROMISE[stage], AS_COMPLETION[stage])),
    ]


def _harmless(cell: object) -> str:
    text = str(cell)
    return f"'{text}" if text.startswith(FORMULA) else text
