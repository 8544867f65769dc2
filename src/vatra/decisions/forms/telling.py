"""Telling the child what was decided, or why the child cannot be told; and whether the child felt heard."""

from django import forms
from django.utils.translation import gettext_lazy as _

from vatra.decisions.words import FeltHeardAnswer, ToldHow
from vatra.kernel import clock
from vatra.kernel.forms import ActForm
from vatra.kernel.widgets import DayField
from vatra.people.words import Language


class TellForm(ActForm):
    """How the child was told, how the child took it, and whom the child knows to turn to."""

    on = DayField(label=_("On which day was the child told?"), latest=clock.today)
    how = forms.ChoiceField(label=_("How?"), choices=ToldHow.choices, widget=forms.RadioSelect)
    language = forms.ChoiceField(label=_("In which language?"), choices=[("", "—"), *Language.choices])
    words = forms.CharField(
        label=_("What was said, in words for the child"),
        widget=forms.Textarea({"rows": 8}),
        help_text=_(
            "Begun from what was decided and what was taken up. Change it into what you really said."
        ),
    )
    reaction = forms.CharField(
        label=_("How did the child take it, in the child's words?"),
        widget=forms.Textarea({"rows": 4}),
        help_text=_("What the child said or did. For the youngest: what was seen."),
    )
    complaint_explained = forms.CharField(
        label=_("What was said about whom to turn to, if the child does not agree?"),
        widget=forms.Textarea({"rows": 3}),
        help_text=_("A person by name, how to reach them, and until when the decision can be appealed."),
    )


class NotToldForm(ActForm):
    """Why the child cannot be told."""

    reason = forms.CharField(
        label=_("Why can the child not be told?"),
        widget=forms.Textarea({"rows": 4}),
        help_text=_("What was tried, and when it is tried again. A supervisor will read and confirm this."),
    )


class ConfirmForm(ActForm):
    """A button alone: everything there is to say is on the page."""


class FeltHeardForm(ActForm):
    """What the child answers when somebody else asks."""

    on = DayField(label=_("On which day?"), latest=clock.today)
    answer = forms.ChoiceField(
        label=_("“When this was decided: were you listened to?”"),
        choices=FeltHeardAnswer.choices,
        widget=forms.RadioSelect,
    )
    words = forms.CharField(
        label=_("In the child's words"), required=False, widget=forms.Textarea({"rows": 3})
    )
