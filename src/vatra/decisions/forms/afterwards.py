"""Withdrawing a decision, an appeal against it, and what came of the appeal."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vatra.decisions.words import AppealOutcome
from vatra.kernel import clock
from vatra.kernel.forms import ActForm
from vatra.kernel.widgets import DayField


class WithdrawDecisionForm(ActForm):
    """From which day, and why."""

    on = DayField(label=_("Withdrawn on"), latest=clock.today)
    why = forms.CharField(label=_("Why is the decision withdrawn?"), widget=forms.Textarea({"rows": 4}))


class AppealForm(ActForm):
    """Who appeals, to whom, and what for."""

    on = DayField(label=_("Lodged on"), latest=clock.today)
    lodged_by = forms.CharField(
        label=_("Who appeals?"), max_length=200, help_text=_("The child, a parent, a guardian, a lawyer.")
    )
    helped_by = forms.CharField(label=_("Who helps with it?"), required=False, max_length=200)
    body = forms.CharField(
        label=_("Which body decides?"), max_length=200, help_text=_("For instance the court, by its name.")
    )
    account = forms.CharField(label=_("What does it ask for?"), widget=forms.Textarea({"rows": 4}))


class AppealOutcomeForm(ActForm):
    """What the body said, on which day and why."""

    on = DayField(label=_("Decided on"), latest=clock.today)
    outcome = forms.ChoiceField(
        label=_("What came of it?"), choices=AppealOutcome.choices, widget=forms.RadioSelect
    )
    because = forms.CharField(label=_("Reasons given"), widget=forms.Textarea({"rows": 4}))

    def decided(self) -> dict[str, Any]:
        """What the body decided."""
        given = self.cleaned_data
        return {"on": given["on"], "outcome": given["outcome"], "reasons": given["because"]}
