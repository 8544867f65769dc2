"""Forms about a campaign as a whole."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vatra.advocacy.actions.campaigns import change_campaign, open_campaign, show_campaign
from vatra.advocacy.forms.about import ActAbout
from vatra.advocacy.models import Campaign, PolicyAsk
from vatra.advocacy.words import Audience
from vatra.casework.forms.texts import Line
from vatra.kernel.forms import ActForm
from vatra.kernel.language_boxes import InLanguagesField
from vatra.kernel.ledger import Actor
from vatra.kernel.widgets import DayField
from vatra.people.words import Language


class _Described(ActForm):
    """What every campaign is described by."""

    name = InLanguagesField(label=_("What it is called"), max_length=120)
    purpose = InLanguagesField(label=_("What it is for"), rows=4)
    first_day = DayField(label=_("First day"))
    last_day = DayField(label=_("Last day"), required=False)
    audiences = forms.MultipleChoiceField(
        label=_("Whom it speaks to"), choices=Audience, widget=forms.CheckboxSelectMultiple
    )
    languages = forms.MultipleChoiceField(
        label=_("In which languages"),
        choices=Language,
        widget=forms.CheckboxSelectMultiple({"class": "govuk-checkboxes--small vatra-columns"}),
        required=False,
    )
    budget_line = Line(label=_("Budget line"), max_length=80, required=False)


class OpenCampaignForm(_Described, ActAbout[Campaign | None]):
    """A new campaign, or a part of one."""

    slug = forms.SlugField(
        label=_("Short name in the address"),
        help_text=_("Small letters and dashes, such as “care-for-me”. It never changes."),
        max_length=60,
    )

    field_order = ["name", "slug"]

    def write(self, *, by: Actor) -> Campaign:
        """The one act of this form."""
        return open_campaign(parent=self.about, by=by, **self.cleaned_data)


class ChangeCampaignForm(_Described, ActAbout[Campaign]):
    """A campaign in other words, or on other days."""

    def first_words(self, about: Campaign) -> dict[str, Any]:
        told = ("name", "purpose", "first_day", "last_day", "languages", "budget_line")
        spoken_to = list(about.audiences.values_list("audience", flat=True))
        return {name: getattr(about, name) for name in told} | {"audiences": spoken_to}

    def write(self, *, by: Actor) -> Campaign:
        """The one act of this form."""
        return change_campaign(campaign=self.about, by=by, **self.cleaned_data)


class ShowForm(ActAbout[Campaign | PolicyAsk]):
    """From which day something stands on the public site."""

    from_day = DayField(
        label=_("Shown to the public from"),
        help_text=_("Leave it empty to take it off the public site."),
        required=False,
    )

    def first_words(self, about: Campaign | PolicyAsk) -> dict[str, Any]:
        return {"from_day": about.shown_from}


class ShowCampaignForm(ShowForm):
    """From which day a campaign stands on the public site."""

    def write(self, *, by: Actor) -> Campaign:
        """The one act of this form."""
        assert isinstance(self.about, Campaign)
        return show_campaign(campaign=self.about, by=by, **self.cleaned_data)
