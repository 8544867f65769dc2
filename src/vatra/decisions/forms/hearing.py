"""The child's view, or the reason why it could not be sought."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vatra.decisions.models import QuestionChild
from vatra.decisions.words import HeardHow, NotHeardReason
from vatra.kernel import clock
from vatra.kernel.forms import ActForm
from vatra.kernel.widgets import DayField
from vatra.people.words import Language


class HearingForm(ActForm):
    """How the child's view was sought and what the child said, or why it could not be."""

    heard = forms.ChoiceField(
        label=_("Was the child's view sought?"),
        choices=[("yes", _("Yes")), ("no", _("It could not be"))],
        widget=forms.RadioSelect({"class": "govuk-radios--inline"}),
    )
    how = forms.ChoiceField(
        label=_("How was it sought?"), choices=HeardHow.choices, required=False, widget=forms.RadioSelect
    )
    on = DayField(label=_("On which day?"), required=False, latest=clock.today)
    language = forms.ChoiceField(
        label=_("In which language?"), choices=[("", "—"), *Language.choices], required=False
    )
    words = forms.CharField(
        label=_("The child's own words, or what was seen"),
        required=False,
        widget=forms.Textarea({"rows": 5}),
        help_text=_("As the child said it. For the youngest: how the child is with the people around."),
    )
    taken_up = forms.CharField(
        label=_("What is taken up, what is not, and why"), required=False, widget=forms.Textarea({"rows": 4})
    )
    reason = forms.ChoiceField(
        label=_("Why could it not be sought?"),
        choices=NotHeardReason.choices,
        required=False,
        widget=forms.RadioSelect,
    )

    def clean(self) -> dict[str, Any]:
        """Each answer asks for what belongs to it."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        needed = {"yes": ("how", "on", "language", "words"), "no": ("reason",)}.get(
            given.get("heard", ""), ()
        )
        for name in needed:
            if not given.get(name) and name not in self.errors:
                self.add_error(name, forms.ValidationError(_("This belongs to it."), code="required"))
        return given


def as_held(child: QuestionChild) -> dict[str, object]:
    """What is already on record, to begin from."""
    return {
        "heard": "no" if child.not_heard_reason else "yes" if child.heard_how else None,
        "how": child.heard_how,
        "on": child.heard_on,
        "language": child.heard_in or next(iter(child.file.child.languages), ""),
        "words": child.words,
        "taken_up": child.taken_up,
        "reason": child.not_heard_reason,
    }
