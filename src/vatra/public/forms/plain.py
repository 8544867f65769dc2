"""What all forms of the public site ask alike, and refuse alike."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vatra.kernel.forms import ActForm

# An address of a page, however it is disguised.
_ADDRESS = re.compile(r"://|\bwww\.|[^\W\d_]{2,}\.[a-z]{2,}(?:/|\b)|[<>]", re.IGNORECASE)
# What a spreadsheet would take for a formula.
_FORMULA = re.compile(r"^[\s'\"]*[=+\-@|%]")


def a_name(value: str) -> None:
    """A name is neither an advertisement nor a formula."""
    if _ADDRESS.search(value) or _FORMULA.search(value):
        raise ValidationError(_("Write the name only."), code="no_name")


class Trap(forms.TextInput):
    """A box that people do not see: whoever fills it in is a machine."""

    def __init__(self) -> None:
        super().__init__({"class": "vatra-trap", "tabindex": "-1", "autocomplete": "off"})


class PublicForm(ActForm):
    """A form without cookie and token, with a trap for machines."""

    homepage = forms.CharField(label=gettext_lazy("Leave this empty"), required=False, widget=Trap())

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
