"""The form for a contact between the child and the family."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vatra.casework.actions import record_contact
from vatra.casework.forms.entry import EntryForm
from vatra.casework.forms.texts import Words
from vatra.casework.models import Contact
from vatra.casework.words.entries import ContactKind
from vatra.kernel import clock
from vatra.kernel.ledger import Actor
from vatra.kernel.widgets import DayField
from vatra.people.circle import relatives_of
from vatra.people.models import Person


class ContactForm(EntryForm):
    """With whom of the family the child met, spoke or wrote, or should have."""

    met_on = DayField(label=_("Day of the contact"), latest=clock.today)
    relative = forms.ModelChoiceField(
        label=_("With whom"), queryset=Person.objects.none(), widget=forms.RadioSelect, empty_label=None
    )
    kind = forms.ChoiceField(label=_("How they met"), choices=ContactKind, widget=forms.RadioSelect)
    child_words = Words(
        label=_("What the child said or showed"),
        help_text=_("Before, during and after: in the child's own words where you can."),
        required=False,
    )
    account = Words(label=_("How it went"), required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        relative = self.fields["relative"]
        assert isinstance(relative, forms.ModelChoiceField)
        relative.queryset = relatives_of(self.file.child)

    def first_values(self) -> dict[str, Any]:
        return {"met_on": clock.today()}

    def write(self, *, by: Actor) -> Contact:
        return record_contact(
            file=self.file, reasons=self.reasons, by=by, corrects=self.corrects, **self.cleaned_data
        )
