"""The form for correcting a step that was planned wrong."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vatra.casework.forms.at_review import HourField
from vatra.casework.forms.texts import Line, Words
from vatra.kernel.forms import ActForm
from vatra.kernel.ledger import Actor
from vatra.kernel.widgets import DayField
from vatra.law.actions import correct_step
from vatra.law.forms.choosing import offer_authorities
from vatra.law.models import ProceedingStep


class StepCorrectedForm(ActForm):
    """A planned step as it should have been written, and what was wrong; only a hearing has a time and a place."""

    what = Line(label=_("What is to be done"), max_length=200)
    authority = forms.ChoiceField(label=_("By which authority"))
    due_on = DayField(label=_("By which day"), help_text=_("For a hearing: the day it is held."))
    hour = HourField()
    place = Line(label=_("Where"), max_length=160)
    why = Words(label=_("What was wrong"), rows=3)

    def __init__(self, data: Any = None, *, about: ProceedingStep) -> None:
        planned = {name: getattr(about, name) for name in ("what", "authority", "due_on", "hour", "place")}
        super().__init__(data, initial=planned)
        self.step = about
        if not about.is_hearing:
            del self.fields["hour"], self.fields["place"]
        offer_authorities(self, about.proceeding.file)

    def write(self, *, by: Actor) -> ProceedingStep:
        """The one act of this form."""
        return correct_step(step=self.step, by=by, **self.cleaned_data)
