"""What every action is asked: its title, days, campaign and ask; and how posts and moments are chosen."""

from datetime import date, datetime, time
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from vatra.advocacy.announced import Announced
from vatra.advocacy.models import Action, Campaign, PolicyAsk, Post
from vatra.kernel import clock
from vatra.kernel.forms import ActForm
from vatra.kernel.language_boxes import InLanguagesField
from vatra.kernel.sentence import Sentence
from vatra.kernel.widgets import DayField


class PostField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """Somebody in office, by post and institution."""

    def __init__(self, *, label: Sentence, **options: Any) -> None:
        posts = Post.objects.select_related("institution").order_by("institution_id", "pk")
        super().__init__(label=label, queryset=posts, empty_label=_("Choose"), **options)

    def label_from_instance(self, obj: Post) -> str:
        return f"{obj.title}, {obj.institution}"


class LanguageField(forms.ChoiceField):
    """One of the languages of the site."""

    def __init__(self, *, label: Sentence = "", **options: Any) -> None:
        super().__init__(label=label or _("Language"), choices=settings.LANGUAGES, **options)


class Hour(forms.TimeField):
    """An hour of a day, to the minute."""

    def __init__(self, *, label: Sentence, **options: Any) -> None:
        box = forms.TimeInput({"type": "time", "class": "govuk-input--width-5"}, format="%H:%M")
        super().__init__(label=label, input_formats=["%H:%M", "%H.%M", "%H"], widget=box, **options)


def number(label: Sentence, *, least: int = 0, most: int = 32_000, **options: Any) -> forms.IntegerField:
    """A whole number, typed."""
    box = forms.TextInput(attrs={"inputmode": "numeric", "class": "govuk-input--width-4"})
    return forms.IntegerField(label=label, min_value=least, max_value=most, widget=box, **options)


def moment(day: date, hour: time) -> datetime:
    """The moment at an hour of a day in Kosovo."""
    return datetime.combine(day, hour, clock.LOCAL)


class AnnouncedForm(ActForm):
    """What every action says of itself; its campaign and its address stay once it exists."""

    campaign = forms.ModelChoiceField(
        label=_("Campaign"), queryset=Campaign.objects.order_by("-first_day", "-pk"), empty_label=_("Choose")
    )
    slug = forms.SlugField(
        label=_("Short name in the address"),
        max_length=60,
        help_text=_("Small letters, figures and dashes. It never changes."),
    )
    title = InLanguagesField(label=_("Title"), max_length=160)
    ask = forms.ModelChoiceField(
        label=_("Towards the ask"),
        queryset=PolicyAsk.objects.order_by("-asked_on", "-pk"),
        required=False,
        empty_label=_("No ask"),
    )
    first_day = DayField(label=_("First day"))
    last_day = DayField(label=_("Last day"), required=False)
    shown_from = DayField(
        label=_("Shown to the public from"),
        required=False,
        help_text=_("Leave it empty to show nothing yet."),
    )

    def __init__(self, data: Any = None, *, action: Action | None = None, initial: Any = None) -> None:
        super().__init__(data, initial={**(_as_told(action) if action else {}), **(initial or {})})
        self.action = action
        if action:
            del self.fields["campaign"], self.fields["slug"]

    @property
    def announced(self) -> Announced:
        """What the action says of itself."""
        given = self.cleaned_data
        return Announced(
            campaign=self.action.campaign if self.action else given["campaign"],
            slug=self.action.slug if self.action else given["slug"],
            title=given["title"],
            first_day=given["first_day"],
            last_day=given["last_day"],
            shown_from=given["shown_from"],
            ask=given["ask"],
        )


def _as_told(action: Action) -> dict[str, Any]:
    return {name: getattr(action, name) for name in ("title", "ask", "first_day", "last_day", "shown_from")}
