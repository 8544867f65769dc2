"""Forms for a series and its figures."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vatra.advocacy.actions.series import Figure, begin_series, correct_figure, enter_figures
from vatra.advocacy.evaluation.lines import figures_in
from vatra.advocacy.models import Action, Campaign, OutcomeSeries, SeriesPoint
from vatra.casework.forms.texts import Line, Words
from vatra.kernel.forms import ActForm
from vatra.kernel.language_boxes import InLanguagesField
from vatra.kernel.ledger import Actor
from vatra.people.words import Municipality

MONTHS = (1, 2, 3, 6)
USUAL_MONTHS = 3


class SeriesForm(ActForm):
    """What is counted, and by whom."""

    name = InLanguagesField(
        label=_("What is counted"), max_length=120, help_text=_("Such as: calls about abandonment a month")
    )
    kept_by = Line(label=_("Who counts it, and how"), max_length=200)
    municipality = forms.ChoiceField(
        label=_("Municipality"),
        choices=[("", _("The whole country, or another area")), *Municipality.choices],
        required=False,
    )

    def __init__(self, data: Any = None, *, about: Campaign) -> None:
        super().__init__(data)
        self.campaign = about

    def write(self, *, by: Actor) -> OutcomeSeries:
        """The one act of this form."""
        return begin_series(campaign=self.campaign, by=by, **self.cleaned_data)


class FiguresForm(ActForm):
    """Figures of several months at once."""

    source = Line(
        label=_("Source"),
        help_text=_("Where the figures come from, for every line that does not say so itself."),
        max_length=200,
        required=False,
    )
    figures = Words(
        label=_("Figures"),
        help_text=_(
            "One month on each line, as a sheet or a CSV file has them: month as 2026-03; figure; source"
        ),
        rows=12,
    )

    def __init__(self, data: Any = None, *, about: OutcomeSeries) -> None:
        super().__init__(data)
        self.series = about

    def clean_figures(self) -> list[Figure]:
        """The figures, line by line."""
        return figures_in(self.cleaned_data["figures"], source=self.cleaned_data.get("source", ""))

    def write(self, *, by: Actor) -> OutcomeSeries:
        """The one act of this form."""
        return enter_figures(series=self.series, figures=self.cleaned_data["figures"], by=by)


class CorrectionForm(ActForm):
    """The figure that takes the place of a wrong one."""

    value = forms.DecimalField(label=_("Figure"), max_digits=13, decimal_places=4)
    source = Line(label=_("Source"), max_length=200)

    def __init__(self, data: Any = None, *, about: SeriesPoint) -> None:
        super().__init__(data, initial={"value": about.value.normalize(), "source": about.source})
        self.point = about

    def write(self, *, by: Actor) -> SeriesPoint:
        """The one act of this form."""
        return correct_figure(point=self.point, by=by, **self.cleaned_data)


class AfterAction(forms.Form):
    """After which action a series is looked at, and for how many months."""

    action = forms.ModelChoiceField(
        label=_("After"), queryset=Action.objects.none(), empty_label=_("Choose an action")
    )
    months = forms.TypedChoiceField(
        label=_("Months"), choices=[(each, each) for each in MONTHS], coerce=int, initial=USUAL_MONTHS
    )

    def __init__(self, data: Any = None, *, about: OutcomeSeries) -> None:
        super().__init__(data)
        action = self.fields["action"]
        assert isinstance(action, forms.ModelChoiceField)
        action.queryset = Action.objects.filter(campaign=about.campaign).order_by("-first_day", "-pk")
