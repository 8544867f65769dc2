"""The form for a review."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vatra.casework.actions import hold_review
from vatra.casework.forms.entry import EntryForm
from vatra.casework.forms.texts import Words
from vatra.casework.models import Review
from vatra.casework.words.entries import Participation
from vatra.kernel import clock
from vatra.kernel.calendar_months import add_months
from vatra.kernel.ledger import Actor
from vatra.kernel.widgets import DayField

MONTHS_BETWEEN_REVIEWS = 3
"""UN Guidelines §67; UNICEF/BCN indicator 9."""

# “Too young” was another system's answer for under-fours; here the youngest are observed.
PARTS = [(code, words) for code, words in Participation.choices if code != Participation.NOT_RECORDED]


class ReviewForm(EntryForm):
    """Whether this is still right for the child, with the child's part in the answer."""

    held_on = DayField(label=_("Day of the review"), latest=clock.today)
    participation = forms.ChoiceField(
        label=_("The child's part in the review"), choices=PARTS, widget=forms.RadioSelect
    )
    child_words = Words(
        label=_("What the child said, sent or showed"),
        help_text=_("In the child's own words where you can."),
        required=False,
    )
    causes_now = Words(label=_("Do the causes of the separation still hold?"), required=False)
    conclusion = Words(label=_("What was agreed"), rows=6)
    next_on = DayField(
        label=_("Next review"),
        help_text=_("Left empty, the next review is due three months after this one."),
        required=False,
    )

    def first_values(self) -> dict[str, Any]:
        return {"held_on": clock.today()}

    @property
    def causes(self) -> list[str]:
        """The causes that have been named and not settled, each to be asked again (R-07)."""
        named = self.file.causes.filter(last_day__isnull=True).order_by("first_day", "pk")
        return [cause.get_kind_display() for cause in named]

    def clean_next_on(self) -> date | None:
        """Three months later, unless another day was agreed."""
        held_on = self.cleaned_data.get("held_on")
        return self.cleaned_data["next_on"] or (held_on and add_months(held_on, MONTHS_BETWEEN_REVIEWS))

    def write(self, *, by: Actor) -> Review:
        return hold_review(
            file=self.file, reasons=self.reasons, by=by, corrects=self.corrects, **self.cleaned_data
        )
