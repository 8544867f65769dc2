"""Issuing the decision, and issuing one that takes the place of another."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vatra.decisions.models import Option, QuestionChild
from vatra.kernel.forms import ActForm
from vatra.kernel.widgets import DayField


class IssueForm(ActForm):
    """For each child an option; the reasons; the law; from when, until the next look; how to appeal."""

    legal_basis = forms.CharField(label=_("Legal basis"), max_length=200, help_text=_("Law and article."))
    because = forms.CharField(
        label=_("Reasons"),
        widget=forms.Textarea({"rows": 6}),
        help_text=_("Why this is best for the child, also where it is not what the child wished."),
    )
    effective_on = DayField(label=_("Takes effect on"))
    review_on = DayField(label=_("Looked at again on"))
    appeal_until = DayField(
        label=_("Appeal possible until"),
        required=False,
        help_text=_("As the law named above gives it. The letters to the family say this day."),
    )
    representation = forms.CharField(
        label=_("Who represents the child and helps with an appeal?"),
        required=False,
        max_length=200,
        help_text=_("Name and how to reach this person."),
    )

    def __init__(
        self, *args: Any, children: Sequence[QuestionChild], options: Sequence[Option], **rest: Any
    ) -> None:
        super().__init__(*args, **rest)
        self.children = children
        self.options = {str(option.pk): option for option in options}
        choices = [(key, option.in_words) for key, option in self.options.items()]
        outcome = {
            f"child_{child.pk}": forms.ChoiceField(
                label=_("What is decided for %(child)s?") % {"child": child.file.child.name},
                choices=choices,
                widget=forms.RadioSelect,
            )
            for child in children
        }
        self.fields = {**outcome, **self.fields}

    @property
    def chosen(self) -> dict[int, Option]:
        """The option for each child, by the id of the file."""
        return {
            child.file_id: self.options[self.cleaned_data[f"child_{child.pk}"]] for child in self.children
        }

    def decided(self) -> dict[str, Any]:
        """The decision as it was written."""
        given = self.cleaned_data
        names = ("legal_basis", "effective_on", "review_on", "appeal_until", "representation")
        return {
            "chosen": self.chosen,
            "reasons": given["because"],
            "overrides": self.reasons,
            **{name: given[name] for name in names},
        }


class SupersedeForm(IssueForm):
    """A decision on the same question that takes the place of the one before, and says why."""

    why_anew = forms.CharField(
        label=_("Why does the earlier decision no longer hold?"), widget=forms.Textarea({"rows": 4})
    )

    def decided(self) -> dict[str, Any]:
        """The new decision; why the one before no longer holds stays with it."""
        decided = super().decided()
        return decided | {"overrides": {**self.reasons, "R-26-anew": self.cleaned_data["why_anew"]}}
