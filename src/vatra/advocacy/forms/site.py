"""Forms about the texts of the public site."""

from datetime import datetime, time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.urls import Resolver404, resolve
from django.utils.translation import gettext as say
from django.utils.translation import gettext_lazy as _

from vatra.advocacy.forms.announced import Hour
from vatra.advocacy.models import SiteEdition, SitePage
from vatra.advocacy.site.words import PageKind, PagePlace
from vatra.kernel import clock
from vatra.kernel.forms import ActForm
from vatra.kernel.language_boxes import InLanguagesField
from vatra.kernel.widgets import DayField

HOW_TO_WRITE = _(
    "Leave a blank line between paragraphs. Begin a heading with #, a line of a list with - or 1., write **bold** and [words](https://example.org) for a link."
)


class EditionForm(ActForm):
    """What a page says, in the languages of the site; `based_on` is the edition the writer saw."""

    based_on = forms.IntegerField(widget=forms.HiddenInput)
    title = InLanguagesField(label=_("Title"), max_length=120)
    summary = InLanguagesField(label=_("In two sentences"), rows=3, max_length=500, required=False)
    body = InLanguagesField(label=_("Text"), rows=18, required=False, help_text=HOW_TO_WRITE)

    @classmethod
    def initial_from(cls, newest: SiteEdition | None) -> dict[str, Any]:
        """What stands there now."""
        if newest is None:
            return {"based_on": 0}
        written = {"title": newest.title, "summary": newest.summary, "body": newest.body}
        return {"based_on": newest.edition, **written}


class NewPageForm(EditionForm):
    """A new page or news with its address and its first edition."""

    kind = forms.ChoiceField(
        label=_("What is it?"), choices=PageKind, initial=PageKind.NEWS, widget=forms.RadioSelect
    )
    slug = forms.SlugField(
        label=_("Short name in the address"),
        max_length=60,
        help_text=_(
            "Such as open-day-2026. It never changes, so that links from elsewhere keep leading here."
        ),
    )
    news_on = DayField(label=_("Day of the news"), required=False, initial=clock.today)

    field_order = ["kind", "slug", "news_on", "title", "summary", "body", "based_on"]

    def clean_slug(self) -> str:
        """A page of its own, and no other page of the site under that address."""
        slug = str(self.cleaned_data["slug"])
        if _is_taken(slug):
            raise ValidationError(say("Another page has this address. Choose another short name."))
        return slug

    @property
    def page(self) -> dict[str, Any]:
        """What the page itself is told; a page that stays has no day."""
        given = self.cleaned_data
        is_news = given["kind"] == PageKind.NEWS
        return {
            "kind": given["kind"],
            "slug": given["slug"],
            "news_on": given["news_on"] or clock.today() if is_news else None,
        }

    @property
    def edition(self) -> dict[str, Any]:
        """What the first edition says."""
        return {name: self.cleaned_data[name] for name in ("title", "summary", "body", "based_on")}


class PublishForm(ActForm):
    """From which moment an edition is shown."""

    when = forms.ChoiceField(
        label=_("From when"),
        choices=[("now", _("From now on")), ("later", _("From the moment below"))],
        initial="now",
        widget=forms.RadioSelect,
    )
    day = DayField(label=_("Day"), required=False)
    hour = Hour(label=_("Time"), required=False, initial=time(8))

    def clean(self) -> dict[str, Any]:
        """Later needs a day."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("when") == "later" and not cleaned.get("day") and "day" not in self.errors:
            self.add_error("day", say("Say on which day."))
        return cleaned

    def moment(self, now: datetime) -> datetime:
        """The moment chosen; the time is that of the clock on the wall."""
        given = self.cleaned_data
        if given["when"] == "now":
            return now
        return datetime.combine(given["day"], given["hour"] or time(), clock.LOCAL)


class ArrangeForm(ActForm):
    """Where among the links of the site a page stands."""

    place = forms.ChoiceField(label=_("Link to it"), choices=PagePlace, widget=forms.RadioSelect)
    position = forms.IntegerField(
        label=_("Place among the links"),
        min_value=1,
        max_value=999,
        help_text=_("A smaller number stands further to the front."),
        widget=forms.TextInput({"inputmode": "numeric", "class": "govuk-input--width-3"}),
    )


class WhyForm(ActForm):
    """Why something is done."""

    why = forms.CharField(label=_("Why"), widget=forms.Textarea({"rows": 3}))


class Confirm(ActForm):
    """Nothing to fill in: the button says it."""


class ReachForm(ActForm):
    """How the public reaches the organisation; what is empty is not shown."""

    phone = forms.CharField(label=_("Our own number"), max_length=40, required=False)
    hours = InLanguagesField(label=_("When somebody answers it"), max_length=120, required=False)
    email = forms.EmailField(label=_("Our e-mail address"), required=False)
    address = forms.CharField(
        label=_("Our address"), required=False, widget=forms.Textarea({"rows": 3}), max_length=500
    )


def _is_taken(slug: str) -> bool:
    """By a text, or by a page of the site that is no text."""
    if SitePage.objects.filter(slug=slug).exists():
        return True
    try:
        return resolve(f"/en/{slug}/").view_name != "public:text"
    except Resolver404:
        return False
