"""The forms for opening a proceeding, for its steps, and for its end."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vatra.casework.forms.at_review import HourField
from vatra.casework.forms.texts import Line, Words
from vatra.casework.models import File
from vatra.kernel import clock
from vatra.kernel.forms import ActForm
from vatra.kernel.ledger import Actor
from vatra.kernel.widgets import DayField
from vatra.law.actions import close_proceeding, open_proceeding, plan_step, take_step
from vatra.law.forms.choosing import offer_authorities
from vatra.law.models import Proceeding, ProceedingStep
from vatra.law.proceedings.words import ProceedingKind, ProceedingOutcome, StepKind


class ProceedingForm(ActForm):
    """What an authority is asked to decide."""

    kind = forms.ChoiceField(label=_("What is asked for"), choices=ProceedingKind, widget=forms.RadioSelect)
    authority = forms.ChoiceField(label=_("Before which authority"))
    seat = Line(
        label=_("Which one"),
        help_text=_("Such as the basic court of a town, and its branch."),
        max_length=160,
        required=False,
    )
    case_number = Line(
        label=_("Case number"),
        help_text=_("As the authority writes it, once you know it."),
        max_length=60,
        required=False,
    )
    opened_on = DayField(label=_("Asked on"))

    def __init__(self, data: Any = None, *, about: File) -> None:
        super().__init__(data, initial={"opened_on": clock.today()})
        self.file = about
        offer_authorities(self, about)

    def write(self, *, by: Actor) -> Proceeding:
        """The one act of this form."""
        return open_proceeding(file=self.file, by=by, **self.cleaned_data)


class StepForm(ActForm):
    """What is to be done next, by whom, by which day."""

    kind = forms.ChoiceField(label=_("Kind of step"), choices=StepKind, widget=forms.RadioSelect)
    what = Line(label=_("What is to be done"), max_length=200)
    authority = forms.ChoiceField(label=_("By which authority"))
    due_on = DayField(label=_("By which day"), help_text=_("For a hearing: the day it is held."))
    hour = HourField()
    place = Line(label=_("Where"), help_text=_("For a hearing only."), max_length=160, required=False)

    def __init__(self, data: Any = None, *, about: Proceeding) -> None:
        super().__init__(data, initial={"kind": StepKind.STEP, "authority": about.authority})
        self.proceeding = about
        offer_authorities(self, about.file)

    def write(self, *, by: Actor) -> ProceedingStep:
        """The one act of this form."""
        return plan_step(proceeding=self.proceeding, by=by, **self.cleaned_data)


class StepTakenForm(ActForm):
    """On which day a step was taken, and what came of it."""

    done_on = DayField(label=_("On which day"))
    result = Words(label=_("What came of it"))

    def __init__(self, data: Any = None, *, about: ProceedingStep) -> None:
        super().__init__(data, initial={"done_on": min(about.due_on, clock.today())})
        self.step = about

    def write(self, *, by: Actor) -> ProceedingStep:
        """The one act of this form."""
        return take_step(step=self.step, by=by, **self.cleaned_data)


class ProceedingClosedForm(ActForm):
    """How a proceeding ended."""

    outcome = forms.ChoiceField(
        label=_("How did it end?"), choices=ProceedingOutcome, widget=forms.RadioSelect
    )
    closed_on = DayField(label=_("On which day"))

    def __init__(self, data: Any = None, *, about: Proceeding) -> None:
        super().__init__(data, initial={"closed_on": clock.today()})
        self.proceeding = about

    def write(self, *, by: Actor) -> Proceeding:
        """The one act of this form."""
        return close_proceeding(proceeding=self.proceeding, by=by, **self.cleaned_data)
