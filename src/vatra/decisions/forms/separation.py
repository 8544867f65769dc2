"""The reason why two siblings would live apart."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vatra.decisions.siblings import PairOfSiblings
from vatra.decisions.words import SeparationReason
from vatra.kernel.forms import ActForm
from vatra.kernel.widgets import DayField


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

    def __init__(self, *args: Any, pairs: Sequence[PairOfSiblings], **options: Any) -> None:
        super().__init__(*args, **options)
        self.pairs = {pair.key: pair for pair in pairs}
        choice: Any = self.fields["pair"]
        choice.choices = [
            (
                key,
                _("%(child)s and %(sibling)s")
                % {"child": pair.file.child.name, "sibling": pair.sibling.name},
            )
            for key, pair in self.pairs.items()
        ]

    def reason_for_the_pair(self) -> dict[str, Any]:
        """What was written, with the file and the sibling it is about."""
        given = dict(self.cleaned_data)
        pair = self.pairs[given.pop("pair")]
        return {"file": pair.file, "sibling": pair.sibling, **given}
