"""Forms about who receives what the public sends in."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from vatra.access.models import SentIn, Unit
from vatra.kernel import clock
from vatra.kernel.forms import ActForm
from vatra.kernel.widgets import DayField
from vatra.people.words import Municipality


class ReceivingForm(ActForm):
    """A unit, what it receives, from which municipality, and from when."""

    what = forms.ChoiceField(label=_("What is sent in"), choices=SentIn, widget=forms.RadioSelect)
    municipality = forms.ChoiceField(
        label=_("From which municipality"),
        choices=[("", _("From everywhere that no other unit receives from")), *Municipality.choices],
        required=False,
    )
    unit = forms.ModelChoiceField(
        label=_("Who receives it"),
        queryset=Unit.objects.none(),
        empty_label=_("Choose"),
        help_text=_(
            "Worries are read by the social workers of the unit, enquiries by those who keep its homes."
        ),
    )
    first_day = DayField(label=_("First day"), initial=clock.today)

    def __init__(self, *args: Any, units: QuerySet[Unit], **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["unit"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = units


class LastDay(ActForm):
    """The last day on which something holds."""

    last_day = DayField(label=_("Last day"), initial=clock.today)
