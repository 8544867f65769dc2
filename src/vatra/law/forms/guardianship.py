"""The forms for the guardian."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vatra.casework.forms.texts import Line, Words
from vatra.casework.models import File
from vatra.kernel import clock
from vatra.kernel.forms import ActForm
from vatra.kernel.ledger import Actor
from vatra.kernel.widgets import DayField
from vatra.law.actions import appoint_guardian, end_guardianship
from vatra.law.models import Guardianship
from vatra.law.words import GuardianKind
from vatra.people.circle import relatives_of
from vatra.people.models import Person


class GuardianForm(ActForm):
    """Who is the child's guardian from a day on: a person of the family circle, or a body."""

    kind = forms.ChoiceField(label=_("Kind of guardianship"), choices=GuardianKind, widget=forms.RadioSelect)
    guardian = forms.ModelChoiceField(
        label=_("A person"),
        help_text=_("From the child's family. Leave empty where a body is the guardian."),
        queryset=Person.objects.none(),
        required=False,
        empty_label=_("Nobody of the family"),
    )
    body = Line(label=_("Or a guardianship body"), max_length=160, required=False)
    from_day = DayField(label=_("From"))

    def __init__(self, data: Any = None, *, file: File) -> None:
        super().__init__(data, initial={"from_day": clock.today()})
        self.file = file
        guardian = self.fields["guardian"]
        assert isinstance(guardian, forms.ModelChoiceField)
        guardian.queryset = relatives_of(file.child)

    def write(self, *, by: Actor) -> Guardianship:
        """The one act of this form."""
        return appoint_guardian(file=self.file, by=by, **self.cleaned_data)


class GuardianshipEndsForm(ActForm):
    """The last day of a guardianship, and why it ends."""

    on = DayField(label=_("Last day"))
    why = Words(label=_("Why it ends"))

    def __init__(self, data: Any = None, *, guardianship: Guardianship) -> None:
        super().__init__(data, initial={"on": clock.today()})
        self.guardianship = guardianship

    def write(self, *, by: Actor) -> Guardianship:
        """The one act of this form."""
        return end_guardianship(guardianship=self.guardianship, by=by, **self.cleaned_data)
