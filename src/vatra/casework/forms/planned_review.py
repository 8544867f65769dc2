"""The forms for planning a review, and for one that did not take place."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vatra.casework.actions import plan_review, review_did_not_take_place
from vatra.casework.forms.at_review import (
    FIRST_GUESTS,
    GUEST,
    GuestRow,
    HourField,
    People,
    guest_rows,
    guests_in,
)
from vatra.casework.forms.texts import Line, Words
from vatra.casework.models import File, PlannedReview
from vatra.casework.reviews.around import around
from vatra.casework.words.review import NotHeld
from vatra.kernel import clock
from vatra.kernel.forms import ActForm
from vatra.kernel.ledger import Actor
from vatra.kernel.rows import WithRows, rows_in
from vatra.kernel.widgets import DayField


class PlanReviewForm(WithRows, ActForm):
    """When and where the next review is, and who is asked to come."""

    meets_on = DayField(label=_("Day of the review"))
    hour = HourField()
    place = Line(
        label=_("Where"),
        help_text=_("A place where the child feels at ease, such as the home or the school."),
    )

    def __init__(self, data: Any = None, *, file: File, guests: int = FIRST_GUESTS) -> None:
        self.guests = guests
        super().__init__(data, initial={"meets_on": _agreed(file)})
        self.file = file
        known = around(file, clock.today())
        self.fields["invited"] = People(known, label=_("Who is invited"))
        self.initial["invited"] = [each.mark for each in known]

    @classmethod
    def sizes(cls, kept: Mapping[str, Any], more: str) -> dict[str, int]:
        """How many rows the page has, by what was typed and whether one more is asked for."""
        return {"guests": rows_in(kept, GUEST, least=FIRST_GUESTS) + (more == GUEST)}

    def make_rows(self, data: Any) -> list[GuestRow]:
        return guest_rows(data, self.guests)

    def write(self, *, by: Actor) -> PlannedReview:
        """The one act of this form."""
        told = {**self.cleaned_data, "invited": [*self.cleaned_data["invited"], *guests_in(self.rows)]}
        return plan_review(file=self.file, reasons=self.reasons, by=by, **told)


def _agreed(file: File) -> date | None:
    """The day the last review had agreed on, while it is still to come."""
    last = file.reviews.filter(corrected_by__isnull=True).order_by("-held_on", "-pk").first()
    return last.next_on if last and last.next_on and last.next_on >= clock.today() else None


class MissedReviewForm(ActForm):
    """Why a planned review did not take place, and the new day."""

    because = forms.ChoiceField(
        label=_("Why did it not take place?"), choices=NotHeld, widget=forms.RadioSelect
    )
    account = Words(label=_("What happened"), rows=3, required=False)
    new_day = DayField(label=_("New day"))
    hour = HourField()
    place = Line(label=_("Where"))

    def __init__(self, data: Any = None, *, planned: PlannedReview) -> None:
        super().__init__(data, initial={"hour": planned.hour, "place": planned.place})
        self.planned = planned

    def clean(self) -> None:
        """The new day is still to come; another reason is said in words."""
        told = self.cleaned_data
        if told.get("because") == NotHeld.OTHER and not told.get("account"):
            self.add_error("account", _("Say why the review did not take place."))
        if (new_day := told.get("new_day")) and new_day < clock.today():
            self.add_error("new_day", _("Choose a day to come."))

    def write(self, *, by: Actor) -> PlannedReview:
        """The one act of this form."""
        return review_did_not_take_place(planned=self.planned, by=by, **self.cleaned_data)
