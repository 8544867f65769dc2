"""Forms about enquiries, for those who answer them."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vatra.homes.enquiries.words import StepKind
from vatra.homes.models import Home, Homes
from vatra.kernel import clock
from vatra.kernel.forms import ActForm
from vatra.kernel.widgets import DayField


class Since(forms.Form):
    """From which day on enquiries are counted."""

    since = DayField(label=_("Asked on this day or later"), required=False, latest=clock.today)


class ForgetForm(ActForm):
    """Which unit erases, and how many the report named when somebody said: do it."""

    unit = forms.IntegerField(widget=forms.HiddenInput)
    seen = forms.IntegerField(widget=forms.HiddenInput)


class StepForm(ActForm):
    """What happened with an enquiry."""

    kind = forms.ChoiceField(label=_("What happened"), widget=forms.RadioSelect)
    on = DayField(label=_("On"), initial=clock.today, latest=clock.today)
    note = forms.CharField(
        label=_("In a few words"),
        required=False,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("What was agreed, and who does what next. The family may ask to read it."),
    )

    def __init__(self, *args: Any, open_steps: Sequence[StepKind], **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["kind"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(step.value, step.label) for step in open_steps]


class TieForm(ActForm):
    """Which home the people who asked have become."""

    home = forms.ModelChoiceField(label=_("Home"), queryset=Home.objects.none(), empty_label=_("Choose"))

    def __init__(self, *args: Any, homes: Homes, **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["home"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = homes
