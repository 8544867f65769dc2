"""The form for a visit."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vatra.casework.actions import record_visit
from vatra.casework.forms.entry import EntryForm
from vatra.casework.forms.texts import Words
from vatra.casework.models import Visit
from vatra.casework.words.entries import VisitPurpose
from vatra.kernel import clock
from vatra.kernel.ledger import Actor
from vatra.kernel.widgets import DayField


class VisitForm(EntryForm):
    """Where somebody went to see the child, and what the child said or showed."""

    visited_on = DayField(label=_("Day of the visit"), latest=clock.today)
    purpose = forms.ChoiceField(
        label=_("Purpose of the visit"), choices=VisitPurpose, widget=forms.RadioSelect
    )
    saw_child = forms.BooleanField(label=_("I saw the child"), required=False)
    saw_child_alone = forms.BooleanField(
        label=_("I spoke with the child alone, or was alone with a small child"), required=False
    )
    child_words = Words(
        label=_("What the child said or showed"),
        help_text=_("In the child's own words where you can. A baby shows by crying, looking, sleeping."),
        required=False,
    )
    account = Words(label=_("What you saw, and what was agreed"), rows=6)

    def first_values(self) -> dict[str, Any]:
        return {"visited_on": clock.today(), "saw_child": True}

    def write(self, *, by: Actor) -> Visit:
        return record_visit(
            file=self.file, reasons=self.reasons, by=by, corrects=self.corrects, **self.cleaned_data
        )
