"""Campaigns, institutions, asks and actions."""

from vatra.advocacy.models.action import Action
from vatra.advocacy.models.ask import PolicyAsk
from vatra.advocacy.models.campaign import Campaign, CampaignPhase
from vatra.advocacy.models.institution import Institution, Post, Term

__all__ = ["Action", "Campaign", "CampaignPhase", "Institution", "PolicyAsk", "Post", "Term"]
