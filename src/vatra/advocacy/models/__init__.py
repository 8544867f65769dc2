"""Campaigns, institutions, asks and actions, and what belongs to each kind of action."""
"""Campaigns, institutions, asks and actions; what people know, and whether it worked."""

from vatra.advocacy.models.action import Action
from vatra.advocacy.models.answer import Encounter, Promise, PromiseJudgement, Stance
from vatra.advocacy.models.ask import PolicyAsk
from vatra.advocacy.models.briefs import Brief, BriefGiven, BriefVersion
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
from vatra.advocacy.models.plan import EvaluationPlan, EvaluationResult, PlannedSeries
from vatra.advocacy.models.respondent import Respondent, SurveyCode, SurveyImport, SurveyRowSetAside
from vatra.advocacy.models.results import ResultPage
from vatra.advocacy.models.series import OutcomeSeries, SeriesPoint
from vatra.advocacy.models.survey import ItemVersion, Survey, SurveyItem
from vatra.advocacy.models.wave import SamplingPoint, Stratum, SurveyWave, WaveItem

__all__ = [
    "Action",
    "Campaign",
    "CampaignPhase",
    "EvaluationPlan",
    "EvaluationResult",
    "Institution",
    "ItemVersion",
    "OutcomeSeries",
    "PlannedSeries",
    "PolicyAsk",
    "Post",
    "Respondent",
    "ResultPage",
    "SamplingPoint",
    "SeriesPoint",
    "Stratum",
    "Survey",
    "SurveyCode",
    "SurveyImport",
    "SurveyItem",
    "SurveyRowSetAside",
    "SurveyWave",
    "Term",
    "WaveItem",
]
