"""The forms for sealing an envelope, for asking that it is opened, and for the answer."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vatra.casework.forms.texts import Words
from vatra.casework.models import File
from vatra.kernel.forms import ActForm
from vatra.kernel.ledger import Actor
from vatra.law.actions import agree_to_open, ask_to_open, refuse_opening, seal_envelope
from vatra.law.models import Envelope, EnvelopeOpening
from vatra.law.proceedings.words import OpeningPurpose


class EnvelopeForm(ActForm):
    """What is known about the child's origins."""

    contents = Words(
        label=_("What is known about the child's origins"),
        help_text=_(
            "Who the parents are, what they told, what they wish the child to know. Nobody can read it"
            " once it is sealed, you neither, until two persons open it."
        ),
        rows=12,
    )

    def __init__(self, data: Any = None, *, about: File) -> None:
        super().__init__(data)
        self.file = about

    def write(self, *, by: Actor) -> Envelope:
        """The one act of this form."""
        return seal_envelope(file=self.file, by=by, **self.cleaned_data)


class AskToOpenForm(ActForm):
    """What an envelope is to be opened for, and why."""

    purpose = forms.ChoiceField(label=_("What for"), choices=OpeningPurpose, widget=forms.RadioSelect)
    reason = Words(label=_("Why"))

    def __init__(self, data: Any = None, *, about: Envelope) -> None:
        super().__init__(data)
        self.envelope = about

    def write(self, *, by: Actor) -> EnvelopeOpening:
        """The one act of this form."""
        return ask_to_open(envelope=self.envelope, by=by, **self.cleaned_data)


class AgreeToOpenForm(ActForm):
    """A second person agrees; there is nothing to write."""

    def __init__(self, data: Any = None, *, about: EnvelopeOpening) -> None:
        super().__init__(data)
        self.opening = about

    def write(self, *, by: Actor) -> EnvelopeOpening:
        """The one act of this form."""
        return agree_to_open(opening=self.opening, by=by)


class RefuseOpeningForm(ActForm):
    """Why a second person does not agree."""

    refusal = Words(
        label=_("Why the envelope is not to be opened"),
        help_text=_("Whoever asked reads it, and may ask again with a new reason."),
    )

    def __init__(self, data: Any = None, *, about: EnvelopeOpening) -> None:
        super().__init__(data)
        self.opening = about

    def write(self, *, by: Actor) -> EnvelopeOpening:
        """The one act of this form."""
        return refuse_opening(opening=self.opening, by=by, **self.cleaned_data)
