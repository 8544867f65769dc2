"""Forms about media: what was found, where we look, and coding."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vatra.advocacy.actions.coding import code_clipping, settle_coding
from vatra.advocacy.actions.media import (
    Found,
    add_outlet,
    dismiss_suggestion,
    follow_feed,
    keep_clipping,
    set_message,
    stop_following,
)
from vatra.advocacy.forms.announced import LanguageField
from vatra.advocacy.media.books import NO_MESSAGE, Book, Question, latest
from vatra.advocacy.media.codes import Coded
from vatra.advocacy.media.web_address import is_web_address
from vatra.advocacy.media.words import OutletKind, Reach
from vatra.advocacy.models import (
    Adjudication,
    Campaign,
    Clipping,
    Coding,
    FeedSource,
    KeyMessage,
    Outlet,
    Suggestion,
)
from vatra.casework.forms.texts import Line, Words
from vatra.kernel import clock
from vatra.kernel.forms import ActForm
from vatra.kernel.language_boxes import InLanguagesField
from vatra.kernel.ledger import Actor
from vatra.kernel.widgets import DayField


class OutletForm(ActForm):
    """A newspaper, a station, a news site."""

    name = Line(label=_("Name of the outlet"))
    kind = forms.ChoiceField(label=_("Kind"), choices=OutletKind, widget=forms.RadioSelect)
    language = LanguageField()
    reach = forms.ChoiceField(label=_("Whom it reaches, as we estimate"), choices=Reach)

    def write(self, *, by: Actor) -> Outlet:
        """The one act of this form."""
        return add_outlet(by=by, **self.cleaned_data)


class MessageForm(ActForm):
    """What a campaign wants people to have heard."""

    wording = InLanguagesField(label=_("The message, in one sentence"), max_length=200)
    first_day = DayField(label=_("From"))

    def __init__(self, data: Any = None, *, about: Campaign) -> None:
        super().__init__(data, initial={"first_day": about.first_day})
        self.campaign = about

    def write(self, *, by: Actor) -> KeyMessage:
        """The one act of this form."""
        return set_message(campaign=self.campaign, by=by, **self.cleaned_data)


class FeedForm(ActForm):
    """A feed to look into."""

    outlet = forms.ModelChoiceField(
        label=_("Outlet"), queryset=Outlet.objects.order_by("name"), empty_label=_("Choose")
    )
    address = forms.URLField(label=_("Address of the feed"), max_length=800, assume_scheme="https")
    keywords = Words(
        label=_("Words we look for"),
        rows=4,
        help_text=_("One on each line. A word is found in its longer forms too."),
    )
    first_day = DayField(label=_("From"))

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, initial={"first_day": clock.today()})

    def clean_keywords(self) -> list[str]:
        """One on each line."""
        typed = [line.strip() for line in self.cleaned_data["keywords"].splitlines()]
        return [line[:60] for line in typed if line]

    def write(self, *, by: Actor) -> FeedSource:
        """The one act of this form."""
        return follow_feed(by=by, **self.cleaned_data)


class StopFeedForm(ActForm):
    """Until when a feed is looked into."""

    last_day = DayField(label=_("Last day"))

    def __init__(self, data: Any = None, *, about: FeedSource) -> None:
        super().__init__(data, initial={"last_day": clock.today()})
        self.source = about

    def write(self, *, by: Actor) -> FeedSource:
        """The one act of this form."""
        return stop_following(source=self.source, by=by, **self.cleaned_data)


class ClippingForm(ActForm):
    """An article: pasted, or taken from a suggestion."""

    address = forms.URLField(label=_("Address"), max_length=800, assume_scheme="https")
    title = Line(label=_("Title"), max_length=300)
    outlet = forms.ModelChoiceField(
        label=_("Outlet"), queryset=Outlet.objects.order_by("name"), empty_label=_("Choose")
    )
    published_on = DayField(label=_("Published on"), latest=clock.today)
    language = LanguageField()
    campaign = forms.ModelChoiceField(
        label=_("Campaign"),
        queryset=Campaign.objects.order_by("-first_day", "-pk"),
        required=False,
        empty_label=_("No campaign"),
    )
    excerpt = Words(label=_("A few of its words"), rows=4, required=False, max_length=1000)

    def __init__(self, data: Any = None, *, about: Suggestion | None = None) -> None:
        super().__init__(data, initial=_as_suggested(about) if about else {})
        self.suggestion = about

    def clean_address(self) -> str:
        """The field itself lets pass what no connection can be opened to."""
        address = str(self.cleaned_data["address"])
        if not is_web_address(address):
            raise forms.ValidationError(self.fields["address"].error_messages["invalid"])
        return address

    def write(self, *, by: Actor) -> Clipping:
        """The one act of this form."""
        return keep_clipping(found=Found(**self.cleaned_data), suggestion=self.suggestion, by=by)


def _as_suggested(suggestion: Suggestion) -> dict[str, Any]:
    outlet = suggestion.source.outlet
    told = {name: getattr(suggestion, name) for name in ("address", "title", "published_on", "excerpt")}
    return told | {"outlet": outlet, "language": outlet.language}


class DismissForm(ActForm):
    """The article is about something else; there is nothing to write."""

    def __init__(self, data: Any = None, *, about: Suggestion) -> None:
        super().__init__(data)
        self.suggestion = about

    def write(self, *, by: Actor) -> Suggestion:
        """The one act of this form."""
        return dismiss_suggestion(suggestion=self.suggestion, by=by)


class CodingForm(ActForm):
    """The whole code book about one clipping."""

    def __init__(self, data: Any = None, *, about: Clipping) -> None:
        super().__init__(data)
        self.clipping = about
        for question in latest().questions:
            self.fields[question.code] = _asked(question, about)

    def write(self, *, by: Actor) -> Coding:
        """The one act of this form."""
        return code_clipping(clipping=self.clipping, codes=self.cleaned_data, by=by)


class SettleForm(ActForm):
    """What holds where two coders differed."""

    why = Words(label=_("Why"), rows=3)

    def __init__(self, data: Any = None, *, about: tuple[Clipping, Coded, Book, Any]) -> None:
        super().__init__(data)
        self.clipping, self.coded, book, self.other = about
        for code in self.coded.differs_in:
            self.fields[code] = _asked(book.question(code), self.clipping)
        self.order_fields([*self.coded.differs_in, "why"])

    def write(self, *, by: Actor) -> Adjudication:
        """The one act of this form; what both said stays as they said it."""
        codes = {code: self.cleaned_data[code] for code in self.coded.differs_in}
        why = self.cleaned_data["why"]
        return settle_coding(clipping=self.clipping, codes=codes, why=why, together_with=self.other, by=by)


def _asked(question: Question, clipping: Clipping) -> forms.ChoiceField:
    answers = _messages(clipping) if question.is_about_message else list(question.answers.items())
    return forms.ChoiceField(
        label=str(question.wording),
        help_text=str(question.hint),
        choices=[(code, str(words)) for code, words in answers],
        widget=forms.RadioSelect,
    )


def _messages(clipping: Clipping) -> list[tuple[str, object]]:
    none: tuple[str, object] = (NO_MESSAGE, _("None of them"))
    if clipping.campaign is None:
        return [none]
    held = clipping.campaign.messages.held_on(clipping.published_on).order_by("pk")
    return [*((str(message.pk), message.wording) for message in held), none]
