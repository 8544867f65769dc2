"""The forms for causes and for what was tried to keep the family together."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vatra.casework.actions import name_cause, record_support, settle_cause
from vatra.casework.forms.texts import Line, Words
from vatra.casework.models import Cause, File, Support
from vatra.casework.words.assessment import SupportKind, SupportResult
from vatra.casework.words.worry import CauseKind
from vatra.kernel import clock
from vatra.kernel.forms import ActForm
from vatra.kernel.ledger import Actor
from vatra.kernel.widgets import DayField


class SupportForm(ActForm):
    """Something tried with the family, by whom, and what came of it."""

    kind = forms.ChoiceField(
        label=_("What was tried"),
        choices=SupportKind,
        widget=forms.RadioSelect({"class": "govuk-radios--small vatra-columns"}),
    )
    given_by = Line(
        label=_("Given by"),
        help_text=_("An office, an organisation or a person, such as the health centre."),
    )
    first_day = DayField(label=_("First day"), latest=clock.today)
    last_day = DayField(label=_("Last day"), help_text=_("Leave empty while it goes on."), required=False)
    result = forms.TypedChoiceField(
        label=_("What came of it"),
        choices=[("", _("Too early to say")), *SupportResult.choices],
        empty_value=None,
        required=False,
    )
    account = Words(label=_("What was done, and what came of it"), required=False)

    def __init__(self, data: Any = None, *, file: File) -> None:
        super().__init__(data)
        self.file = file

    def write(self, *, by: Actor) -> Support:
        """The one act of this form."""
        return record_support(file=self.file, by=by, **self.cleaned_data)


class CauseForm(ActForm):
    """A cause that may separate this family, since a day."""

    kind = forms.ChoiceField(
        label=_("Cause"),
        choices=CauseKind,
        widget=forms.RadioSelect({"class": "govuk-radios--small vatra-columns"}),
    )
    since = DayField(label=_("Since"), latest=clock.today)

    def __init__(self, data: Any = None, *, file: File) -> None:
        super().__init__(data)
        self.file = file

    def write(self, *, by: Actor) -> Cause:
        """The one act of this form."""
        return name_cause(file=self.file, by=by, **self.cleaned_data)


class CauseSettledForm(ActForm):
    """A cause no longer holds."""

    until = DayField(label=_("Last day on which it held"), latest=clock.today)
    why = Words(label=_("What has changed"))

    def __init__(self, data: Any = None, *, cause: Cause) -> None:
        super().__init__(data, initial={"until": clock.today()})
        self.cause = cause

    def write(self, *, by: Actor) -> Cause:
        """The one act of this form."""
        return settle_cause(cause=self.cause, by=by, **self.cleaned_data)
