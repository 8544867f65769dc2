"""The rows of a review: one for each cause and each goal that is asked about again, and for decisions asked for."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vatra.casework.forms.texts import Words
from vatra.casework.models import Cause, Goal
from vatra.casework.reviews.meeting import CauseAnswer, GoalAnswer
from vatra.casework.words.review import CauseNow, GoalNow

DECISION = "decision"
FIRST_DECISIONS = 1
MOST_DECISIONS = 6


class CauseRow(forms.Form):
    """Is this cause still there?"""

    now = forms.ChoiceField(choices=CauseNow, widget=forms.RadioSelect({"class": "govuk-radios--small"}))
    account = Words(label=_("What has changed"), rows=2, required=False)

    def __init__(self, data: Any, *, cause: Cause, initial: dict[str, str]) -> None:
        super().__init__(data, prefix=f"cause-{cause.pk}", initial=initial)
        self.cause = cause
        self.fields["now"].label = cause.get_kind_display()

    def told(self) -> CauseAnswer:
        """The answer."""
        return CauseAnswer(self.cause, **self.cleaned_data)


class GoalRow(forms.Form):
    """How does this goal stand?"""

    now = forms.ChoiceField(choices=GoalNow, widget=forms.RadioSelect({"class": "govuk-radios--small"}))
    account = Words(label=_("What came of it so far"), rows=2, required=False)

    def __init__(self, data: Any, *, goal: Goal, initial: dict[str, str]) -> None:
        super().__init__(data, prefix=f"goal-{goal.pk}", initial=initial)
        self.goal = goal
        self.fields["now"].label = goal.goal
        self.fields["now"].help_text = goal.measure

    def told(self) -> GoalAnswer:
        """The answer."""
        return GoalAnswer(self.goal, **self.cleaned_data)


class DecisionRow(forms.Form):
    """Something that should be decided; an empty row asks for nothing."""

    what = Words(label=_("What should be decided"), rows=2)

    def __init__(self, data: Any, *, number: int, initial: dict[str, str]) -> None:
        super().__init__(
            data,
            prefix=f"{DECISION}-{number}",
            initial=initial,
            empty_permitted=True,
            use_required_attribute=False,
        )
        self.number = number

    def has_changed(self) -> bool:
        """Words that stand there count, also where a version before had them."""
        return bool(self["what"].data)
