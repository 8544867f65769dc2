"""Forms for a survey, its questions, its waves and their frames."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from vatra.advocacy.actions.surveys import reword_item, write_item, write_survey
from vatra.advocacy.actions.waves import draw_frame, plan_wave
from vatra.advocacy.awareness.lines import as_lines, choices_in, points_in, strata_in
from vatra.advocacy.awareness.words import CHOSEN, ItemKind, Mode, WaveKind
from vatra.advocacy.models import Campaign, ItemVersion, Survey, SurveyItem, SurveyWave
from vatra.casework.forms.texts import Words
from vatra.kernel.forms import ActForm
from vatra.kernel.language_boxes import InLanguagesField
from vatra.kernel.ledger import Actor
from vatra.kernel.widgets import DayField

NOT_ASKED = ""


class SurveyForm(ActForm):
    """What people are told before the first question."""

    title = InLanguagesField(label=_("Title"), max_length=120)
    introduction = InLanguagesField(
        label=_("What people are told before the first question"),
        rows=4,
        max_length=1500,
        help_text=_("Who asks, what for, how long it takes, and that nobody will know who answered."),
    )
    asks_for_words = forms.BooleanField(
        label=_("Questions may ask for a few words"),
        help_text=_("Words of one's own can name somebody. They are never told to the public."),
        required=False,
    )

    def __init__(self, data: Any = None, *, about: Campaign) -> None:
        super().__init__(data)
        self.campaign = about

    def write(self, *, by: Actor) -> Survey:
        """The one act of this form."""
        return write_survey(campaign=self.campaign, by=by, **self.cleaned_data)


class WordingForm(ActForm):
    """A question word for word."""

    kind = forms.ChoiceField(label=_("How it is answered"), choices=ItemKind, widget=forms.RadioSelect)
    text = InLanguagesField(label=_("Question"), max_length=300)
    choices = Words(
        label=_("Answers to choose from"),
        help_text=_(
            "One on each line, in the order in which they are read out: short name; Albanian; Serbian; English"
        ),
        rows=6,
        required=False,
    )
    lowest = forms.IntegerField(label=_("Lowest number"), required=False)
    highest = forms.IntegerField(label=_("Highest number"), required=False)

    def clean_choices(self) -> list[dict[str, object]]:
        """The answers, line by line."""
        typed = self.cleaned_data["choices"] if self.cleaned_data.get("kind") in CHOSEN else ""
        return choices_in(typed)


class ItemForm(WordingForm):
    """A new question, the last one of its survey."""

    code = forms.SlugField(
        label=_("Short name"),
        help_text=_("The name of its column in files of answers, such as knows_foster_care."),
        max_length=30,
    )
    field_order = ("code",)

    def __init__(self, data: Any = None, *, about: Survey) -> None:
        super().__init__(data)
        self.survey = about

    def write(self, *, by: Actor) -> ItemVersion:
        """The one act of this form."""
        return write_item(survey=self.survey, by=by, **self.cleaned_data)


class RewordForm(WordingForm):
    """Other words for a question."""

    def __init__(self, data: Any = None, *, about: SurveyItem) -> None:
        now = about.versions.latest("number")
        ends = {"lowest": now.lowest, "highest": now.highest}
        first = {"kind": now.kind, "text": now.text, "choices": as_lines(now.choices), **ends}
        super().__init__(data, initial=first)
        self.item = about

    def write(self, *, by: Actor) -> ItemVersion:
        """The one act of this form."""
        return reword_item(item=self.item, by=by, **self.cleaned_data)


class WaveForm(ActForm):
    """When and how is asked, and which questions in which words."""

    name = InLanguagesField(label=_("Name"), max_length=120)
    slug = forms.SlugField(
        label=_("Short name in the address"), help_text=_("It never changes."), max_length=60
    )
    kind = forms.ChoiceField(label=_("When it is asked"), choices=WaveKind, widget=forms.RadioSelect)
    mode = forms.ChoiceField(label=_("How people are asked"), choices=Mode, widget=forms.RadioSelect)
    languages = forms.MultipleChoiceField(
        label=_("Languages"), choices=settings.LANGUAGES, widget=forms.CheckboxSelectMultiple
    )
    first_day = DayField(label=_("First day"))
    last_day = DayField(label=_("Last day"))
    needs_code = forms.BooleanField(label=_("Only with an invitation code"), required=False)

    def __init__(self, data: Any = None, *, about: Survey) -> None:
        super().__init__(data)
        self.survey = about
        items = about.items.prefetch_related("versions").order_by("position")
        self.versions = {item: list(item.versions.all()) for item in items}
        for item, versions in self.versions.items():
            self.fields[f"asks_{item.pk}"] = _which_words(versions)

    def clean(self) -> None:
        """A wave asks something."""
        if not list(self.chosen()):
            raise ValidationError(_("Choose at least one question."), code="nothing")

    def chosen(self) -> Iterator[ItemVersion]:
        """The questions in the words that were chosen, in the order of the survey."""
        for item, versions in self.versions.items():
            wanted = self.cleaned_data.get(f"asks_{item.pk}", NOT_ASKED)
            yield from (version for version in versions if str(version.pk) == wanted)

    def write(self, *, by: Actor) -> SurveyWave:
        """The one act of this form."""
        given = {name: value for name, value in self.cleaned_data.items() if not name.startswith("asks_")}
        return plan_wave(survey=self.survey, versions=list(self.chosen()), by=by, **given)


def _which_words(versions: list[ItemVersion]) -> forms.ChoiceField:
    newest = max(versions, key=lambda version: version.number)
    words = [
        (
            str(version.pk),
            gettext("Version %(number)s: %(text)s") % {"number": version.number, "text": version.text},
        )
        for version in sorted(versions, key=lambda version: -version.number)
    ]
    return forms.ChoiceField(
        label=str(newest.text),
        choices=[*words, (NOT_ASKED, _("Not asked in this wave"))],
        initial=str(newest.pk),
        required=False,
    )


class FrameForm(ActForm):
    """Of whom is asked: strata, and the sampling points within them."""

    strata = Words(
        label=_("Strata"),
        help_text=_(
            "One on each line: short name; name; people in it; sampling points altogether, where it is known"
        ),
        rows=6,
        required=False,
    )
    points = Words(
        label=_("Sampling points"),
        help_text=_(
            "One on each line: short name of the stratum; short name of the point; municipality, such as prizren"
        ),
        rows=12,
        required=False,
    )

    def __init__(self, data: Any = None, *, about: SurveyWave) -> None:
        super().__init__(data, initial=_frame_of(about))
        self.wave = about

    def clean_strata(self) -> Any:
        """The strata, line by line."""
        return strata_in(self.cleaned_data["strata"])

    def clean_points(self) -> Any:
        """The sampling points, line by line."""
        return points_in(self.cleaned_data["points"])

    def write(self, *, by: Actor) -> SurveyWave:
        """The one act of this form."""
        return draw_frame(wave=self.wave, by=by, **self.cleaned_data)


def _frame_of(wave: SurveyWave) -> dict[str, str]:
    strata = list(wave.strata.prefetch_related("points").order_by("pk"))
    lines = [f"{each.code}; {each.name}; {each.population}; {each.points_in_all or ''}" for each in strata]
    points = [
        f"{each.code}; {point.code}; {point.municipality or ''}"
        for each in strata
        for point in each.points.all()
    ]
    return {"strata": "\n".join(lines), "points": "\n".join(points)}
