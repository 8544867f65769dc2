"""Campaigns, institutions, asks and actions."""

from vatra.advocacy.models.action import Action
from vatra.advocacy.models.answer import Encounter, Promise, PromiseJudgement, Stance
from vatra.advocacy.models.ask import PolicyAsk
from vatra.advocacy.models.campaign import Campaign, CampaignPhase
from vatra.advocacy.models.campaign_part import CampaignAudience, CampaignPartner, CampaignWorker
from vatra.advocacy.models.goal import CampaignGoal, GoalReading
from vatra.advocacy.models.institution import Institution, Post, Term
from vatra.advocacy.models.rating import (
    ContributionEvidence,
    ContributionRating,
    ProgressRating,
    QualityRating,
)
from vatra.advocacy.models.update import AskUpdate

__all__ = [
    "Action",
    "AskUpdate",
    "Campaign",
    "CampaignAudience",
    "CampaignGoal",
    "CampaignPartner",
    "CampaignPhase",
    "CampaignWorker",
    "ContributionEvidence",
    "ContributionRating",
    "Encounter",
    "GoalReading",
    "Institution",
    "PolicyAsk",
    "Post",
    "ProgressRating",
    "Promise",
    "PromiseJudgement",
    "QualityRating",
    "Stance",
from vatra.advocacy.models.signing.batch import InvalidatedSignature, InvalidationBatch
from vatra.advocacy.models.signing.delivery import Delivery
from vatra.advocacy.models.signing.mail import News, SignerMail, SigningLink
from vatra.advocacy.models.signing.network import NetworkSalt, SigningAttempt
from vatra.advocacy.models.signing.sheet import ConsentText, SheetTally, SheetText, SigningSheet
from vatra.advocacy.models.signing.signature import Consent, Signature, Signer

__all__ = [
    "Action",
    "Campaign",
    "CampaignPhase",
    "Consent",
    "ConsentText",
    "Delivery",
    "Institution",
    "InvalidatedSignature",
    "InvalidationBatch",
    "NetworkSalt",
    "News",
    "PolicyAsk",
    "Post",
    "SheetTally",
    "SheetText",
    "Signature",
    "Signer",
    "SignerMail",
    "SigningAttempt",
    "SigningLink",
    "SigningSheet",
    "Term",
]
