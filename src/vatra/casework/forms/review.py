"""The form for a review that is held."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_lazy as _

from vatra.casework.actions import hold_review
from vatra.casework.forms.at_review import FIRST_GUESTS, GUEST, People, guest_rows, guests_in
from vatra.casework.forms.entry import EntryForm
from vatra.casework.forms.review_rows import (
    DECISION,
    FIRST_DECISIONS,
    MOST_DECISIONS,
    CauseRow,
    DecisionRow,
    GoalRow,
)
from vatra.casework.forms.texts import Line, Words
from vatra.casework.models import File, PlannedReview, Review
from vatra.casework.reviews.before import Before
from vatra.casework.reviews.interval import latest_next_review
from vatra.casework.reviews.looking import causes_to_ask, goals_to_ask
from vatra.casework.reviews.meeting import Meeting
from vatra.casework.words.entries import Participation
from vatra.casework.words.review import IN_WORDS, WITHOUT_PART, WithoutChild
from vatra.kernel import clock
from vatra.kernel.ledger import Actor
from vatra.kernel.rows import WithRows, rows_in
from vatra.kernel.widgets import DayField

# “Too young” was another system's answer for under-fours; here the youngest are observed.
PARTS = [(code, words) for code, words in Participation.choices if code != Participation.NOT_RECORDED]
REASONS = [
    ("", _("The child took part")),
    *((code, words) for code, words in WithoutChild.choices if code != WithoutChild.NOT_ASKED_FOR),
]


class ReviewForm(WithRows, EntryForm):
    """Whether this is still right for the child, with the child's part in the answer."""

    held_on = DayField(label=_("Day of the review"), latest=clock.today)
    place = Line(label=_("Where"), required=False)
    participation = forms.ChoiceField(
        label=_("The child's part in the review"), choices=PARTS, widget=forms.RadioSelect
    )
    child_words = Words(
        label=_("What the child said, sent or showed"),
        help_text=_(
            "In the child's own words where you can. Of a child under four, write what was seen: how it looks at whom, sleeps, plays, calms down."
        ),
        required=False,
    )
    why_without = forms.TypedChoiceField(
        label=_("If the child has no part: why not?"),
        choices=REASONS,
        empty_value=None,
        required=False,
    )
    causes_now = Words(label=_("What else there is to say about the causes"), rows=2, required=False)
    conclusion = Words(label=_("What was agreed"), rows=6)
    next_on = DayField(
        label=_("Next review"),
        help_text=_("Left empty, it is the last day that the law of the file allows."),
        required=False,
    )

    def __init__(
        self,
        data: Any = None,
        *,
        file: File,
        corrects: Review | None = None,
        planned: PlannedReview | None = None,
        guests: int = FIRST_GUESTS,
        decisions: int = FIRST_DECISIONS,
    ) -> None:
        self.before = Before(file, planned or (corrects.planned if corrects else None), corrects)
        self.sized = (guests, decisions)
        super().__init__(data, file=file, corrects=corrects)
        self.fields["there"] = People(
            self.before.known, label=_("Who was there"), help_text=_("The child's own part follows below.")
        )
        self.initial["there"] = self.before.present

    @classmethod
    def sizes(cls, kept: Mapping[str, Any], more: str) -> dict[str, int]:
        return {
            "guests": rows_in(kept, GUEST, least=FIRST_GUESTS) + (more == GUEST),
            "decisions": rows_in(kept, DECISION, least=FIRST_DECISIONS) + (more == DECISION),
        }

    def first_values(self) -> dict[str, Any]:
        if self.corrects:
            return {}
        day, planned = self.before.day, self.before.planned
        return {
            "held_on": day,
            "place": planned.place if planned else "",
            "next_on": latest_next_review(self.file, day),
        }

    def make_rows(self, data: Any) -> list[forms.Form]:
        day, before = self._day_told(data), self.before
        guests, decisions = self.sized
        self.guests = guest_rows(data, guests)
        self.causes = [
            CauseRow(data, cause=cause, initial=before.of_cause(cause))
            for cause in causes_to_ask(self.file, day, self.corrects)
        ]
        self.goals = [
            GoalRow(data, goal=goal, initial=before.of_goal(goal))
            for goal in goals_to_ask(self.file, day, self.corrects)
        ]
        number = min(max(decisions, len(before.asked_for)), MOST_DECISIONS)
        self.decisions = [
            DecisionRow(data, number=each, initial=before.of_decision(each)) for each in range(1, number + 1)
        ]
        return [*self.guests, *self.causes, *self.goals, *self.decisions]

    def clean_next_on(self) -> date | None:
        """The last day allowed, unless another was agreed; what the page itself suggested moves with the day."""
        held_on, next_on = self.cleaned_data.get("held_on"), self.cleaned_data["next_on"]
        if held_on is None:
            return None
        latest = latest_next_review(self.file, held_on)
        is_suggested = "next_on" not in self.changed_data and not self.corrects
        return min(next_on, latest) if next_on and is_suggested else next_on or latest

    def clean(self) -> dict[str, Any] | None:
        """What the child said is in words; where there is nothing, a reason says why."""
        told = self.cleaned_data
        part, words, why = told.get("participation"), told.get("child_words"), told.get("why_without")
        if part in IN_WORDS and not words:
            self.add_error("child_words", _("Write down what the child said, sent or showed."))
        if part in IN_WORDS and words and why:
            self.add_error("why_without", _("The child took part: leave out the reason why not."))
        if part in WITHOUT_PART and not why:
            self.add_error("why_without", _("Choose the reason why the child has no part."))
        return super().clean()

    def write(self, *, by: Actor) -> Review:
        told = dict(self.cleaned_data)
        meeting = Meeting(
            place=told.pop("place"),
            present=[*told.pop("there"), *guests_in(self.guests)],
            causes=[row.told() for row in self.causes],
            goals=[row.told() for row in self.goals],
            asked_for=[row.cleaned_data["what"] for row in self.decisions if row.cleaned_data.get("what")],
        )
        return hold_review(
            file=self.file,
            reasons=self.reasons,
            by=by,
            meeting=meeting,
            planned=self.before.planned,
            corrects=self.corrects,
            **told,
        )

    def _day_told(self, data: Any) -> date:
        """The day that was typed, where it can be read; causes and goals are those of that day."""
        field = self.fields["held_on"]
        try:
            told = field.clean(field.widget.value_from_datadict(data or {}, MultiValueDict(), "held_on"))
        except ValidationError:
            return self.before.day
        return told if isinstance(told, date) else self.before.day
