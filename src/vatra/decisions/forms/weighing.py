"""Weighing an option on every factor, and the reason for siblings apart."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vatra.casework.models import File
from vatra.decisions.models import Option
from vatra.decisions.words import Factor, Leaning, SeparationReason
from vatra.kernel.forms import ActForm
from vatra.kernel.widgets import DayField


class WeighForm(ActForm):
    """The same factors for every option: which way each points, and a sentence why."""

    def __init__(self, *args: Any, option: Option, **options: Any) -> None:
        super().__init__(*args, **options)
        self.before = {weighing.factor: weighing for weighing in option.weighings.all()}
        for factor in Factor:
            held = self.before.get(factor.value)
            self.fields[f"{factor}_leaning"] = forms.ChoiceField(
                label=factor.label,
                choices=Leaning.choices,
                required=False,
                initial=held.leaning if held else None,
                widget=forms.RadioSelect({"class": "govuk-radios--inline"}),
            )
            self.fields[f"{factor}_sentence"] = forms.CharField(
                label=_("Why, in a sentence"),
                required=False,
                initial=held.sentence if held else "",
                widget=forms.Textarea({"rows": 2}),
            )

    def clean(self) -> dict[str, Any]:
        """A leaning comes with its sentence, and a sentence with its leaning."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        for factor in Factor:
            leaning, sentence = given.get(f"{factor}_leaning"), given.get(f"{factor}_sentence")
            if leaning and not sentence:
                self.add_error(f"{factor}_sentence", _("Say in a sentence why the factor points this way."))
            if sentence and not leaning:
                self.add_error(f"{factor}_leaning", _("Say which way the factor points."))
        return given

    def changed(self) -> Iterator[tuple[str, str, str]]:
        """Factor, leaning and sentence wherever something new was written."""
        for factor in Factor:
            leaning = self.cleaned_data[f"{factor}_leaning"]
            sentence = self.cleaned_data[f"{factor}_sentence"]
            held = self.before.get(factor.value)
            if leaning and (held is None or (held.leaning, held.sentence) != (leaning, sentence)):
                yield factor.value, leaning, sentence


class SeparationForm(ActForm):
    """Why two siblings would live apart, and how they stay brother and sister."""

    pair = forms.ChoiceField(label=_("Who would live apart?"))
    reason = forms.ChoiceField(label=_("Reason"), choices=SeparationReason.choices, widget=forms.RadioSelect)
    in_words = forms.CharField(label=_("Why, for these two"), widget=forms.Textarea({"rows": 4}))
    contact = forms.CharField(
        label=_("How do they stay in touch?"),
        max_length=200,
        help_text=_("How often, where, who brings them."),
    )
    look_again_on = DayField(label=_("When is it looked at again?"))

    def __init__(self, *args: Any, pairs: list[tuple[File, Any]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.pairs = {f"{file.pk}-{sibling.pk}": (file, sibling) for file, sibling in pairs}
        choice: Any = self.fields["pair"]
        choice.choices = [
            (key, _("%(child)s and %(sibling)s") % {"child": file.child.name, "sibling": sibling.name})
            for key, (file, sibling) in self.pairs.items()
        ]

    def reason_for_the_pair(self) -> dict[str, Any]:
        """What was written, with the file and the sibling it is about."""
        given = dict(self.cleaned_data)
        file, sibling = self.pairs[given.pop("pair")]
        return {"file": file, "sibling": sibling, **given}
