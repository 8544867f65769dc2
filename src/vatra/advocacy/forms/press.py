"""Forms about what the press gets."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vatra.advocacy.actions.press import (
    AboutFile,
    ForThePress,
    keep_kit_file,
    prepare_for_the_press,
    withdraw_kit_file,
)
from vatra.advocacy.events.papers import TOO_LARGE
from vatra.advocacy.events.words import Shows
from vatra.advocacy.forms.announced import Hour, LanguageField, moment
from vatra.advocacy.models import KitFile, Occasion, PressConference
from vatra.casework.forms.texts import Line, Words
from vatra.decisions.hearing.picture import MOST_BYTES
from vatra.kernel import clock
from vatra.kernel.forms import ActForm
from vatra.kernel.language_boxes import InLanguagesField
from vatra.kernel.ledger import Actor
from vatra.kernel.sentence import Sentence
from vatra.kernel.widgets import DayField

TYPES = "application/pdf,image/jpeg,image/png,image/webp"


class PaperField(forms.FileField):
    """A picture or a PDF; a file that is too large is not even read."""

    def __init__(self, *, label: Sentence, **options: Any) -> None:
        box = forms.FileInput({"class": "govuk-file-upload", "accept": TYPES})
        super().__init__(label=label, widget=box, **options)

    def clean(self, data: Any, initial: Any = None) -> Any:
        sent = super().clean(data, initial)
        if sent and sent.size > MOST_BYTES:
            raise forms.ValidationError(TOO_LARGE)
        return sent


class PressForm(ActForm):
    """The statement, whom to ask, and from when both are public."""

    statement = InLanguagesField(label=_("Statement"), rows=8)
    contact_name = Line(label=_("Whom to ask"))
    contact = Line(label=_("Telephone number or e-mail address"), max_length=160)
    embargo_on = DayField(label=_("Public from"))
    embargo_hour = Hour(label=_("At"))

    def __init__(self, data: Any = None, *, about: Occasion) -> None:
        super().__init__(data, initial=_as_prepared(about))
        self.occasion = about

    def write(self, *, by: Actor) -> PressConference:
        """The one act of this form."""
        given = {**self.cleaned_data}
        embargo_at = moment(given.pop("embargo_on"), given.pop("embargo_hour"))
        told = ForThePress(embargo_at=embargo_at, **given)
        return prepare_for_the_press(occasion=self.occasion, told=told, by=by)


def _as_prepared(occasion: Occasion) -> dict[str, Any]:
    """What was written before; else the embargo ends when the press conference begins."""
    kept = PressConference.objects.filter(action=occasion.action).first()
    ends = (kept.embargo_at if kept else occasion.starts_at).astimezone(clock.LOCAL)
    told = {name: getattr(kept, name) for name in ("statement", "contact_name", "contact")} if kept else {}
    return told | {"embargo_on": ends.date(), "embargo_hour": ends.time()}


class KitFileForm(ActForm):
    """A file for the press, and what it shows."""

    takes_files = True

    title = Line(label=_("Title"))
    file = PaperField(
        label=_("The file"),
        help_text=_(
            "A PDF, or a picture as JPEG, PNG or WebP, at most 8 MB. Where and when a picture was taken is removed."
        ),
    )
    language = LanguageField(label=_("Language of the file"), required=False)
    shows = forms.ChoiceField(label=_("Does it show a child?"), choices=Shows, widget=forms.RadioSelect)
    consent_statement = Words(
        label=_("Statement about the children shown"),
        rows=3,
        required=False,
        help_text=_(
            "For each picture: which children it shows and why it may. Nobody in care can be recognised without consent."
        ),
    )
    consent_record = Line(label=_("Where the consent is kept"), max_length=200, required=False)

    def __init__(self, data: Any = None, *, about: PressConference, files: Any = None) -> None:
        super().__init__(data, files=files)
        self.conference = about

    def write(self, *, by: Actor) -> KitFile:
        """The one act of this form."""
        given = {**self.cleaned_data}
        content = given.pop("file").read()
        return keep_kit_file(conference=self.conference, content=content, about=AboutFile(**given), by=by)


class WithdrawFileForm(ActForm):
    """A file leaves the kit; there is nothing to write."""

    def __init__(self, data: Any = None, *, about: KitFile) -> None:
        super().__init__(data)
        self.file = about

    def write(self, *, by: Actor) -> KitFile:
        """The one act of this form."""
        return withdraw_kit_file(file=self.file, by=by)
