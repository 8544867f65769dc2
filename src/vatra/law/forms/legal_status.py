"""The form for the legal status."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vatra.casework.forms.texts import Line
from vatra.casework.models import File
from vatra.kernel import clock
from vatra.kernel.forms import ActForm
from vatra.kernel.ledger import Actor
from vatra.kernel.widgets import DayField
from vatra.law.actions import set_legal_status
from vatra.law.models import LegalStatus
from vatra.law.words import StatusKind


class LegalStatusForm(ActForm):
    """On what legal ground the child is in care, from a day on."""

    kind = forms.ChoiceField(label=_("Legal status"), choices=StatusKind, widget=forms.RadioSelect)
    ordered_by = Line(
        label=_("Decided by"),
        help_text=_("The court or body, with the number of its decision."),
        max_length=160,
        required=False,
    )
    from_day = DayField(label=_("From"))

    def __init__(self, data: Any = None, *, file: File) -> None:
        super().__init__(data, initial={"from_day": clock.today()})
        self.file = file

    def write(self, *, by: Actor) -> LegalStatus:
        """The one act of this form."""
        return set_legal_status(file=self.file, by=by, **self.cleaned_data)
