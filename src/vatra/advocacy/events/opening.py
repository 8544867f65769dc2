"""The press conference of 15 May 2015 that opened "I give hope": the first in the press room."""

import tomllib
from datetime import datetime, time
from pathlib import Path
from typing import Any

from vatra.advocacy.actions.occasions import Where
from vatra.advocacy.actions.past import tell_where
from vatra.advocacy.models import Action, Occasion
from vatra.kernel import clock
from vatra.kernel.in_languages import wording
from vatra.kernel.ledger import Actor

TOLD = Path(__file__).with_suffix(".toml")
LAST_MINUTE = time(23, 59)


def add_the_opening(*, by: Actor) -> Occasion | None:
    """Give the press conference its place in the press room, once; None where it was not told of."""
    told = tomllib.loads(TOLD.read_text(encoding="utf-8"))
    action = Action.objects.filter(slug=told["slug"]).select_related("occasion").first()
    if action is None:
        return None
    return getattr(action, "occasion", None) or tell_where(action=action, where=_where(told, action), by=by)


def _where(told: dict[str, Any], action: Action) -> Where:
    return Where(
        place=told["place"],
        starts_at=clock.midnight(action.first_day),
        ends_at=datetime.combine(action.first_day, LAST_MINUTE, clock.LOCAL),
        hour_is_known=False,
        languages=[],
        objectives=wording(told["objectives"]),
    )
