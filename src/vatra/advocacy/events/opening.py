"""The press conference of 15 May 2015 that opened "I give hope": the first in the press room."""

import tomllib
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from vatra.advocacy.actions.occasions import Where, plan_occasion
from vatra.advocacy.announced import Announced
from vatra.advocacy.models import Campaign, Occasion
from vatra.advocacy.words import ActionKind
from vatra.kernel import clock
from vatra.kernel.in_languages import wording
from vatra.kernel.ledger import Actor

CAMPAIGN = "i-give-hope"
TOLD = Path(__file__).with_suffix(".toml")
LAST_MINUTE = time(23, 59)


def add_the_opening(*, by: Actor) -> Occasion | None:
    """Write it down for its campaign, once; None where the campaign is not there."""
    told = tomllib.loads(TOLD.read_text())
    if known := Occasion.objects.filter(action__slug=told["slug"]).first():
        return known
    campaign = Campaign.objects.filter(slug=CAMPAIGN).first()
    if campaign is None:
        return None
    return plan_occasion(
        kind=ActionKind.PRESS_CONFERENCE,
        announced=_announced(told, campaign),
        where=_where(told, told["day"]),
        by=by,
    )


def _announced(told: dict[str, Any], campaign: Campaign) -> Announced:
    day = told["day"]
    title = wording(told["title"])
    return Announced(campaign, told["slug"], title, first_day=day, last_day=day, shown_from=day)


def _where(told: dict[str, Any], day: date) -> Where:
    return Where(
        place=told["place"],
        starts_at=datetime.combine(day, time.min, clock.LOCAL),
        ends_at=datetime.combine(day, LAST_MINUTE, clock.LOCAL),
        hour_is_known=False,
        languages=[],
        objectives=wording(told["objectives"]),
    )
