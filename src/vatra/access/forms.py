"""Forms about staff, units, and one's own account."""

from typing import Any

from django import forms
from django.conf import settings
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from vatra.access.models import Unit
from vatra.access.models.unit import UnitKind
from vatra.access.models.user import Digest
from vatra.access.roles import Role
from vatra.kernel import clock
from vatra.kernel.forms import ActForm
from vatra.kernel.widgets import DayField

WHY = forms.Textarea(attrs={"rows": 3})
LANGUAGE = forms.RadioSelect


class WhichStaff(forms.Form):
    """Whom the list of staff shows."""

    name = forms.CharField(label=_("Part of the name"), max_length=60, required=False)


class _InAUnit(ActForm):
    """A form with one of the units the administrator keeps."""

    unit = forms.ModelChoiceField(label=_("Unit"), queryset=Unit.objects.none())

    def __init__(self, *args: Any, units: QuerySet[Unit], **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["unit"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = units


class NewAppointment(_InAUnit):
    """What somebody is to the children of a unit, and from when."""

    role = forms.ChoiceField(label=_("Role"), choices=[("", ""), *Role.choices])
    first_day = DayField(label=_("First day"), initial=clock.today)

    field_order = ["role", "unit", "first_day"]


class NewAccount(NewAppointment):
    """A new person with the first appointment."""

    full_name = forms.CharField(label=_("Full name"), max_length=120)
    username = forms.CharField(
        label=_("User name"), max_length=60, help_text=_("Typed at every sign-in, such as vjosa.kelmendi.")
    )
    email = forms.EmailField(label=_("E-mail"), required=False)
    language = forms.ChoiceField(
        label=_("Language"), choices=settings.LANGUAGES, initial=settings.LANGUAGE_CODE, widget=LANGUAGE
    )

    field_order = ["full_name", "username", "email", "language", "role", "unit", "first_day"]

    def account(self) -> dict[str, Any]:
        """What belongs to the account."""
        return {name: self.cleaned_data[name] for name in ("username", "full_name", "language", "email")}

    def appointment(self) -> dict[str, Any]:
        """What belongs to the first appointment."""
        return {name: self.cleaned_data[name] for name in ("unit", "role", "first_day")}


class LastDay(ActForm):
    """When something ends, and why."""

    last_day = DayField(label=_("Last day"), initial=clock.today)
    why = forms.CharField(label=_("Why"), widget=WHY)


class Reason(ActForm):
    """Why something is done."""

    why = forms.CharField(label=_("Why"), widget=WHY)


class Confirmed(ActForm):
    """Nothing to fill in: the button is the answer."""


class NewUnit(ActForm):
    """A part of the organisation, below another."""

    name = forms.CharField(label=_("What the unit is called"), max_length=120)
    kind = forms.ChoiceField(
        label=_("Kind"),
        choices=[choice for choice in UnitKind.choices if choice[0] != UnitKind.ORGANISATION],
        widget=forms.RadioSelect,
    )
    parent = forms.ModelChoiceField(label=_("Unit above"), queryset=Unit.objects.none())
    first_day = DayField(label=_("First day"), initial=clock.today)

    def __init__(self, *args: Any, units: QuerySet[Unit], **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["parent"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = units


class MyLanguage(ActForm):
    """The language Vatra speaks to me."""

    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES, widget=LANGUAGE)


class MyMails(ActForm):
    """Where to and how often I am told by mail what waits for me."""

    email = forms.EmailField(
        label=_("E-mail"), required=False, help_text=_("Without an address Vatra sends you no mail.")
    )
    digest = forms.ChoiceField(
        label=_("What waits for you, by mail"), choices=Digest.choices, widget=forms.RadioSelect
    )
