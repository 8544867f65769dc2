"""The forms for what happens on a legal path."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vatra.casework.forms.entry import EntryForm
from vatra.casework.forms.texts import Words
from vatra.casework.models import File
from vatra.kernel import clock
from vatra.kernel.ledger import Actor
from vatra.kernel.widgets import DayField
from vatra.law.actions import correct_path_event, record_path_event
from vatra.law.forms.choosing import offer
from vatra.law.models import PathEvent
from vatra.law.names import name_of, names_of
from vatra.law.path.known import path_under


class _AboutPath(EntryForm):
    """What recording and correcting share: the authorities that the law of the file knows."""

    def __init__(self, data: Any = None, *, file: File, corrects: PathEvent | None = None) -> None:
        super().__init__(data, file=file, corrects=corrects)
        offer(self, "authority", names_of(file.jurisdiction).authorities)


class PathEventForm(_AboutPath):
    """What happened on the legal path, on which day, and by whom."""

    event = forms.ChoiceField(label=_("What happened"))
    happened_on = DayField(label=_("On which day"), latest=clock.today)
    authority = forms.ChoiceField(label=_("By whom"), required=False)
    note = Words(
        label=_("What is worth knowing about it"),
        help_text=_("The number of a paper, who was asked, what was found."),
        required=False,
    )

    def __init__(self, data: Any = None, *, file: File, event: str = "") -> None:
        super().__init__(data, file=file)
        self.path = path_under(file.jurisdiction)
        self.initial["event"] = event
        events = [(code, name_of(each)) for code, each in self.path.items()]
        self.fields["event"].choices = [("", _("Choose what happened")), *events]  # type: ignore[attr-defined]
        authority = self.fields["authority"]
        authority.choices = [("", _("The one that usually answers for it")), *authority.choices]  # type: ignore[attr-defined]

    def write(self, *, by: Actor) -> PathEvent:
        """The one act of this form."""
        told = {**self.cleaned_data}
        told["authority"] = told["authority"] or self.path[told["event"]].authority
        return record_path_event(file=self.file, reasons=self.reasons, by=by, **told)


class PathCorrectionForm(_AboutPath):
    """An event of the legal path as it was, or that it did not happen."""

    happened_on = DayField(label=_("On which day"), latest=clock.today)
    authority = forms.ChoiceField(label=_("By whom"))
    note = Words(label=_("What is worth knowing about it"), required=False)
    did_not_happen = forms.BooleanField(label=_("This did not happen"), required=False)

    def write(self, *, by: Actor) -> PathEvent:
        """The one act of this form."""
        assert self.corrects
        return correct_path_event(original=self.corrects, reasons=self.reasons, by=by, **self.cleaned_data)
