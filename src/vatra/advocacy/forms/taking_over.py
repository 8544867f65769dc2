"""The forms for a file of answers, and for invitation codes."""

import csv
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vatra.advocacy.actions.respondents import take_over_answers
from vatra.advocacy.awareness.taking_over import Frame, SetAside, Used, rows_of
from vatra.advocacy.models import SurveyImport, SurveyWave
from vatra.kernel.forms import ActForm
from vatra.kernel.ledger import Actor

MOST_BYTES = 5_000_000
MOST_CODES = 2_000
NO_SIGN = "\0"


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

    def clean_sheet(self) -> tuple[str, list[Used | SetAside]]:
        """The name of the file and its rows."""
        sent = self.cleaned_data["sheet"]
        if sent.size > MOST_BYTES:
            raise forms.ValidationError(_("The file is larger than 5 MB."), code="large")
        try:
            return sent.name, list(rows_of(_text_of(sent.read()), Frame.of(self.wave)))
        except csv.Error:
            sentence = _("A quotation mark is opened in the file and never closed.")
            raise forms.ValidationError(sentence, code="quotation") from None

    def write(self, *, by: Actor) -> SurveyImport:
        """The one act of this form."""
        name, rows = self.cleaned_data["sheet"]
        return take_over_answers(wave=self.wave, file_name=name, rows=rows, by=by)


class HowManyCodes(ActForm):
    """How many people are invited."""

    number = forms.IntegerField(label=_("How many codes"), min_value=1, max_value=MOST_CODES)


def _text_of(content: bytes) -> str:
    """What a file says; a sign that stands in no text is none of UTF-8 either."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = NO_SIGN
    if NO_SIGN in text:
        raise forms.ValidationError(_("The file is not written in UTF-8."), code="letters")
    return text
