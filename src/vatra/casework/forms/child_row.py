"""One child of a new concern: known by file number, or told by name, birth and parents."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vatra.access.models import User
from vatra.casework.forms.known_person import AsksWhetherKnown
from vatra.casework.forms.texts import Line
from vatra.casework.receiving import ToldChild
from vatra.kernel import clock
from vatra.kernel.widgets import PartialDateField
from vatra.people.words import Sex

CHILD = "child"
FIRST_CHILDREN = 2
MOST_CHILDREN = 12


class ChildRow(AsksWhetherKnown, forms.Form):
    """What is told of one child; all rows but the first may stay empty."""

    reference = Line(label=_("File number, if the child has one"), max_length=20, required=False)
    given_name = Line(label=_("Given name"), required=False)
    family_name = Line(label=_("Family name"), required=False)
    birth = PartialDateField(
        label=_("Date of birth"),
        help_text=_("As much as is known: the year alone is enough."),
        latest=clock.today,
        required=False,
    )
    sex = forms.ChoiceField(
        label=_("Girl or boy"),
        choices=[(Sex.FEMALE, _("Girl")), (Sex.MALE, _("Boy")), (Sex.UNKNOWN, _("Not known"))],
        widget=forms.RadioSelect({"class": "govuk-radios--inline"}),
        initial=Sex.UNKNOWN,
    )
    same_parents = forms.BooleanField(
        label=_("Brother or sister of the first child, by the same mother and father"), required=False
    )
    mother_name = Line(label=_("Mother's name"), required=False)
    father_name = Line(label=_("Father's name"), required=False)
    same_as = forms.CharField(label=_("Is this the same child?"), required=False)

    def __init__(self, data: Any, *, number: int, user: User, reference: str = "") -> None:
        super().__init__(
            data,
            prefix=f"{CHILD}-{number}",
            initial={"reference": reference},
            empty_permitted=number > 1,
            use_required_attribute=False,
        )
        self.number, self.user, self.candidates = number, user, []
        if number == 1:
            del self.fields["same_parents"]

    @property
    def is_unfolded(self) -> bool:
        """Whether the page shows the row open: something is typed about this child, or the row was asked for."""
        names = ("reference", "given_name", "family_name")
        is_told = any(self[name].value() for name in names) or bool(self.errors)
        return is_told or self.number > FIRST_CHILDREN

    def has_changed(self) -> bool:
        """A mark alone does not tell of a child."""
        return bool(set(self.changed_data) - {"sex", "same_parents"})

    def clean(self) -> None:
        """A child is known by number or has a name."""
        self.find_person()

    def told(self) -> ToldChild:
        """The child as it was told, or the known one that was chosen."""
        told = self.cleaned_data
        return ToldChild(
            known=told["known"],
            given_name=told["given_name"],
            family_name=told["family_name"],
            birth=told["birth"],
            sex=told["sex"],
            mother_name=told["mother_name"],
            father_name=told["father_name"],
            is_sibling_of_first=bool(told.get("same_parents")),
        )
