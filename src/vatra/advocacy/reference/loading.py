"""Writing down what every installation knows, where it does not know it yet; what staff changed stays as it is."""

import tomllib
from pathlib import Path
from typing import Any

from django.db import transaction

from vatra.advocacy.actions.campaigns import open_campaign, show_campaign
from vatra.advocacy.actions.institutions import enter_institution, enter_post
from vatra.advocacy.actions.past import tell_past_action
from vatra.advocacy.events.opening import add_the_opening
from vatra.advocacy.models import Action, Campaign, Institution
from vatra.advocacy.words import Level
from vatra.kernel import clock
from vatra.kernel.ledger import Actor

HERE = Path(__file__).parent
MAYOR = "mayor"


@transaction.atomic
def load_reference() -> None:
    """The campaigns of our history, and the institutions of Kosovo with their posts; a second time changes nothing."""
    by = Actor(None, "", clock.now())
    _campaigns(_told("campaigns.toml"), by)
    _institutions(by)


def _told(name: str) -> dict[str, Any]:
    return tomllib.loads((HERE / name).read_text(encoding="utf-8"))


def _campaigns(told: dict[str, Any], by: Actor) -> None:
    known = {each.slug: each for each in Campaign.objects.filter(slug__in=_slugs(told["campaign"]))}
    for each in told["campaign"]:
        if each["slug"] not in known:
            given = {**each, "parent": known.get(each.get("parent", ""))}
            campaign = open_campaign(**given, by=by)
            known[campaign.slug] = show_campaign(campaign=campaign, from_day=campaign.first_day, by=by)
    done = set(Action.objects.filter(slug__in=_slugs(told["action"])).values_list("slug", flat=True))
    for each in told["action"]:
        if each["slug"] not in done:
            tell_past_action(**{**each, "campaign": known[each["campaign"]]}, by=by)
    add_the_opening(by=by)


def _slugs(rows: list[dict[str, Any]]) -> list[str]:
    return [row["slug"] for row in rows]


def _institutions(by: Actor) -> None:
    known = set(Institution.objects.exclude(code="").values_list("code", flat=True))
    for each in _told("central.toml")["institution"]:
        if each["code"] not in known:
            _enter(each["code"], each["name"], each["post"], Level.CENTRAL, "", by)
    told = _told("municipalities.toml")
    for each in told["municipality"]:
        # An address writes codes with dashes.
        code = f"municipality-{each['code'].replace('_', '-')}"
        if code not in known:
            _enter(code, each["name"], told[MAYOR], Level.MUNICIPAL, each["code"], by)


def _enter(
    code: str, name: dict[str, str], post: dict[str, str], level: str, municipality: str, by: Actor
) -> None:
    institution = enter_institution(name=name, level=level, municipality=municipality, code=code, by=by)
    enter_post(institution=institution, title=post, code=f"head-of-{code}", by=by)
