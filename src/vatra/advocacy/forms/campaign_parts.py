"""Forms about the phases, partners, people and goals of a campaign."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from vatra.access.models import Appointment, User
from vatra.access.roles import Permission, roles_with
from vatra.advocacy.actions.campaign_parts import add_phase, join_campaign, leave_campaign, name_partner
from vatra.advocacy.actions.goals import correct_goal_reading, read_goal, set_goal
from vatra.advocacy.forms.about import ActAbout, Correction, Value, of_our_staff
from vatra.advocacy.models import (
    Campaign,
    CampaignGoal,
    CampaignPartner,
    CampaignPhase,
    CampaignWorker,
    GoalReading,
)
from vatra.casework.forms.texts import Line
from vatra.kernel import clock
from vatra.kernel.language_boxes import InLanguagesField
from vatra.kernel.ledger import Actor
from vatra.kernel.widgets import DayField


class PhaseForm(ActAbout[Campaign]):
    """A dated part of a campaign."""

    name = InLanguagesField(label=_("What this phase is called"), max_length=120)
    first_day = DayField(label=_("First day"))
    last_day = DayField(label=_("Last day"))

    def write(self, *, by: Actor) -> CampaignPhase:
        """The one act of this form."""
        return add_phase(campaign=self.about, by=by, **self.cleaned_data)


class PartnerForm(ActAbout[Campaign]):
    """Another organisation that carries the campaign."""

    name = Line(label=_("Name of the partner"), max_length=160)
    part = Line(label=_("What the partner does"), max_length=300)

    def write(self, *, by: Actor) -> CampaignPartner:
        """The one act of this form."""
        return name_partner(campaign=self.about, by=by, **self.cleaned_data)


class JoinForm(ActAbout[Campaign]):
    """Somebody of ours works on the campaign."""

    user = forms.ModelChoiceField(
        label=_("Who"), queryset=User.objects.none(), empty_label=_("Choose a person")
    )
    does = Line(label=_("What this person does"), max_length=160)
    first_day = DayField(label=_("First day"))
    last_day = DayField(label=_("Last day"), required=False)

    def __init__(self, data: Any = None, *, about: Campaign) -> None:
        super().__init__(data, about=about)
        of_our_staff(self, "user", who_may_work_on_campaigns(clock.today()))

    def write(self, *, by: Actor) -> CampaignWorker:
        """The one act of this form."""
        return join_campaign(campaign=self.about, by=by, **self.cleaned_data)


class LeaveForm(ActAbout[CampaignWorker]):
    """The last day on which somebody works on the campaign."""

    last_day = DayField(label=_("Last day"))

    def write(self, *, by: Actor) -> CampaignWorker:
        """The one act of this form."""
        return leave_campaign(worker=self.about, by=by, **self.cleaned_data)


class GoalForm(ActAbout[Campaign]):
    """What the campaign wants to reach, and how that is measured."""

    statement = InLanguagesField(label=_("Goal"), rows=2)
    measure = Line(label=_("What is measured, and how"), max_length=300)
    unit = Line(label=_("Unit"), max_length=60, help_text=_("Such as: families, percent of those asked."))
    baseline = Value(label=_("Value at the beginning"))
    target = Value(label=_("Value to be reached"))
    due_on = DayField(label=_("By which day"))

    def write(self, *, by: Actor) -> CampaignGoal:
        """The one act of this form."""
        return set_goal(campaign=self.about, by=by, **self.cleaned_data)


class _Measured(forms.Form):
    read_on = DayField(label=_("Measured on"), latest=clock.today)
    value = Value(label=_("Value"))
    source = Line(label=_("Source"), max_length=300)


class ReadingForm(_Measured, ActAbout[CampaignGoal]):
    """A value that was measured."""

    def write(self, *, by: Actor) -> GoalReading:
        """The one act of this form."""
        return read_goal(goal=self.about, by=by, **self.cleaned_data)


class CorrectReadingForm(_Measured, Correction[GoalReading]):
    """A measured value, written anew."""

    told = ("read_on", "value", "source")

    def write(self, *, by: Actor) -> GoalReading:
        """The one act of this form."""
        return correct_goal_reading(original=self.about, by=by, **self.cleaned_data)


def who_may_work_on_campaigns(day: date) -> Any:
    """People of ours whose role lets them see campaigns."""
    roles = roles_with(Permission.SEE_CAMPAIGNS)
    held = Appointment.objects.held_on(day).filter(user=OuterRef("pk"), role__in=roles)
    return User.objects.filter(Exists(held)).order_by("full_name", "pk")
