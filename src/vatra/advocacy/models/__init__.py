"""Campaigns, institutions, asks and actions, and what belongs to each kind of action."""

from vatra.advocacy.models.action import Action
from vatra.advocacy.models.ask import PolicyAsk
from vatra.advocacy.models.briefs import Brief, BriefGiven, BriefVersion
from vatra.advocacy.models.campaign import Campaign, CampaignPhase
from vatra.advocacy.models.coding import Adjudication, Coding
from vatra.advocacy.models.institution import Institution, Post, Term
from vatra.advocacy.models.letters import LetterCall, LetterReading, LetterReply, WrittenLetter
from vatra.advocacy.models.mail import ActionMail
from vatra.advocacy.models.media import Clipping, FeedSource, KeyMessage, Outlet, Suggestion
from vatra.advocacy.models.occasions import (
    FollowUp,
    Occasion,
    Registration,
    TrainingCount,
    TrainingQuestion,
)
from vatra.advocacy.models.press import KitFile, PressConference

__all__ = [
    "Action",
    "ActionMail",
    "Adjudication",
    "Brief",
    "BriefGiven",
    "BriefVersion",
    "Campaign",
    "CampaignPhase",
    "Clipping",
    "Coding",
    "FeedSource",
    "FollowUp",
    "Institution",
    "KeyMessage",
    "KitFile",
    "LetterCall",
    "LetterReading",
    "LetterReply",
    "Occasion",
    "Outlet",
    "PolicyAsk",
    "Post",
    "PressConference",
    "Registration",
    "Suggestion",
    "Term",
    "TrainingCount",
    "TrainingQuestion",
    "WrittenLetter",
]
