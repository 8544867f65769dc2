"""What was done for a campaign before Vatra kept it."""

from collections.abc import Mapping
from datetime import date

from vatra.advocacy.actions.occasions import Where
from vatra.advocacy.models import Action, Campaign, Occasion
from vatra.kernel.atomic import atomic
from vatra.kernel.constraints import well_formed
from vatra.kernel.in_languages import wording
from vatra.kernel.ledger import Actor, record


@atomic()
def tell_past_action(
    *, campaign: Campaign, kind: str, slug: str, title: Mapping[str, str], on: date, by: Actor
) -> Action:
    """Write down that something was done for a campaign on a day that is past; it is shown with its campaign."""
    action = Action(
        campaign=campaign,
        kind=kind,
        slug=slug,
        title=wording(title),
        first_day=on,
        last_day=on,
        shown_from=on,
    )
    well_formed(action)
    action.save()
    record("tell_past_action", by=by, chain=campaign.key, subject=action, on=on, facts={"kind": kind})
    return action


@atomic()
def tell_where(*, action: Action, where: Where, by: Actor) -> Occasion:
    """Write down when and where a past action took place: from then on it has a page of its own."""
    occasion = Occasion(action=action, **vars(where))
    well_formed(occasion)
    occasion.save()
    record("tell_where", by=by, chain=action.key, subject=occasion, on=action.first_day)
    return occasion
