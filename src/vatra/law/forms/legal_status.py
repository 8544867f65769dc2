"""The forms for the legal status."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vatra.casework.forms.texts import Line, Words
from vatra.casework.models import File
from vatra.kernel import clock
from vatra.kernel.forms import ActForm
from vatra.kernel.ledger import Actor
from vatra.kernel.widgets import DayField
from vatra.law.actions import correct_legal_status, end_legal_status, set_legal_status
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
    last_day = DayField(
        label=_("Expires after"),
        help_text=_("The last day the order holds. Leave empty where no end is set."),
        required=False,
    )

    def __init__(self, data: Any = None, *, file: File) -> None:
        super().__init__(data, initial={"from_day": clock.today()})
        self.file = file

    def write(self, *, by: Actor) -> LegalStatus:
        """The one act of this form."""
        return set_legal_status(file=self.file, by=by, **self.cleaned_data)


class LegalStatusEndsForm(ActForm):
    """The last day of a legal status, and why it ends."""

    on = DayField(label=_("Last day"))
    why = Words(label=_("Why it ends"))

    def __init__(self, data: Any = None, *, status: LegalStatus) -> None:
        super().__init__(data, initial={"on": clock.today()})
        self.status = status

    def write(self, *, by: Actor) -> LegalStatus:
        """The one act of this form."""
        return end_legal_status(status=self.status, by=by, **self.cleaned_data)


class LegalStatusCorrectedForm(ActForm):
    """What was written about a legal status, as it should have been, and why."""

    kind = forms.ChoiceField(label=_("Legal status"), choices=StatusKind, widget=forms.RadioSelect)
    ordered_by = Line(label=_("Decided by"), max_length=160, required=False)
    first_day = DayField(label=_("First day"))
    last_day = DayField(label=_("Last day"), required=False)
    why = Words(label=_("What was wrong"), rows=3)

    def __init__(self, data: Any = None, *, status: LegalStatus) -> None:
        written = {name: getattr(status, name) for name in ("kind", "ordered_by", "first_day", "last_day")}
        super().__init__(data, initial=written)
        self.status = status

    def write(self, *, by: Actor) -> LegalStatus:
        """The one act of this form."""
        return correct_legal_status(status=self.status, by=by, **self.cleaned_data)
