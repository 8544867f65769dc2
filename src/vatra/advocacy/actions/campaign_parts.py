"""Acts on parts of a campaign: its phases, its partners, and who works on it."""

from collections.abc import Mapping
from datetime import date

from vatra.access.models import User
from vatra.advocacy.models import Campaign, CampaignPartner, CampaignPhase, CampaignWorker
from vatra.kernel.atomic import atomic
from vatra.kernel.constraints import well_formed
from vatra.kernel.in_languages import wording
from vatra.kernel.ledger import Actor, record


@atomic()
def add_phase(
    *, campaign: Campaign, name: Mapping[str, str], first_day: date, last_day: date, by: Actor
) -> CampaignPhase:
    """A part of the campaign's days gets a name: preparation, launch, handing over."""
    phase = CampaignPhase(campaign=campaign, name=wording(name), first_day=first_day, last_day=last_day)
    well_formed(phase)
    phase.save()
    facts = {"last_day": last_day}
    record("add_phase", by=by, chain=campaign.key, subject=phase, on=first_day, facts=facts)
    return phase


@atomic()
def name_partner(*, campaign: Campaign, name: str, part: str, by: Actor) -> CampaignPartner:
    """Another organisation carries the campaign with us."""
    partner = CampaignPartner(campaign=campaign, name=name, part=part)
    well_formed(partner)
    partner.save()
    record("name_partner", by=by, chain=campaign.key, subject=partner)
    return partner


@atomic()
def join_campaign(
    *, campaign: Campaign, user: User, does: str, first_day: date, last_day: date | None, by: Actor
) -> CampaignWorker:
    """Somebody of ours works on the campaign on these days."""
    worker = CampaignWorker(campaign=campaign, user=user, does=does, first_day=first_day, last_day=last_day)
    well_formed(worker)
    worker.save()
    facts = {"user": user.pk, "last_day": last_day}
    record("join_campaign", by=by, chain=campaign.key, subject=worker, on=first_day, facts=facts)
    return worker


@atomic()
def leave_campaign(*, worker: CampaignWorker, last_day: date, by: Actor) -> CampaignWorker:
    """After this day the person works on the campaign no more."""
    worker.last_day = last_day
    well_formed(worker)
    worker.save(update_fields=["last_day"])
    facts = {"user": worker.user_id}
    record("leave_campaign", by=by, chain=worker.campaign.key, subject=worker, on=last_day, facts=facts)
    return worker
