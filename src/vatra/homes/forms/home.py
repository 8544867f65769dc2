"""Forms about homes."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core import signing
from django.utils.translation import gettext_lazy as _

from vatra.access.models import Unit
from vatra.homes.words import FormOfCare
from vatra.kernel import clock
from vatra.kernel.forms import ActForm
from vatra.kernel.widgets import DayField, PartialDateField
from vatra.people.models import Person
from vatra.people.words import Municipality, Sex

KNOWN_CARER = "homes.known-carer"


def signed_carer(person: Person) -> str:
    """Names a person already known as the carer of a new home, in an address that cannot be guessed or changed."""
    return signing.dumps(person.pk, salt=KNOWN_CARER)


class WhichHomes(forms.Form):
    """Which homes are shown."""

    form = forms.ChoiceField(
        label=_("Form of care"), choices=[("", _("All")), *FormOfCare.choices], required=False
    )
    municipality = forms.ChoiceField(
        label=_("Municipality"), choices=[("", _("All")), *Municipality.choices], required=False
    )


class NewHome(ActForm):
    """A home with its main carer and the number of children it is agreed for."""

    name = forms.CharField(label=_("What the home is called"), max_length=120)
    form = forms.ChoiceField(label=_("Form of care"), choices=[("", _("Choose")), *FormOfCare.choices])
    unit = forms.ModelChoiceField(label=_("Supported by"), queryset=Unit.objects.none())
    municipality = forms.ChoiceField(
        label=_("Municipality"), choices=[("", _("Not known")), *Municipality.choices], required=False
    )
    address = forms.CharField(
        label=_("Address"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Sealed: kept so that only this organisation can read it."),
    )
    first_day = DayField(label=_("First day"), latest=clock.today)
    children = forms.IntegerField(
        label=_("For how many children"),
        min_value=1,
        max_value=99,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "govuk-input--width-2"}),
    )
    known_carer = forms.CharField(required=False, widget=forms.HiddenInput)
    carer_given_name = forms.CharField(
        label=_("Given name of the main carer"), max_length=120, required=False
    )
    carer_family_name = forms.CharField(
        label=_("Family name of the main carer"), max_length=120, required=False
    )
    carer_sex = forms.ChoiceField(
        label=_("Sex of the carer"), choices=Sex, initial=Sex.UNKNOWN, required=False
    )
    carer_birth = PartialDateField(label=_("Date of birth of the carer"), required=False, latest=clock.today)

    def __init__(self, *args: Any, units: Sequence[Unit], **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["unit"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = Unit.objects.filter(pk__in=[unit.pk for unit in units])
        if len(units) == 1:
            field.initial = units[0].pk
        self.carer = self._known()
        if self.carer:
            for name in ("carer_given_name", "carer_family_name", "carer_sex", "carer_birth"):
                del self.fields[name]

    def clean(self) -> dict[str, Any]:
        """A home has a named carer (R-36): a person already known, or a new one with a name."""
        cleaned = super().clean() or self.cleaned_data
        if (
            self.carer is None
            and not cleaned.get("carer_given_name")
            and not cleaned.get("carer_family_name")
        ):
            self.add_error("carer_given_name", _("Name the person who cares for the children here."))
        return cleaned

    def _known(self) -> Person | None:
        token = self.data.get("known_carer") if self.is_bound else self.initial.get("known_carer")
        try:
            number = signing.loads(token or "", salt=KNOWN_CARER)
        except signing.BadSignature:
            return None
        return Person.objects.filter(pk=number).first()
