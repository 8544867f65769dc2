"""The forms for a new concern and for the answer to it."""

from typing import Any

from django import forms
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext_lazy as _

from vatra.access.models import Appointment, Unit, User
from vatra.access.roles import Role
from vatra.casework.actions import answer_concern
from vatra.casework.forms.child_row import FIRST_CHILDREN, MOST_CHILDREN, ChildRow
from vatra.casework.forms.texts import Line, Words
from vatra.casework.models import Concern
from vatra.casework.receiving import ToldChild, take_down
from vatra.casework.words.worry import CauseKind, ConcernOutcome, Source, Urgency
from vatra.kernel import clock
from vatra.kernel.forms import ActForm
from vatra.kernel.ledger import Actor
from vatra.kernel.rows import WithRows
from vatra.kernel.widgets import DayField
from vatra.people.words import Municipality

# A file is opened on its own page, with the worker who answers for the child.
OUTCOMES = [(code, words) for code, words in ConcernOutcome.choices if code != ConcernOutcome.FILE_OPENED]


class WhichChildren(WithRows, ActForm):
    """Which children a concern is about: known by file number, or told by name, birth and parents."""

    def __init__(
        self,
        data: Any = None,
        *,
        user: User,
        reference: str = "",
        children: int = FIRST_CHILDREN,
        **options: Any,
    ) -> None:
        self.user, self.reference, self.children = user, reference, min(children, MOST_CHILDREN)
        super().__init__(data, **options)

    def make_rows(self, data: Any) -> list[ChildRow]:
        return [
            ChildRow(data, number=number, user=self.user, reference=self.reference if number == 1 else "")
            for number in range(1, self.children + 1)
        ]

    @property
    def may_have_more(self) -> bool:
        """Whether one more child still fits."""
        return self.children < MOST_CHILDREN

    @property
    def told(self) -> list[ToldChild]:
        """The children that something was said about."""
        return [row.told() for row in self.rows if row.number == 1 or row.has_changed()]


class ConcernForm(WhichChildren):
    """Who worries about which children, why, and how soon somebody must look."""

    worry = Words(
        label=_("What is the worry?"),
        help_text=_("What was seen and heard, as the person tells it. What is going well, too."),
        rows=6,
    )
    urgency = forms.ChoiceField(
        label=_("How soon must somebody look?"), choices=Urgency, widget=forms.RadioSelect
    )
    causes = forms.MultipleChoiceField(
        label=_("What may stand behind it"),
        choices=CauseKind,
        widget=forms.CheckboxSelectMultiple({"class": "govuk-checkboxes--small vatra-columns"}),
        required=False,
    )
    municipality = forms.ChoiceField(
        label=_("Where the family lives"),
        choices=[("", _("Not known")), *Municipality.choices],
        required=False,
    )
    source = forms.ChoiceField(
        label=_("Who tells us"),
        choices=Source,
        widget=forms.RadioSelect({"class": "govuk-radios--small vatra-columns"}),
    )
    is_anonymous = forms.BooleanField(label=_("This person wishes to stay anonymous"), required=False)
    told_by = Line(label=_("Name of the person who tells us"), required=False)
    reachable_at = Line(label=_("How to reach this person"), required=False)
    received_on = DayField(label=_("Received on"), latest=clock.today)
    unit = forms.ModelChoiceField(
        label=_("Who is to answer"), queryset=Unit.objects.none(), empty_label=_("Choose a team or centre")
    )

    def __init__(
        self,
        data: Any = None,
        *,
        user: User,
        units: list[int],
        reference: str = "",
        children: int = FIRST_CHILDREN,
    ) -> None:
        answering = units_that_answer()
        mine = answering.filter(pk__in=units).first()
        initial = {"received_on": clock.today(), "unit": mine}
        super().__init__(data, user=user, reference=reference, children=children, initial=initial)
        unit = self.fields["unit"]
        assert isinstance(unit, forms.ModelChoiceField)
        unit.queryset = answering

    def write(self, *, by: Actor) -> Concern:
        """The children are written down or found, and the concern about them."""
        return take_down(told=self.told, about=self.cleaned_data, by=by)


class AnswerForm(ActForm):
    """What was done with a concern, other than opening a file."""

    outcome = forms.ChoiceField(label=_("What was done"), choices=OUTCOMES, widget=forms.RadioSelect)
    on = DayField(label=_("On"), latest=clock.today)

    def __init__(self, data: Any = None, *, outcome: str = "") -> None:
        super().__init__(data, initial={"on": clock.today(), "outcome": outcome})

    def write(self, *, concern: Concern, by: Actor) -> Concern:
        """The one act of this form."""
        return answer_concern(concern=concern, by=by, **self.cleaned_data)


def units_that_answer() -> QuerySet[Unit]:
    """Units in which a social worker is appointed today."""
    workers = Appointment.objects.held_on(clock.today()).filter(unit=OuterRef("pk"), role=Role.SOCIAL_WORKER)
    return Unit.objects.filter(Exists(workers)).order_by("name", "pk")
