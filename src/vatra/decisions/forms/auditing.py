"""What to show of the decisions of a unit, how many to draw, and what was found in one."""

from django import forms
from django.utils.translation import gettext_lazy as _

from vatra.decisions.words import ThinKind, Verdict
from vatra.kernel import clock
from vatra.kernel.forms import ActForm
from vatra.kernel.widgets import DayField

MOST_DRAWN = 100


class WhichThin(forms.Form):
    """Which thin reasons are shown: of decisions or of open questions, all or one kind."""

    state = forms.ChoiceField(
        label=_("Show"),
        choices=[("", _("Decisions")), ("open", _("Questions still open"))],
        required=False,
    )
    kind = forms.ChoiceField(
        label=_("What looks thin"), choices=[("", _("Everything")), *ThinKind.choices], required=False
    )


class DrawForm(ActForm):
    """From which days, and how many decisions are drawn."""

    first_day = DayField(label=_("Issued from"), latest=clock.today)
    last_day = DayField(label=_("Issued until"), latest=clock.today)
    number = forms.IntegerField(
        label=_("How many decisions?"),
        min_value=1,
        max_value=MOST_DRAWN,
        help_text=_("Where there are fewer, all of them are drawn."),
        widget=forms.NumberInput({"class": "govuk-input--width-3", "inputmode": "numeric"}),
    )


class VerdictForm(ActForm):
    """What somebody who had no part in it found."""

    verdict = forms.ChoiceField(
        label=_("What did you find?"), choices=Verdict.choices, widget=forms.RadioSelect
    )
    remarks = forms.CharField(
        label=_("Remarks"),
        required=False,
        widget=forms.Textarea({"rows": 5}),
        help_text=_("What is thin or has to be looked at again. Without names of people."),
    )
