"""Campaigns, institutions, asks and actions; signatures, letters, events and media; surveys and evaluations; the public site."""

from vatra.advocacy.models.action import Action
from vatra.advocacy.models.answer import Encounter, Promise, PromiseJudgement, Stance
from vatra.advocacy.models.ask import PolicyAsk
from vatra.advocacy.models.briefs import Brief, BriefGiven, BriefVersion
from vatra.advocacy.models.campaign import Campaign, CampaignPhase
from vatra.advocacy.models.campaign_part import CampaignAudience, CampaignPartner, CampaignWorker
from vatra.advocacy.models.coding import Adjudication, Coding
from vatra.advocacy.models.goal import CampaignGoal, GoalReading
from vatra.advocacy.models.institution import Institution, Post, Term
from vatra.advocacy.models.letters import LetterCall, LetterReading, LetterReply, WrittenLetter
from vatra.advocacy.models.mail import ActionMail
from vatra.advocacy.models.media import Clipping, FeedSource, KeyMessage, Outlet, Suggestion
from vatra.advocacy.models.occasions import FollowUp, Occasion, Registration, TrainingCount, TrainingQuestion
from vatra.advocacy.models.plan import EvaluationPlan, EvaluationResult, PlannedSeries
from vatra.advocacy.models.press import KitFile, PressConference
from vatra.advocacy.models.rating import (
    ContributionEvidence,
    ContributionRating,
    ProgressRating,
    QualityRating,
)
from vatra.advocacy.models.respondent import Respondent, SurveyCode, SurveyImport, SurveyRowSetAside
from vatra.advocacy.models.results import ResultPage
from vatra.advocacy.models.series import OutcomeSeries, SeriesPoint
from vatra.advocacy.models.signing.batch import InvalidatedSignature, InvalidationBatch
from vatra.advocacy.models.signing.delivery import Delivery
from vatra.advocacy.models.signing.mail import News, SignerMail, SigningLink
from vatra.advocacy.models.signing.network import SigningAttempt
from vatra.advocacy.models.signing.sheet import ConsentText, SheetTally, SheetText, SigningSheet
from vatra.advocacy.models.signing.signature import Consent, Signature, Signer
from vatra.advocacy.models.site import HowToReachUs, SiteEdition, SitePage
from vatra.advocacy.models.survey import ItemVersion, Survey, SurveyItem
from vatra.advocacy.models.update import AskUpdate
from vatra.advocacy.models.wave import SamplingPoint, Stratum, SurveyWave, WaveItem

__all__ = [
    "Action",
    "ActionMail",
    "Adjudication",
    "AskUpdate",
    "Brief",
    "BriefGiven",
    "BriefVersion",
    "Campaign",
    "CampaignAudience",
    "CampaignGoal",
    "CampaignPartner",
    "CampaignPhase",
    "CampaignWorker",
    "Clipping",
    "Coding",
    "Consent",
    "ConsentText",
    "ContributionEvidence",
    "ContributionRating",
    "Delivery",
    "Encounter",
    "EvaluationPlan",
    "EvaluationResult",
    "FeedSource",
    "FollowUp",
    "GoalReading",
    "HowToReachUs",
    "Institution",
    "InvalidatedSignature",
    "InvalidationBatch",
    "ItemVersion",
    "KeyMessage",
    "KitFile",
    "LetterCall",
    "LetterReading",
    "LetterReply",
    "News",
    "Occasion",
    "OutcomeSeries",
    "Outlet",
    "PlannedSeries",
    "PolicyAsk",
    "Post",
    "PressConference",
    "ProgressRating",
    "Promise",
    "PromiseJudgement",
    "QualityRating",
    "Registration",
    "Respondent",
    "ResultPage",
    "SamplingPoint",
    "SeriesPoint",
    "SheetTally",
    "SheetText",
    "Signature",
    "Signer",
    "SignerMail",
    "SigningAttempt",
    "SigningLink",
    "SigningSheet",
    "SiteEdition",
    "SitePage",
    "Stance",
    "Stratum",
    "Suggestion",
    "Survey",
    "SurveyCode",
    "SurveyImport",
    "SurveyItem",
    "SurveyRowSetAside",
    "SurveyWave",
    "Term",
    "TrainingCount",
    "TrainingQuestion",
    "WaveItem",
    "WrittenLetter",
]
