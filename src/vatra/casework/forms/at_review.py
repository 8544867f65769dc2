"""Who comes to a review, on its pages: ticked among those the file knows, or told by name."""

from collections.abc import Iterable, Sequence
from datetime import time
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vatra.casework.forms.texts import Line
from vatra.casework.reviews.meeting import Somebody
from vatra.casework.words.review import Part
from vatra.kernel.sentence import Sentence

GUEST = "guest"
FIRST_GUESTS = 2
MOST_GUESTS = 12
NAMED = [(part.value, part.label) for part in Part if part != Part.CHILD]


class People(forms.MultipleChoiceField):
    """A box to tick for each of the people the file knows; the value is the people who were ticked."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, people: Sequence[Somebody], *, label: Sentence, help_text: Sentence = "") -> None:
        self.people = {each.mark: each for each in people}
        super().__init__(
            label=label,
            help_text=help_text,
            required=False,
            choices=[(each.mark, _label(each)) for each in people],
        )

    def clean(self, value: Any) -> list[Somebody]:
        """The people, in their order on the page."""
        ticked = set(super().clean(value))
        return [each for mark, each in self.people.items() if mark in ticked]


def _label(somebody: Somebody) -> Sentence:
    return _("%(name)s (%(part)s)") % {"name": somebody.called, "part": Part(somebody.part).label}


class GuestRow(forms.Form):
    """Somebody told by name; an empty row is nobody."""

    name = Line(label=_("Name"), max_length=160)
    part = forms.ChoiceField(label=_("As what"), choices=NAMED, initial=Part.OTHER)

    def __init__(self, data: Any, *, number: int) -> None:
        super().__init__(data, prefix=f"{GUEST}-{number}", empty_permitted=True, use_required_attribute=False)
        self.number = number

    def has_changed(self) -> bool:
        """A choice alone names nobody."""
        return "name" in self.changed_data


def guest_rows(data: Any, number: int) -> list[GuestRow]:
    """So many rows, at most as many as one page can hold."""
    return [GuestRow(data, number=each) for each in range(1, min(number, MOST_GUESTS) + 1)]


def guests_in(rows: Iterable[GuestRow]) -> list[Somebody]:
    """Those who were named."""
    told = [row.cleaned_data for row in rows if row.has_changed()]
    return [Somebody(each["part"], None, each["name"]) for each in told]


class HourField(forms.TimeField):
    """A time of the day, to the minute."""

    def __init__(self) -> None:
        box = forms.TimeInput({"type": "time", "class": "govuk-input govuk-input--width-10"}, format="%H:%M")
        super().__init__(
            label=_("At what time"),
            required=False,
            input_formats=["%H:%M", "%H.%M", "%H"],
            widget=box,
            error_messages={"invalid": _("Write hours and minutes, such as 10:30.")},
        )

    def clean(self, value: Any) -> time | None:
        """The time, or None where it is not set yet."""
        hour: time | None = super().clean(value)
        return hour
