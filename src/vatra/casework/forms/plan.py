"""The form for a plan with its goals, and for what became of a goal."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vatra.casework.actions import finish_goal, make_plan
from vatra.casework.forms.texts import Line, Words
from vatra.casework.models import File, Goal, Plan
from vatra.casework.words.entries import GoalResult, PlanAim
from vatra.kernel import clock
from vatra.kernel.calendar_months import add_months
from vatra.kernel.forms import ActForm
from vatra.kernel.ledger import Actor
from vatra.kernel.rows import WithRows
from vatra.kernel.widgets import DayField

FIRST_GOALS = 3
MOST_GOALS = 12
MONTHS_UNTIL_LOOKED_AT = 3


class GoalForm(forms.Form):
    """One goal; an empty row is no goal."""

    goal = Line(label=_("Goal"), max_length=200)
    measure = Line(label=_("How we shall see it"), max_length=200)
    who = Line(label=_("Who does it"))
    due_on = DayField(label=_("By"))

    def __init__(self, data: Any, *, number: int) -> None:
        super().__init__(data, prefix=f"goal-{number}", empty_permitted=True, use_required_attribute=False)
        self.number = number


class PlanForm(WithRows, ActForm):
    """Where the plan leads, what child and family wish, and by which goals."""

    aim = forms.ChoiceField(label=_("Where the plan leads"), choices=PlanAim, widget=forms.RadioSelect)
    other_aim = forms.ChoiceField(
        label=_("Also prepared, in case the first way closes"),
        choices=[("", _("No second way")), *PlanAim.choices],
        required=False,
    )
    child_view = Words(
        label=_("What the child wishes"),
        help_text=_("In the child's own words where you can."),
        required=False,
    )
    family_view = Words(label=_("What the family wishes"), required=False)
    from_day = DayField(label=_("The plan holds from"))
    review_on = DayField(label=_("Looked at again on"))

    def __init__(self, data: Any = None, *, file: File, goals: int = FIRST_GOALS) -> None:
        self.file, self.goals = file, min(goals, MOST_GOALS)
        today = clock.today()
        first = {"from_day": today, "review_on": add_months(today, MONTHS_UNTIL_LOOKED_AT)}
        super().__init__(data, initial=first)

    def make_rows(self, data: Any) -> list[forms.Form]:
        return [GoalForm(data, number=number) for number in range(1, self.goals + 1)]

    @property
    def may_have_more(self) -> bool:
        """Whether one more goal still fits."""
        return self.goals < MOST_GOALS

    def clean(self) -> None:
        """A plan has a goal."""
        if not any(row.has_changed() for row in self.rows):
            self.add_error(None, _("Write down at least one goal."))

    def write(self, *, by: Actor) -> Plan:
        """The one act of this form."""
        goals = [row.cleaned_data for row in self.rows if row.has_changed()]
        return make_plan(file=self.file, goals=goals, by=by, **self.cleaned_data)


class GoalResultForm(ActForm):
    """What became of a goal, and when."""

    result = forms.ChoiceField(label=_("What became of it"), choices=GoalResult, widget=forms.RadioSelect)
    on = DayField(label=_("On"), latest=clock.today)

    def __init__(self, data: Any = None, *, goal: Goal) -> None:
        super().__init__(data, initial={"on": clock.today()})
        self.goal = goal

    def write(self, *, by: Actor) -> Goal:
        """The one act of this form."""
        return finish_goal(goal=self.goal, by=by, **self.cleaned_data)
