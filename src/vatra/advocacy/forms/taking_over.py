"""The forms for a file of answers, and for invitation codes."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vatra.advocacy.actions.respondents import take_over_answers
from vatra.advocacy.awareness.taking_over import Frame, rows_of
from vatra.advocacy.models import SurveyImport, SurveyWave
from vatra.kernel.forms import ActForm
from vatra.kernel.ledger import Actor

MOST_BYTES = 5_000_000
MOST_CODES = 2_000


class AnswersFile(ActForm):
    """A file of answers, its first row naming the columns."""

    sheet = forms.FileField(
        label=_("File of answers"),
        help_text=_("A text file with commas or semicolons (CSV, UTF-8), at most 5 MB."),
        widget=forms.FileInput({"accept": ".csv,text/csv"}),
    )

    def __init__(self, data: Any = None, files: Any = None, *, about: SurveyWave) -> None:
        super().__init__(data, files)
        self.wave = about

    def clean_sheet(self) -> tuple[str, str]:
        """The name of the file and its text."""
        sent = self.cleaned_data["sheet"]
        if sent.size > MOST_BYTES:
            raise forms.ValidationError(_("The file is larger than 5 MB."), code="large")
        try:
            return sent.name, sent.read().decode("utf-8-sig")
        except UnicodeDecodeError:
            raise forms.ValidationError(_("The file is not written in UTF-8."), code="letters") from None

    def write(self, *, by: Actor) -> SurveyImport:
        """The one act of this form."""
        name, text = self.cleaned_data["sheet"]
        rows = rows_of(text, Frame.of(self.wave))
        return take_over_answers(wave=self.wave, file_name=name, rows=rows, by=by)


class HowManyCodes(ActForm):
    """How many people are invited."""

    number = forms.IntegerField(label=_("How many codes"), min_value=1, max_value=MOST_CODES)
