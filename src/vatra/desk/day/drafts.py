"""What somebody has begun to write and not sent."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import TextChoices
from django.urls import NoReverseMatch
from django.utils.translation import gettext_lazy as _

from vatra.access.models import User
from vatra.access.writing import page_of
from vatra.kernel.drafts import Draft
from vatra.kernel.sentence import Sentence

MOST = 20


class Begun(TextChoices):
    """What a draft is about; the values are the names of the pages it is written on."""

    CONCERN = "casework:new_concern", _("A concern")
    ASSESSMENT = "casework:new_assessment", _("An assessment")
    SUPPORT = "casework:new_support", _("Support for the family")
    PLAN = "casework:new_plan", _("A plan")
    GOAL = "casework:goal", _("What became of a goal")
    VISIT = "casework:new_visit", _("A visit")
    CONTACT = "casework:new_contact", _("A contact with the family")
    REVIEW = "casework:new_review", _("A review")
    PLANNED_REVIEW = "casework:hold_review", _("A review")
    REVIEW_TO_PLAN = "casework:plan_review", _("The plan for a review")
    MISSED_REVIEW = "casework:missed_review", _("A review that did not take place")
    NOTE = "casework:new_note", _("A note")
    CORRECTION = "casework:correct", _("A correction")
    QUESTION = "decisions:ask_about", _("A question to be decided")
    HEARING = "decisions:hearing", _("What the child says")
    OPTION = "decisions:option", _("An option")
    WEIGHING = "decisions:weigh", _("The weighing of an option")
    DECISION = "decisions:issue", _("A decision")
    VOTE = "decisions:vote", _("Your vote on a panel")
    PANEL_ANSWER = "decisions:resolve", _("What the panel says")
    CONDITION_MET = "decisions:condition", _("What came of a condition")
    SUPERSEDING = "decisions:supersede", _("A decision in place of another")
    APPEAL = "decisions:lodge_appeal", _("An appeal")


@dataclass(frozen=True)
class DraftSeen:
    """A draft, what it is about, and the page where it goes on."""

    title: Sentence
    key: str
    url: str
    saved_at: datetime


def drafts_of(user: User) -> list[DraftSeen]:
    """The drafts of a person, the latest first; one query."""
    drafts = Draft.objects.filter(user_id=user.pk).order_by("-saved_at", "-pk")[:MOST]
    return [seen for draft in drafts if (seen := _seen(draft))]


def _seen(draft: Any) -> DraftSeen | None:
    try:
        url = page_of(draft.purpose, draft.key)
    except NoReverseMatch:
        # A page that went with an older version of Vatra: the draft stays until its time is over.
        return None
    title = Begun(draft.purpose).label if draft.purpose in Begun.values else _("Something you began to write")
    return DraftSeen(title, draft.key if draft.key != "-" else "", url, draft.saved_at)
