"""What all forms of the public site ask alike, and refuse alike."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from vatra.kernel.forms import ActForm
from vatra.people.names.typed import what_is_wrong


def a_name(value: str) -> None:
    """A name is neither an advertisement nor a formula."""
    if wrong := what_is_wrong(value):
        raise ValidationError(wrong, code="no_name")


class Trap(forms.TextInput):
    """A box that people do not see: whoever fills it in is a machine."""

    def __init__(self) -> None:
        super().__init__({"class": "vatra-trap", "tabindex": "-1", "autocomplete": "off"})


class PublicForm(ActForm):
    """A form without cookie and token, with a trap for machines."""

    homepage = forms.CharField(label=_("Leave this empty"), required=False, widget=Trap())

    use_required_attribute = False

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.order_fields([name for name in self.fields if name != "homepage"])

    @property
    def is_from_a_machine(self) -> bool:
        """Whether the box that nobody sees was filled in."""
        return bool(self.cleaned_data.get("homepage"))

    @property
    def given(self) -> dict[str, Any]:
        """What was written, without the trap."""
        return {name: value for name, value in self.cleaned_data.items() if name != "homepage"}
