"""Forms about an ask, and what happens to it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vatra.advocacy.actions.asks import ask_policy, reword_ask, show_ask
from vatra.advocacy.actions.updates import (
    approve_update,
    correct_update,
    refuse_update,
    withdraw_ask,
    write_update,
)
from vatra.advocacy.asks.words import OUR_OWN, Stage
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


# Withdrawing has a page of its own, which asks for the reason.
TOLD = [(value, label) for value, label in Stage.choices if value != Stage.WITHDRAWN]


class _Happened(forms.Form):
    happened_on = DayField(label=_("On which day"), latest=clock.today)
    stage = OneOf(label=_("Stage the ask came to"), of=TOLD)
    text = InLanguagesField(label=_("What happened, for the public"), rows=4)
    source_url = Address(required=False, help_text=_("Only what we did ourselves may go without one."))
    document_sha256 = Digest()

    def clean(self) -> dict[str, Any]:
        """What others did is known from somewhere."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("stage") not in OUR_OWN and not cleaned.get("source_url", "-"):
            self.add_error("source_url", forms.ValidationError(_("Say where this is known from.")))
        return cleaned


class UpdateForm(_Happened, ActAbout[PolicyAsk]):
    """What happened to an ask."""

    def write(self, *, by: Actor) -> AskUpdate:
        """The one act of this form."""
        return write_update(ask=self.about, by=by, **self.cleaned_data)


class WithdrawAskForm(ActAbout[PolicyAsk]):
    """From which day we no longer ask for it, and why."""

    on = DayField(label=_("From which day"), latest=clock.today)
    reason = InLanguagesField(label=_("Why we no longer ask for it, for the public"), rows=4)

    def write(self, *, by: Actor) -> AskUpdate:
        """The one act of this form."""
        return withdraw_ask(ask=self.about, by=by, **self.cleaned_data)


class CorrectUpdateForm(_Happened, Correction[AskUpdate]):
    """What happened to an ask, written anew."""

    told = ("happened_on", "stage", "text", "source_url", "document_sha256")

    def __init__(self, data: Any = None, *, about: AskUpdate) -> None:
        super().__init__(data, about=about)
        if about.stage == Stage.WITHDRAWN:
            self.fields["stage"] = OneOf(label=_("Stage the ask came to"), of=Stage.choices)

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
