"""The form for putting off a hearing."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vatra.casework.forms.at_review import HourField
from vatra.casework.forms.texts import Line, Words
from vatra.kernel import clock
from vatra.kernel.forms import ActForm
from vatra.kernel.ledger import Actor
from vatra.kernel.widgets import DayField
from vatra.law.actions import NewDay, put_off_hearing
from vatra.law.forms.choosing import offer_authorities
from vatra.law.models import ProceedingStep
from vatra.law.proceedings.words import PutOffBecause


class PutOffForm(ActForm):
    """Why a hearing did not take place, who put it off, and to which day."""

    put_off_on = DayField(label=_("On which day was it put off?"))
    because = forms.ChoiceField(label=_("Why"), choices=PutOffBecause, widget=forms.RadioSelect)
    account = Words(label=_("What exactly"), rows=3)
    authority = forms.ChoiceField(label=_("Who put it off"))
    due_on = DayField(
        label=_("The new day"),
        help_text=_("If none was set: the day by which you ask for one, so that it is not forgotten."),
    )
    hour = HourField()
    place = Line(label=_("Where"), max_length=160)

    def __init__(self, data: Any = None, *, about: ProceedingStep) -> None:
        usual = {
            "put_off_on": min(about.due_on, clock.today()),
            "authority": about.authority,
            "hour": about.hour,
            "place": about.place,
        }
        super().__init__(data, initial=usual)
        self.step = about
        offer_authorities(self, about.proceeding.file)

    def write(self, *, by: Actor) -> ProceedingStep:
        """The one act of this form."""
        told = {**self.cleaned_data}
        to = NewDay(told.pop("due_on"), told.pop("place"), told.pop("hour"))
        return put_off_hearing(step=self.step, to=to, by=by, **told)
