"""Forms for plans: what will be compared, written before anybody can see what came of it."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from vatra.advocacy.actions.evaluation import change_plan, write_plan
from vatra.advocacy.awareness.words import ItemKind
from vatra.advocacy.evaluation.lines import as_lines, left_out_in
from vatra.advocacy.evaluation.words import Comparison, Part
from vatra.advocacy.models import Campaign, EvaluationPlan, ItemVersion, OutcomeSeries, SurveyWave
from vatra.casework.forms.texts import Line, Words
from vatra.kernel.forms import ActForm
from vatra.kernel.language_boxes import InLanguagesField
from vatra.kernel.ledger import Actor
from vatra.kernel.widgets import DayField
from vatra.people.words import Municipality

OF_SERIES = [(each.value, each.label) for each in Comparison if each != Comparison.PLACES]
BETWEEN = "/"


class PlanForm(ActForm):
    """What every plan says; `about` is the campaign, or the plan that is changed."""

    title = InLanguagesField(label=_("What we want to know"), max_length=160)
    outcome = Line(label=_("Outcome: what will tell us"), max_length=300)
    data_source = Line(label=_("Where the data come from"), max_length=300)
    launch_on = DayField(label=_("Day of the launch"), help_text=_("Its month counts as after the launch."))

    def __init__(self, data: Any = None, *, about: Campaign | EvaluationPlan) -> None:
        self.plan = about if isinstance(about, EvaluationPlan) else None
        self.campaign = about.campaign if isinstance(about, EvaluationPlan) else about
        first = self.as_written(self.plan) if self.plan else {"launch_on": self.campaign.first_day}
        super().__init__(data, initial=first)
        self.offer()

    def as_written(self, plan: EvaluationPlan) -> dict[str, Any]:
        """A plan as this form shows it."""
        return {name: getattr(plan, name) for name in ("title", "outcome", "data_source", "launch_on")}

    def offer(self) -> None:
        """Fill the lists to choose from."""
        raise NotImplementedError

    def said(self) -> dict[str, Any]:
        """The plan as the act takes it."""
        raise NotImplementedError

    def write(self, *, by: Actor) -> EvaluationPlan:
        """The one act of this form."""
        if self.plan:
            return change_plan(plan=self.plan, by=by, **self.said())
        return write_plan(campaign=self.campaign, by=by, **self.said())


class SeriesPlanForm(PlanForm):
    """A plan that looks at series of months."""

    comparison = forms.ChoiceField(label=_("How it is compared"), choices=OF_SERIES, widget=forms.RadioSelect)
    with_series = forms.ModelMultipleChoiceField(
        label=_("Series that the campaign reaches"),
        queryset=OutcomeSeries.objects.none(),
        widget=forms.CheckboxSelectMultiple,
    )
    without_series = forms.ModelMultipleChoiceField(
        label=_("Series that it does not reach, to compare with"),
        queryset=OutcomeSeries.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    has_season = forms.BooleanField(
        label=_("The months of a year differ from one another"),
        help_text=_("Such as fewer calls every summer. It costs precision where it is not so."),
        required=False,
    )
    left_out = Words(
        label=_("Months that will be left out"),
        help_text=_("One on each line: month as 2026-03; why. No other month will be left out later."),
        required=False,
    )

    def offer(self) -> None:
        series = OutcomeSeries.objects.filter(campaign=self.campaign).order_by("pk")
        for name in ("with_series", "without_series"):
            field = self.fields[name]
            assert isinstance(field, forms.ModelMultipleChoiceField)
            field.queryset = series

    def as_written(self, plan: EvaluationPlan) -> dict[str, Any]:
        parts = {part: [each.series_id for each in plan.series.filter(part=part)] for part in Part}
        return {
            **super().as_written(plan),
            "comparison": plan.comparison,
            "has_season": plan.has_season,
            "left_out": as_lines(plan.left_out),
            "with_series": parts[Part.OUTCOME],
            "without_series": parts[Part.CONTROL],
        }

    def clean_left_out(self) -> list[dict[str, str]]:
        """The months, line by line."""
        return left_out_in(self.cleaned_data["left_out"])

    def said(self) -> dict[str, Any]:
        return dict(self.cleaned_data)


class PlacesPlanForm(PlanForm):
    """A plan that compares municipalities in two waves of a survey."""

    baseline = forms.ModelChoiceField(label=_("Wave before"), queryset=SurveyWave.objects.none())
    endline = forms.ModelChoiceField(label=_("Wave after"), queryset=SurveyWave.objects.none())
    question_and_answer = forms.ChoiceField(label=_("Question, and the answer whose share is compared"))
    with_it = forms.MultipleChoiceField(
        label=_("Municipalities with the campaign"),
        choices=Municipality,
        widget=forms.CheckboxSelectMultiple({"class": "govuk-checkboxes--small vatra-columns"}),
    )
    without = forms.MultipleChoiceField(
        label=_("Municipalities without it"),
        choices=Municipality,
        widget=forms.CheckboxSelectMultiple({"class": "govuk-checkboxes--small vatra-columns"}),
    )

    def offer(self) -> None:
        waves = SurveyWave.objects.filter(survey__campaign=self.campaign).order_by("first_day", "pk")
        for name in ("baseline", "endline"):
            field = self.fields[name]
            assert isinstance(field, forms.ModelChoiceField)
            field.queryset = waves
        asked = ItemVersion.objects.filter(item__survey__campaign=self.campaign).exclude(kind=ItemKind.TEXT)
        choice = self.fields["question_and_answer"]
        assert isinstance(choice, forms.ChoiceField)
        ordered = asked.order_by("item__position", "number")
        choice.choices = [each for version in ordered for each in answers_to(version)]

    def as_written(self, plan: EvaluationPlan) -> dict[str, Any]:
        names = ("baseline", "endline", "with_it", "without")
        return {
            **super().as_written(plan),
            **{name: getattr(plan, name) for name in names},
            "question_and_answer": f"{plan.question_id}{BETWEEN}{plan.answer}",
        }

    def said(self) -> dict[str, Any]:
        given = dict(self.cleaned_data)
        question, _between, answer = given.pop("question_and_answer").partition(BETWEEN)
        asked = ItemVersion.objects.get(pk=question)
        chosen = {"comparison": Comparison.PLACES, "question": asked, "answer": answer}
        return {**given, **chosen, "with_series": (), "without_series": ()}


def answers_to(version: ItemVersion) -> list[tuple[str, str]]:
    """What of a question can be compared: the share of each answer, or the mean of a number."""
    if not version.choices:
        return [(f"{version.pk}{BETWEEN}", gettext("%(question)s (mean)") % {"question": version.text})]
    return [
        (
            f"{version.pk}{BETWEEN}{code}",
            gettext("%(question)s “%(answer)s”") % {"question": version.text, "answer": label},
        )
        for code, label in version.labels.items()
    ]
