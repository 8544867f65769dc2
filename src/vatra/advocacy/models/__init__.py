"""Campaigns, institutions, asks and actions; what people know, and whether it worked."""

from vatra.advocacy.models.action import Action
from vatra.advocacy.models.ask import PolicyAsk
from vatra.advocacy.models.campaign import Campaign, CampaignPhase
from vatra.advocacy.models.institution import Institution, Post, Term
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
