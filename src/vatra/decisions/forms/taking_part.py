"""Somebody close to the child, or who knows the child by profession, and what this person thinks."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vatra.decisions.words import HeardHow, PartKind, PersonNotHeard
from vatra.kernel import clock
from vatra.kernel.forms import ActForm
from vatra.kernel.widgets import DayField
from vatra.people.words import Language

ADULTS_ARE_HEARD = [
    (each.value, each.label)
    for each in (HeardHow.TALK, HeardHow.WRITTEN, HeardHow.TRUSTED_PERSON, HeardHow.OBSERVED)
]


class ParticipantForm(ActForm):
    """Who took part, how the view was sought and what it was, or why it could not be."""

    name = forms.CharField(label=_("Name"), max_length=120)
    part = forms.ChoiceField(label=_("Took part as"), choices=PartKind.choices)
    heard = forms.ChoiceField(
        label=_("Was this person's view sought?"),
        choices=[("yes", _("Yes")), ("no", _("It could not be"))],
        widget=forms.RadioSelect({"class": "govuk-radios--inline"}),
    )
    how = forms.ChoiceField(
        label=_("How was it sought?"), choices=ADULTS_ARE_HEARD, required=False, widget=forms.RadioSelect
    )
    on = DayField(label=_("On which day?"), required=False, latest=clock.today)
    language = forms.ChoiceField(
        label=_("In which language?"), choices=[("", "—"), *Language.choices], required=False
    )
    view = forms.CharField(
        label=_("What this person thinks"), required=False, widget=forms.Textarea({"rows": 4})
    )
    taken_up = forms.CharField(
        label=_("What is taken up, what is not, and why"), required=False, widget=forms.Textarea({"rows": 3})
    )
    reason = forms.ChoiceField(
        label=_("Why could it not be sought?"),
        choices=PersonNotHeard.choices,
        required=False,
        widget=forms.RadioSelect,
    )

    def clean(self) -> dict[str, Any]:
        """Each answer asks for what belongs to it."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        needed = {"yes": ("how", "on", "language", "view"), "no": ("reason",)}.get(given.get("heard", ""), ())
        for name in needed:
            if not given.get(name) and name not in self.errors:
                self.add_error(name, forms.ValidationError(_("This belongs to it."), code="required"))
        return given

    def taking_part(self) -> dict[str, Any]:
        """Who took part with what view, as it was written; of the two answers only the one that was given."""
        given = self.cleaned_data
        who = {"name": given["name"], "part": given["part"]}
        if given["heard"] == "no":
            return {**who, "view": "", "not_heard": given["reason"]}
        return {**who, **{name: given[name] for name in ("how", "on", "language", "view", "taken_up")}}
