"""Campaigns, institutions, asks and actions; the texts of the public site."""

from vatra.advocacy.models.action import Action
from vatra.advocacy.models.ask import PolicyAsk
from vatra.advocacy.models.campaign import Campaign, CampaignPhase
from vatra.advocacy.models.institution import Institution, Post, Term
from vatra.advocacy.models.site import HowToReachUs, SiteEdition, SitePage

__all__ = [
    "Action",
    "Campaign",
    "CampaignPhase",
    "HowToReachUs",
    "Institution",
    "PolicyAsk",
    "Post",
    "SiteEdition",
    "SitePage",
    "Term",
]
