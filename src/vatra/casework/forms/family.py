"""The forms for the child's family: a relative, and the household."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vatra.access.models import User
from vatra.casework.forms.known_person import AsksWhetherKnown
from vatra.casework.forms.texts import Line
from vatra.casework.models import File
from vatra.kernel import clock
from vatra.kernel.forms import ActForm
from vatra.kernel.ledger import Actor
from vatra.kernel.widgets import DayField, PartialDateField
from vatra.people.actions import add_kin, join_household, register_person, start_household
from vatra.people.circle import relatives_of
from vatra.people.models import Household, Kinship, Person
from vatra.people.words import KinKind, Municipality, Sex

SEX_OF = {KinKind.MOTHER: Sex.FEMALE, KinKind.FATHER: Sex.MALE}


class RelativeForm(AsksWhetherKnown, ActForm):
    """Who belongs to the child's family, and as what."""

    kind = forms.ChoiceField(
        label=_("What this person is to the child"),
        choices=KinKind,
        widget=forms.RadioSelect({"class": "govuk-radios--small vatra-columns"}),
    )
    given_name = Line(label=_("Given name"), required=False)
    family_name = Line(label=_("Family name"), required=False)
    birth = PartialDateField(
        label=_("Date of birth"),
        help_text=_("As much as is known: the year alone is enough."),
        latest=clock.today,
        required=False,
    )
    sex = forms.ChoiceField(
        label=_("Sex"),
        choices=Sex,
        widget=forms.RadioSelect({"class": "govuk-radios--inline"}),
        initial=Sex.UNKNOWN,
    )
    municipality = forms.ChoiceField(
        label=_("Where this person lives"),
        choices=[("", _("Not known")), *Municipality.choices],
        required=False,
    )
    reference = Line(
        label=_("File number, if this person has a file too"),
        help_text=_("For a brother or sister whose file is open to you; the name is then not needed."),
        max_length=20,
        required=False,
    )
    same_as = forms.CharField(label=_("Is this the same person?"), required=False)

    def __init__(self, data: Any = None, *, file: File, user: User) -> None:
        super().__init__(data)
        self.file, self.user, self.candidates = file, user, []

    def clean(self) -> None:
        """The relative is known by number or has a name."""
        self.find_person()

    def write(self, *, by: Actor) -> Kinship:
        """Write the relative down, if not known yet, and the tie."""
        told = self.cleaned_data
        relative = told["known"] or self._register(by)
        return add_kin(person=self.file.child, relative=relative, kind=told["kind"], by=by)

    def _register(self, by: Actor) -> Person:
        told = self.cleaned_data
        is_unknown = told["sex"] == Sex.UNKNOWN
        return register_person(
            given_name=told["given_name"],
            family_name=told["family_name"],
            birth=told["birth"],
            sex=SEX_OF.get(told["kind"], told["sex"]) if is_unknown else told["sex"],
            municipality=told["municipality"],
            by=by,
        )


class HouseholdForm(ActForm):
    """Who lives under one roof with the child's family, since when, and where."""

    household = forms.ModelChoiceField(
        label=_("Household"),
        queryset=Household.objects.none(),
        empty_label=_("A new household"),
        required=False,
    )
    name = Line(label=_("What the new household is called"), required=False)
    municipality = forms.ChoiceField(
        label=_("Municipality"), choices=[("", _("Not known")), *Municipality.choices], required=False
    )
    address = Line(label=_("Address"), help_text=_("Kept sealed."), max_length=200, required=False)
    people = forms.ModelMultipleChoiceField(
        label=_("Who lives there"), queryset=Person.objects.none(), widget=forms.CheckboxSelectMultiple
    )
    first_day = DayField(label=_("Since"), latest=clock.today)

    def __init__(self, data: Any = None, *, file: File) -> None:
        super().__init__(data)
        family = Person.objects.filter(
            pk__in=[file.child_id, *relatives_of(file.child).values_list("pk", flat=True)]
        )
        self._offer("people", family.order_by("birth_on", "pk"))
        self._offer(
            "household", Household.objects.filter(members__person__in=family).distinct().order_by("name")
        )

    def clean(self) -> None:
        """A new household has a name."""
        if not self.cleaned_data.get("household") and not self.cleaned_data.get("name"):
            self.add_error("name", _("Choose a household, or say what the new one is called."))

    def write(self, *, by: Actor) -> Household:
        """Start the household with the first of these people, and let the others join."""
        told = self.cleaned_data
        people, first_day = list(told["people"]), told["first_day"]
        household: Household | None = told["household"]
        if household is None:
            household = start_household(
                name=told["name"],
                municipality=told["municipality"],
                address=told["address"],
                person=people.pop(0),
                first_day=first_day,
                by=by,
            )
        for person in people:
            join_household(household=household, person=person, first_day=first_day, by=by)
        return household

    def _offer(self, name: str, queryset: Any) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = queryset
