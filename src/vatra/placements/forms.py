"""Forms that become acts on where a child lives."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from vatra.decisions.models import Outcome
from vatra.kernel import clock
from vatra.kernel.forms import ActForm
from vatra.kernel.widgets import DayField
from vatra.placements.words import AwayKind, EndReason, YoungChildException


class PlaceForm(ActForm):
    """From which day the child lives there."""

    first_day = DayField(label=_("First day in the home"))
    together = forms.ModelMultipleChoiceField(
        label=_("Brothers and sisters who come on the same day"),
        queryset=Outcome.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    exception = forms.ChoiceField(
        label=_("Exception for a child under three who would not live in a family"),
        choices=[("", _("None")), *YoungChildException.choices],
        required=False,
        widget=forms.RadioSelect,
    )
    exception_until = DayField(label=_("Exception until"), required=False)

    def __init__(
        self, *args: Any, others: QuerySet[Outcome] | None, outside_family: bool, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        if others is None:
            del self.fields["together"]
        else:
            together: Any = self.fields["together"]
            together.queryset = others.select_related("file__child")
            together.label_from_instance = lambda other: other.file.child.name
        if not outside_family:
            del self.fields["exception"], self.fields["exception_until"]

    @property
    def exception_given(self) -> dict[str, Any]:
        """The exception and its last day, or none."""
        given = self.cleaned_data
        return {"exception": given.get("exception") or None, "exception_until": given.get("exception_until")}


class MoveForm(PlaceForm):
    """The same, with the reason why the stay before ends."""

    end_reason = forms.ChoiceField(label=_("Why does the stay before end?"), choices=EndReason.choices)
    field_order = ("first_day", "end_reason", "together", "exception", "exception_until")


class ReturnForm(ActForm):
    """The last day in care."""

    last_day = DayField(
        label=_("Last day in this home"), help_text=_("From the next day the child lives with the family.")
    )


class EndForm(ActForm):
    """The end of a stay that no new stay follows."""

    last_day = DayField(label=_("Last day in this home"), latest=clock.today)
    reason = forms.ChoiceField(label=_("Why did the stay end?"), choices=EndReason.choices)
    why = forms.CharField(label=_("In your words"), widget=forms.Textarea({"rows": 3}))


class AwayForm(ActForm):
    """Days away."""

    kind = forms.ChoiceField(
        label=_("Why is the child away?"), choices=AwayKind.choices, widget=forms.RadioSelect
    )
    first_day = DayField(label=_("First day away"), latest=clock.today)
    last_day = DayField(
        label=_("Last day away"), required=False, help_text=_("Leave empty while the child is away.")
    )
    account = forms.CharField(label=_("What is known"), required=False, widget=forms.Textarea({"rows": 3}))
