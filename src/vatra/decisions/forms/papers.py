"""Making documents of a decision, wording letters, handing over the sheet."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vatra.decisions.documents.languages import CHOICES
from vatra.decisions.documents.letters import WRITTEN, Reader
from vatra.decisions.documents.placeholders import Placeholder
from vatra.decisions.words import AgeBand
from vatra.kernel import clock
from vatra.kernel.forms import ActForm
from vatra.kernel.sentence import Sentence
from vatra.kernel.widgets import DayField

P = Placeholder

# What is asked for, and for whom; each word of a letter that is not on record.
TO_THE_CHILD: Mapping[Placeholder, Sentence] = {
    P.WHY: _("Why it was decided so, in simple words for the child"),
    P.SAID: _("What the child said"),
    P.TAKEN_UP: _("What became of it, said to the child"),
    P.WHO_THERE: _("Who will be there for the child"),
    P.NEXT: _("What happens next, and when"),
    P.COMPLAIN_TO: _("Whom the child can tell if something is wrong"),
}
TO_THE_PARENTS: Mapping[Placeholder, Sentence] = {
    P.WHY: _("Why it was decided so"),
    P.SAID: _("What the parents said"),
    P.TAKEN_UP: _("What was taken up of it, what was not, and why"),
    P.WHO_THERE: _("Who is there for the child"),
    P.NEXT: _("What happens next, and when"),
    P.COMPLAIN_TO: _("To whom the parents can turn"),
}
HINTS: Mapping[Placeholder, Sentence] = {
    P.WHY: _("True and short. Speak to the reader as “you”."),
    P.NEXT: _("Only what is sure to happen."),
    P.TAKEN_UP: _("Speak to the reader as “you”. Empty where the reader was not asked."),
}
ROWS = {P.COMPLAIN_TO: 1, P.WHO_THERE: 2}


class DecisionPaperForm(ActForm):
    """The decision on paper asks for nothing more."""

    def made(self) -> dict[str, Any]:
        """What the act needs besides."""
        return {"reasons": self.reasons}


class LetterForm(ActForm):
    """The words for the reader of a letter; for a child also the age it is worded for."""

    def __init__(self, *args: Any, reader: Reader, **rest: Any) -> None:
        super().__init__(*args, **rest)
        if reader.is_child:
            self.fields["age_band"] = forms.ChoiceField(
                label=_("For which age is the letter worded?"),
                choices=AgeBand.choices,
                widget=forms.RadioSelect,
            )
        labels = TO_THE_CHILD if reader.is_child else TO_THE_PARENTS
        for name in WRITTEN:
            self.fields[name.value] = forms.CharField(
                label=labels[name],
                required=name in {P.WHY, P.NEXT},
                help_text=HINTS.get(name, ""),
                widget=forms.Textarea({"rows": ROWS.get(name, 4)}),
            )

    def made(self) -> dict[str, Any]:
        """What the act needs besides."""
        written = {name: self.cleaned_data[name] for name in WRITTEN}
        return {"age_band": self.cleaned_data.get("age_band"), "written": written, "reasons": self.reasons}


class WordingForm(ActForm):
    """The paragraphs of a letter."""

    paragraphs = forms.CharField(
        label=_("Text of the letter"),
        widget=forms.Textarea({"rows": 28}),
        help_text=_("A blank line begins a paragraph. A line that begins with # is a heading."),
    )


class HandSheetForm(ActForm):
    """To whom the sheet about forms of care was handed, in which language, when."""

    to_whom = forms.CharField(label=_("Handed to"), max_length=200, help_text=_("For instance: the mother."))
    language = forms.ChoiceField(label=_("In which language?"), choices=CHOICES, widget=forms.RadioSelect)
    on = DayField(label=_("On which day?"), latest=clock.today)
