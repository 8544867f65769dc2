"""Forms about an ask, and what happens to it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vatra.advocacy.actions.asks import ask_policy, reword_ask, show_ask
from vatra.advocacy.actions.updates import approve_update, correct_update, refuse_update, write_update
from vatra.advocacy.asks.words import Stage
from vatra.advocacy.forms.about import ActAbout, Address, Correction, Digest, OneOf, PostChoice
from vatra.advocacy.forms.campaign import ShowForm
from vatra.advocacy.models import AskUpdate, Campaign, PolicyAsk
from vatra.advocacy.models.ask import LAST_ARTICLE
from vatra.advocacy.words import Change, Instrument, Level, Theme
from vatra.casework.forms.texts import Line, Words
from vatra.kernel import clock
from vatra.kernel.language_boxes import InLanguagesField
from vatra.kernel.ledger import Actor
from vatra.kernel.widgets import DayField


class WhichAsks(forms.Form):
    """Which asks are shown."""

    theme = OneOf(label=_("Theme"), of=Theme.choices, nothing=_("All"), required=False)
    level = OneOf(label=_("Level"), of=Level.choices, nothing=_("All"), required=False)
    stage = OneOf(label=_("Stage"), of=Stage.choices, nothing=_("All"), required=False)

    @property
    def chosen(self) -> dict[str, str]:
        """What was asked for, by its name in the address; what is not in a list narrows nothing."""
        self.is_valid()
        cleaned: dict[str, str] = getattr(self, "cleaned_data", {})
        return {name: value for name, value in cleaned.items() if value}


class _Worded(forms.Form):
    title = InLanguagesField(label=_("In one line"), max_length=160)
    text = InLanguagesField(label=_("What we ask"), rows=5)
    baseline = Line(
        label=_("What is true today"),
        help_text=_("A figure with its source, so that a later day can be measured against it."),
        max_length=300,
    )
    deadline_on = DayField(label=_("Asked for by"), required=False)


class AskForm(_Worded, ActAbout[Campaign]):
    """One change asked of the holder of one post."""

    slug = forms.SlugField(
        label=_("Short name in the address"),
        help_text=_("Small letters and dashes, such as “status-in-six-months”. It never changes."),
        max_length=60,
    )
    addressee = PostChoice(label=_("Asked of the holder of"))
    theme = OneOf(label=_("Theme"), of=Theme.choices)
    crc_article = forms.IntegerField(
        label=_("Article of the Convention on the Rights of the Child"),
        min_value=1,
        max_value=LAST_ARTICLE,
        required=False,
        widget=forms.TextInput({"inputmode": "numeric", "class": "govuk-input--width-2"}),
    )
    change = OneOf(label=_("Kind of change"), of=Change.choices)
    level = OneOf(label=_("Level"), of=Level.choices)
    instrument = OneOf(label=_("Instrument wanted"), of=Instrument.choices)
    asked_on = DayField(label=_("Asked on"), latest=clock.today)

    field_order = ["title", "slug", "text", "addressee"]

    def write(self, *, by: Actor) -> PolicyAsk:
        """The one act of this form."""
        return ask_policy(campaign=self.about, reasons=self.reasons, by=by, **self.cleaned_data)


class RewordForm(_Worded, ActAbout[PolicyAsk]):
    """An ask in other words."""

    def first_words(self, about: PolicyAsk) -> dict[str, Any]:
        return {name: getattr(about, name) for name in ("title", "text", "baseline", "deadline_on")}

    def write(self, *, by: Actor) -> PolicyAsk:
        """The one act of this form."""
        return reword_ask(ask=self.about, by=by, **self.cleaned_data)


class ShowAskForm(ShowForm):
    """From which day an ask stands on the public site."""

    def write(self, *, by: Actor) -> PolicyAsk:
        """The one act of this form."""
        assert isinstance(self.about, PolicyAsk)
        return show_ask(ask=self.about, by=by, **self.cleaned_data)


class _Happened(forms.Form):
    happened_on = DayField(label=_("On which day"), latest=clock.today)
    stage = OneOf(label=_("Stage the ask came to"), of=Stage.choices)
    text = InLanguagesField(label=_("What happened, for the public"), rows=4)
    source_url = Address()
    document_sha256 = Digest()


class UpdateForm(_Happened, ActAbout[PolicyAsk]):
    """What happened to an ask."""

    def write(self, *, by: Actor) -> AskUpdate:
        """The one act of this form."""
        return write_update(ask=self.about, by=by, **self.cleaned_data)


class CorrectUpdateForm(_Happened, Correction[AskUpdate]):
    """What happened to an ask, written anew."""

    told = ("happened_on", "stage", "text", "source_url", "document_sha256")

    def write(self, *, by: Actor) -> AskUpdate:
        """The one act of this form."""
        return correct_update(original=self.about, by=by, **self.cleaned_data)


class ApproveUpdateForm(ActAbout[AskUpdate]):
    """A second person approves; there is nothing to write."""

    def write(self, *, by: Actor) -> AskUpdate:
        """The one act of this form."""
        return approve_update(update=self.about, by=by)


class RefuseUpdateForm(ActAbout[AskUpdate]):
    """Why a second person does not approve."""

    refusal = Words(label=_("Why it is not approved"), help_text=_("Whoever wrote it reads this."))

    def write(self, *, by: Actor) -> AskUpdate:
        """The one act of this form."""
        return refuse_update(update=self.about, by=by, **self.cleaned_data)
