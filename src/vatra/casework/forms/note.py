"""The form for a note."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from vatra.casework.actions import write_note
from vatra.casework.forms.entry import EntryForm
from vatra.casework.forms.texts import Words
from vatra.casework.models import Note
from vatra.kernel import clock
from vatra.kernel.ledger import Actor
from vatra.kernel.widgets import DayField


class NoteForm(EntryForm):
    """Something worth keeping that is neither a visit, a contact nor a review."""

    noted_on = DayField(label=_("Day"), latest=clock.today)
    note = Words(label=_("Note"), rows=6)

    def first_values(self) -> dict[str, Any]:
        return {"noted_on": clock.today()}

    def write(self, *, by: Actor) -> Note:
        return write_note(
            file=self.file, reasons=self.reasons, by=by, corrects=self.corrects, **self.cleaned_data
        )
