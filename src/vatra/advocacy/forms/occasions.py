"""Forms about events, press conferences and trainings."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from vatra.access.models import User
from vatra.access.roles import Permission, roles_with
from vatra.advocacy.actions.occasions import (
    Answers,
    Guest,
    Where,
    accredit,
    change_occasion,
    count_participants,
    finish_follow_up,
    note_attendance,
    plan_follow_up,
    plan_occasion,
    record_answers,
    record_guest,
    tell_result,
    withdraw_registration,
)
from vatra.advocacy.events.words import Towards
from vatra.advocacy.forms.announced import AnnouncedForm, Hour, LanguageField, moment, number
from vatra.advocacy.models import (
    Action,
    FollowUp,
    Institution,
    Occasion,
    Registration,
    TrainingCount,
    TrainingQuestion,
)
from vatra.advocacy.words import ActionKind
from vatra.casework.forms.texts import Line
from vatra.kernel import clock
from vatra.kernel.forms import ActForm
from vatra.kernel.language_boxes import InLanguagesField
from vatra.kernel.ledger import Actor
from vatra.kernel.widgets import DayField
from vatra.people.words import Municipality

WHERE = ("place", "municipality", "languages", "capacity", "is_open", "objectives")


class OccasionForm(AnnouncedForm):
    """When and where something takes place, for whom, and to what end; it takes place on its first day."""

    place = Line(label=_("Where it takes place"), max_length=160)
    municipality = forms.ChoiceField(
        label=_("Municipality"), choices=[("", _("None")), *Municipality.choices], required=False
    )
    starts = Hour(label=_("Begins at"))
    ends = Hour(label=_("Ends at"))
    languages = forms.MultipleChoiceField(
        label=_("Languages spoken"), choices=settings.LANGUAGES, widget=forms.CheckboxSelectMultiple
    )
    capacity = number(_("Room for so many people"), least=1, required=False)
    is_open = forms.BooleanField(label=_("Anybody may register on the public site"), required=False)
    objectives = InLanguagesField(label=_("What people are to know afterwards"), rows=3, required=False)
    towards = forms.ChoiceField(
        label=_("Meant to move the ask to"), choices=[("", "—"), *Towards.choices], required=False
    )

    def __init__(self, data: Any = None, *, about: ActionKind | Occasion) -> None:
        self.kind = about if isinstance(about, ActionKind) else ActionKind(about.action.kind)
        self.occasion = about if isinstance(about, Occasion) else None
        kept = _as_planned(self.occasion) if self.occasion else {}
        super().__init__(data, action=self.occasion.action if self.occasion else None, initial=kept)

    def write(self, *, by: Actor) -> Occasion:
        """The one act of this form."""
        if self.occasion:
            return change_occasion(occasion=self.occasion, announced=self.announced, where=self.where, by=by)
        return plan_occasion(kind=self.kind, announced=self.announced, where=self.where, by=by)

    @property
    def where(self) -> Where:
        """When, where, and for whom."""
        given = self.cleaned_data
        last_day = given["last_day"] or given["first_day"]
        return Where(
            starts_at=moment(given["first_day"], given["starts"]),
            ends_at=moment(last_day, given["ends"]),
            towards=given["towards"] or None,
            **{name: given[name] for name in WHERE},
        )


def _as_planned(occasion: Occasion) -> dict[str, Any]:
    starts, ends = occasion.starts_at.astimezone(clock.LOCAL), occasion.ends_at.astimezone(clock.LOCAL)
    kept = {name: getattr(occasion, name) for name in (*WHERE, "towards")}
    return kept | {"starts": starts.time(), "ends": ends.time()}


class ResultForm(ActForm):
    """What came of it."""

    came_of_it = InLanguagesField(label=_("What came of it"), rows=4)
    result_address = forms.URLField(
        label=_("Where it can be read"), required=False, max_length=500, assume_scheme="https"
    )

    def __init__(self, data: Any = None, *, about: Occasion) -> None:
        kept = {"came_of_it": about.came_of_it, "result_address": about.result_address}
        super().__init__(data, initial=kept)
        self.occasion = about

    def write(self, *, by: Actor) -> Occasion:
        """The one act of this form."""
        return tell_result(occasion=self.occasion, by=by, **self.cleaned_data)


class GuestForm(ActForm):
    """Somebody who comes, or came."""

    name = Line(label=_("Name"))
    email = forms.EmailField(label=_("E-mail address"), required=False)
    language = LanguageField()
    outlet = Line(label=_("Writes or films for"), required=False)
    institution = forms.ModelChoiceField(
        label=_("Comes from"),
        queryset=Institution.objects.order_by("pk"),
        required=False,
        empty_label=_("No institution"),
    )

    def __init__(self, data: Any = None, *, about: Occasion) -> None:
        super().__init__(data)
        self.occasion = about

    def write(self, *, by: Actor) -> Registration:
        """The one act of this form."""
        return record_guest(occasion=self.occasion, guest=Guest(**self.cleaned_data), by=by)


class AccreditForm(ActForm):
    """Whether a journalist may come."""

    is_granted = forms.TypedChoiceField(
        label=_("May the journalist come?"),
        choices=[("yes", _("Yes, accredit")), ("no", _("No, refuse"))],
        coerce=lambda typed: typed == "yes",
        widget=forms.RadioSelect,
    )
    refusal = Line(label=_("If not: why"), max_length=300, required=False)

    def __init__(self, data: Any = None, *, about: Registration) -> None:
        super().__init__(data)
        self.registration = about

    def write(self, *, by: Actor) -> Registration:
        """The one act of this form."""
        return accredit(registration=self.registration, by=by, **self.cleaned_data)


class WithdrawForm(ActForm):
    """Somebody does not come after all; there is nothing to write."""

    def __init__(self, data: Any = None, *, about: Registration) -> None:
        super().__init__(data)
        self.registration = about

    def write(self, *, by: Actor) -> Registration:
        """The one act of this form."""
        return withdraw_registration(registration=self.registration, by=by)


class AttendanceForm(ActForm):
    """Who came, of those who were registered."""

    came = forms.ModelMultipleChoiceField(
        label=_("Who came?"),
        queryset=Registration.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(self, data: Any = None, *, about: Occasion) -> None:
        expected = about.registrations.holding().order_by("name", "pk")
        super().__init__(data, initial={"came": list(expected.filter(has_come=True))})
        self.occasion = about
        came = self.fields["came"]
        assert isinstance(came, forms.ModelMultipleChoiceField)
        came.queryset = expected

    def write(self, *, by: Actor) -> list[Registration]:
        """The one act of this form."""
        return note_attendance(occasion=self.occasion, came=list(self.cleaned_data["came"]), by=by)


class ParticipantsForm(ActForm):
    """How many people of an institution took part."""

    institution = forms.ModelChoiceField(
        label=_("Institution"), queryset=Institution.objects.order_by("pk"), empty_label=_("Choose")
    )
    participants = number(_("How many came"), least=1)

    def __init__(self, data: Any = None, *, about: Occasion) -> None:
        super().__init__(data)
        self.occasion = about

    def write(self, *, by: Actor) -> TrainingCount:
        """The one act of this form."""
        return count_participants(occasion=self.occasion, by=by, **self.cleaned_data)


class AnswersForm(ActForm):
    """How a question was answered before and after the training."""

    asked = Line(label=_("The question"), max_length=200)
    before = number(_("How many answered it before"))
    right_before = number(_("How many of them rightly"))
    after = number(_("How many answered it afterwards"))
    right_after = number(_("How many of them rightly then"))

    def __init__(self, data: Any = None, *, about: Occasion) -> None:
        super().__init__(data)
        self.occasion = about

    def write(self, *, by: Actor) -> TrainingQuestion:
        """The one act of this form."""
        return record_answers(occasion=self.occasion, answers=Answers(**self.cleaned_data), by=by)


class FollowUpForm(ActForm):
    """What somebody does because of an action."""

    what = Line(label=_("What is to be done"), max_length=200)
    due_on = DayField(label=_("By"))
    person = forms.ModelChoiceField(
        label=_("Who does it"), queryset=User.objects.none(), empty_label=_("Choose")
    )

    def __init__(self, data: Any = None, *, about: Action) -> None:
        super().__init__(data)
        self.action = about
        person = self.fields["person"]
        assert isinstance(person, forms.ModelChoiceField)
        held = Permission.SEE_CAMPAIGNS
        colleagues = User.objects.filter(is_active=True, appointments__role__in=roles_with(held))
        person.queryset = colleagues.distinct().order_by("full_name", "pk")

    def write(self, *, by: Actor) -> FollowUp:
        """The one act of this form."""
        given = {**self.cleaned_data, "person": self.cleaned_data["person"].pk}
        return plan_follow_up(action=self.action, by=by, **given)


class FollowUpDoneForm(ActForm):
    """When it was done, and what came of it."""

    done_on = DayField(label=_("Done on"), latest=clock.today)
    outcome = Line(label=_("What came of it"), max_length=300)

    def __init__(self, data: Any = None, *, about: FollowUp) -> None:
        super().__init__(data, initial={"done_on": clock.today()})
        self.follow_up = about

    def write(self, *, by: Actor) -> FollowUp:
        """The one act of this form."""
        return finish_follow_up(follow_up=self.follow_up, by=by, **self.cleaned_data)
