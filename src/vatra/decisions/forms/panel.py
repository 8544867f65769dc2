"""Seats on the panel, calling it, voting, and what it says."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from vatra.access.models import User
from vatra.decisions.actions.resolving import ConditionAsked
from vatra.decisions.words import Discipline, Position, ResolutionKind
from vatra.kernel import clock
from vatra.kernel.forms import ActForm
from vatra.kernel.rows import WithRows
from vatra.kernel.widgets import DayField

FIRST_CONDITIONS = 1
MOST_CONDITIONS = 8


def _text(rows: int) -> forms.Textarea:
    return forms.Textarea({"rows": rows})


class SeatForm(ActForm):
    """Who sits on the panel, with which knowledge, and until when the pack can be read."""

    member = forms.ModelChoiceField(
        label=_("Who?"),
        queryset=User.objects.none(),
        help_text=_("Staff who are appointed to panels and have no seat here yet."),
    )
    discipline = forms.ChoiceField(label=_("Discipline"), choices=Discipline.choices)
    as_guest = forms.BooleanField(
        label=_("Guest, without a vote"),
        required=False,
        help_text=_("A guest reads the pack and speaks, but does not vote."),
    )
    last_day = DayField(
        label=_("Last day on which the pack can be read"),
        help_text=_("The pack opens once the member has declared that there is no conflict of interest."),
    )

    def __init__(self, *args: Any, members: QuerySet[User], **options: Any) -> None:
        super().__init__(*args, **options)
        member: Any = self.fields["member"]
        member.queryset = members


class EndSeatForm(ActForm):
    """Until when the pack can be read."""

    on = DayField(
        label=_("Last day on which the pack can be read"),
        help_text=_("From the day after, nothing opens any more. A vote that was cast stays."),
    )


class CallForm(ActForm):
    """When the panel meets, about what, and how many members it needs."""

    meets_on = DayField(label=_("The panel meets on"))
    agenda = forms.CharField(label=_("Agenda"), widget=_text(6))
    quorum = forms.IntegerField(
        label=_("Members needed"),
        min_value=2,
        initial=3,
        widget=forms.NumberInput({"class": "govuk-input--width-2"}),
        help_text=_("Only members who vote count, and they are of at least two disciplines."),
    )


class DeclarationForm(ActForm):
    """Whether there is a conflict of interest, and which."""

    has_conflict = forms.TypedChoiceField(
        label=_("Is there anything between you and these people?"),
        choices=[
            ("no", _("No, nothing stands in my way")),
            ("yes", _("Yes, I have a conflict of interest")),
        ],
        coerce=lambda chosen: chosen == "yes",
        widget=forms.RadioSelect,
        help_text=_("You are related, befriended or at odds with them, or you gain something by the answer."),
    )
    conflict = forms.CharField(
        label=_("What is the conflict?"),
        max_length=300,
        required=False,
        help_text=_("A few words are enough, for instance: the father is my cousin."),
    )

    def clean(self) -> None:
        """A conflict has words, and only a conflict has."""
        has_conflict, words = self.cleaned_data.get("has_conflict"), self.cleaned_data.get("conflict")
        if has_conflict and not words:
            self.add_error("conflict", _("Say in a few words what the conflict of interest is."))
        if has_conflict is False and words:
            self.add_error("conflict", _("You wrote of a conflict. Choose “Yes”, or leave this empty."))


class VoteForm(ActForm):
    """How a member votes, and why not."""

    position = forms.ChoiceField(
        label=_("Do you agree that this can be decided as it is prepared?"),
        choices=Position.choices,
        widget=forms.RadioSelect,
    )
    dissent = forms.CharField(
        label=_("What you want to be kept, in your own words"),
        required=False,
        widget=_text(5),
        help_text=_("Who disagrees says why. It stays with the decision, word for word."),
    )

    def clean(self) -> None:
        """Who disagrees says why."""
        if self.cleaned_data.get("position") == Position.DISAGREES and not self.cleaned_data.get("dissent"):
            self.add_error("dissent", _("Who disagrees says why: it stays with the decision."))


class ConditionRow(forms.Form):
    """One thing the panel asks for; an empty row asks for nothing."""

    what = forms.CharField(label=_("What has to be done"), max_length=300)
    responsible = forms.ChoiceField(label=_("Who does it"))
    due_on = DayField(label=_("By"))

    def __init__(self, data: Any, *, number: int, people: Sequence[User]) -> None:
        super().__init__(
            data, prefix=f"condition-{number}", empty_permitted=True, use_required_attribute=False
        )
        self.number = number
        self.people = {str(person.pk): person for person in people}
        responsible: Any = self.fields["responsible"]
        responsible.choices = [
            ("", _("Choose a person")),
            *((pk, str(who)) for pk, who in self.people.items()),
        ]

    def asked(self) -> ConditionAsked:
        """The condition as the act takes it."""
        given = self.cleaned_data
        return ConditionAsked(given["what"], self.people[given["responsible"]], given["due_on"])


class AnswerForm(WithRows, ActForm):
    """What the panel says, why, what is missing, and under which conditions."""

    kind = forms.ChoiceField(
        label=_("What does the panel say?"), choices=ResolutionKind.choices, widget=forms.RadioSelect
    )
    because = forms.CharField(label=_("The panel's reasons"), widget=_text(5))
    missing = forms.CharField(
        label=_("What is missing"),
        required=False,
        widget=_text(3),
        help_text=_("Only where the panel defers: what has to be done before it can say more."),
    )
    on = DayField(label=_("Said on"), latest=clock.today)

    def __init__(self, data: Any = None, *, people: Sequence[User], conditions: int, **options: Any) -> None:
        self.people, self.conditions = people, min(conditions, MOST_CONDITIONS)
        super().__init__(data, **options)

    def make_rows(self, data: Any) -> list[ConditionRow]:
        numbers = range(1, self.conditions + 1)
        return [ConditionRow(data, number=number, people=self.people) for number in numbers]

    @property
    def may_have_more(self) -> bool:
        """Whether one more condition still fits."""
        return self.conditions < MOST_CONDITIONS

    def clean(self) -> None:
        """Who defers says what is missing, and nobody else."""
        kind, missing = self.cleaned_data.get("kind"), self.cleaned_data.get("missing")
        if kind == ResolutionKind.DEFER and not missing:
            self.add_error("missing", _("Who defers says what is missing."))
        if kind and kind != ResolutionKind.DEFER and missing:
            self.add_error("missing", _("Only a panel that defers says what is missing."))

    def said(self) -> dict[str, Any]:
        """The answer as the act takes it."""
        given = self.cleaned_data
        return {
            "kind": given["kind"],
            "reasons": given["because"],
            "missing": given["missing"],
            "conditions": [row.asked() for row in self.rows if row.has_changed()],
            "on": given["on"],
        }


class MetForm(ActForm):
    """What came of a condition."""

    result = forms.CharField(label=_("What came of it"), max_length=300)
    on = DayField(label=_("Done on"), latest=clock.today)
