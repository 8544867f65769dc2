"""Asking whether one could be a foster family."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vatra.homes.enquiries.consent import CONSENTS, NEWEST
from vatra.homes.enquiries.words import ASKED_ABOUT
from vatra.public.forms.plain import PublicForm, a_name

FORMS_OF_CARE = [*((form.value, form.label) for form in ASKED_ABOUT), ("", _("I do not know yet"))]


class FosterForm(PublicForm):
    """Who asks, how to reach them, and what they would like to know."""

    names = forms.CharField(
        label=_("Your name, or your names"),
        max_length=160,
        validators=[a_name],
        widget=forms.TextInput({"autocomplete": "name"}),
    )
    reachable_at = forms.CharField(
        label=_("How can we reach you?"),
        max_length=160,
        help_text=_("A telephone number or an e-mail address, and when it suits you."),
    )
    municipality = forms.ChoiceField(label=_("Where do you live?"))
    household = forms.CharField(
        label=_("Who lives with you?"),
        max_length=2000,
        required=False,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("No names are needed: how many grown-ups, and how old the children are."),
    )
    form = forms.ChoiceField(
        label=_("What are you thinking of?"), choices=FORMS_OF_CARE, required=False, widget=forms.RadioSelect
    )
    question = forms.CharField(
        label=_("What would you like to know?"),
        max_length=4000,
        required=False,
        widget=forms.Textarea({"rows": 4}),
    )
    agrees = forms.BooleanField(label=CONSENTS[NEWEST])

    def __init__(self, *args: Any, municipalities: Sequence[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["municipality"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("Choose")), *municipalities]

    @property
    def enquiry(self) -> dict[str, Any]:
        """What the act is told, with the text that was agreed to."""
        asked = {name: value for name, value in self.given.items() if name != "agrees"}
        return {**asked, "consent": NEWEST}
