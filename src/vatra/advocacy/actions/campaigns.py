"""Acts on campaigns: opening one, changing it, showing it to the public."""

from collections.abc import Mapping, Sequence
from datetime import date

from vatra.advocacy.models import Campaign, CampaignAudience
from vatra.kernel.atomic import atomic
from vatra.kernel.constraints import well_formed
from vatra.kernel.in_languages import wording
from vatra.kernel.ledger import Actor, record


@atomic()
def open_campaign(
    *,
    slug: str,
    name: Mapping[str, str],
    purpose: Mapping[str, str],
    first_day: date,
    last_day: date | None,
    audiences: Sequence[str],
    by: Actor,
    parent: Campaign | None = None,
    languages: Sequence[str] = (),
    budget_line: str = "",
    dates_note: Mapping[str, str] | None = None,
) -> Campaign:
    """Begin a campaign, or a part of one within its days; with `dates_note` the days are only the frame it lies in."""
    note = wording(dates_note or {})
    campaign = Campaign(
        slug=slug,
        name=wording(name),
        purpose=wording(purpose),
        first_day=first_day,
        last_day=last_day,
        parent=parent,
        languages=list(languages),
        budget_line=budget_line,
        dates_unverified=bool(note),
        dates_note=note,
    )
    well_formed(campaign)
    campaign.save()
    _speak_to(campaign, audiences)
    facts = {"slug": slug, "audiences": sorted(audiences), "parent": parent.pk if parent else None}
    record("open_campaign", by=by, chain=campaign.key, subject=campaign, on=first_day, facts=facts)
    return campaign


@atomic()
def change_campaign(
    *,
    campaign: Campaign,
    name: Mapping[str, str],
    purpose: Mapping[str, str],
    first_day: date,
    last_day: date | None,
    audiences: Sequence[str],
    languages: Sequence[str],
    budget_line: str,
    by: Actor,
) -> Campaign:
    """Write anew what a campaign is called, is for and whom it speaks to, or extend or shorten its days."""
    campaign.name, campaign.purpose = wording(name), wording(purpose)
    campaign.first_day, campaign.last_day = first_day, last_day
    campaign.languages, campaign.budget_line = list(languages), budget_line
    well_formed(campaign)
    campaign.save()
    _speak_to(campaign, audiences)
    facts = {"first_day": first_day, "last_day": last_day, "audiences": sorted(audiences)}
    record("change_campaign", by=by, chain=campaign.key, subject=campaign, facts=facts)
    return campaign


@atomic()
def show_campaign(*, campaign: Campaign, from_day: date | None, by: Actor) -> Campaign:
    """From this day on the campaign stands on the public site; without a day it does not."""
    campaign.shown_from = from_day
    well_formed(campaign)
    campaign.save(update_fields=["shown_from"])
    facts = {"shown_from": from_day}
    record("show_campaign", by=by, chain=campaign.key, subject=campaign, on=from_day, facts=facts)
    return campaign


def _speak_to(campaign: Campaign, audiences: Sequence[str]) -> None:
    """The campaign speaks to these audiences, and to no others."""
    campaign.audiences.exclude(audience__in=audiences).delete()
    known = set(campaign.audiences.values_list("audience", flat=True))
    new = [each for each in dict.fromkeys(audiences) if each not in known]
    CampaignAudience.objects.bulk_create(CampaignAudience(campaign=campaign, audience=each) for each in new)
