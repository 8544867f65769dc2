"""Asks as a table that a spreadsheet opens, in the language of the page."""

import csv
from datetime import date

from django.db.models import QuerySet
from django.http import HttpResponse
from django.utils.translation import gettext as _

from vatra.advocacy.asks.listing import ListedAsk, listed
from vatra.advocacy.asks.scales import AS_COMPLETION, AS_MUNICIPAL_PROMISE
from vatra.advocacy.models import PolicyAsk
from vatra.kernel.spreadsheet import BYTE_ORDER_MARK, harmless


def csv_answer(asks: QuerySet[PolicyAsk], *, on: date, for_everybody: bool) -> HttpResponse:
    """The table as a file; for everybody it names no campaign that the public site does not show."""
    answer = HttpResponse(BYTE_ORDER_MARK, content_type="text/csv; charset=utf-8")
    answer.headers["Content-Disposition"] = f'attachment; filename="asks-{on.isoformat()}.csv"'
    table = csv.writer(answer)
    table.writerow(_heads())
    for each in listed(asks, on=on):
        campaign = each.ask.campaign
        is_named = not for_everybody or campaign.is_shown_on(on)
        table.writerow(map(harmless, _cells(each, str(campaign) if is_named else "")))
    return answer


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


def _cells(each: ListedAsk, campaign: str) -> list[object]:
    ask, stage = each.ask, each.state.stage
    return [
        ask.slug,
        ask.title,
        campaign,
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
