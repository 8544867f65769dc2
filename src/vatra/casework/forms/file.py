"""The forms for handing a file over and for closing it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vatra.access.models import User
from vatra.casework.actions import close_file, hand_over
from vatra.casework.colleagues import workers_of
from vatra.casework.forms.texts import Words
from vatra.casework.models import File, FileWorker
from vatra.casework.words.file import ClosingReason
from vatra.kernel import clock
from vatra.kernel.forms import ActForm
from vatra.kernel.ledger import Actor
from vatra.kernel.widgets import DayField

REASONS = [(code, words) for code, words in ClosingReason.choices if code != ClosingReason.NOT_DOCUMENTED]


class HandOverForm(ActForm):
    """Who answers for the child from a day on, and why."""

    worker = forms.ModelChoiceField(
        label=_("Who answers for the child from then on"),
        queryset=User.objects.none(),
        widget=forms.RadioSelect,
        empty_label=None,
    )
    on = DayField(label=_("From"))
    why = Words(label=_("Why, and what the child was told"))

    def __init__(self, data: Any = None, *, file: File) -> None:
        super().__init__(data, initial={"on": clock.today()})
        self.file = file
        answering = file.workers.filter(last_day__isnull=True).values("worker")
        worker = self.fields["worker"]
        assert isinstance(worker, forms.ModelChoiceField)
        worker.queryset = workers_of(file.unit, on=clock.today()).exclude(pk__in=answering)

    def write(self, *, by: Actor) -> FileWorker:
        """The one act of this form."""
        return hand_over(file=self.file, by=by, **self.cleaned_data)


class CloseFileForm(ActForm):
    """When and why the work with the child ends."""

    on = DayField(label=_("Last day"), latest=clock.today)
    reason = forms.ChoiceField(label=_("Reason"), choices=REASONS, widget=forms.RadioSelect)
    why = Words(label=_("In your words: how is the child now, and who is there if a worry comes back?"))

    def __init__(self, data: Any = None, *, file: File) -> None:
        super().__init__(data, initial={"on": clock.today()})
        self.file = file

    def write(self, *, by: Actor) -> File:
        """The one act of this form."""
        return close_file(file=self.file, by=by, **self.cleaned_data)
