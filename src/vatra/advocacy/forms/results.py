"""Forms for a page that tells everybody about a wave or an evaluation."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vatra.advocacy.actions.result_pages import reword_page, write_evaluation_page, write_wave_page
from vatra.advocacy.models import EvaluationResult, ResultPage, SurveyWave
from vatra.kernel.forms import ActForm
from vatra.kernel.language_boxes import InLanguagesField
from vatra.kernel.ledger import Actor


class PageWords(ActForm):
    """The words of a page."""

    title = InLanguagesField(label=_("Title"), max_length=160)
    summary = InLanguagesField(
        label=_("What we learned, in plain words"),
        help_text=_("Also where nothing was found, or where nothing can be told."),
        rows=6,
        max_length=3000,
    )


class NewPage(PageWords):
    """A page with its address."""

    slug = forms.SlugField(
        label=_("Short name in the address"), help_text=_("It never changes."), max_length=60
    )
    field_order = ("title", "slug")


class WavePageForm(NewPage):
    """A page about a wave."""

    against = forms.ModelChoiceField(
        label=_("Compared with the earlier wave"),
        queryset=SurveyWave.objects.none(),
        empty_label=_("With none"),
        required=False,
    )

    def __init__(self, data: Any = None, *, about: SurveyWave) -> None:
        super().__init__(data, initial={"slug": about.slug, "title": about.survey.title})
        self.wave = about
        earlier = self.fields["against"]
        assert isinstance(earlier, forms.ModelChoiceField)
        earlier.queryset = earlier_waves(about)

    def write(self, *, by: Actor) -> ResultPage:
        """The one act of this form."""
        return write_wave_page(wave=self.wave, by=by, **self.cleaned_data)


class EvaluationPageForm(NewPage):
    """A page about an evaluation."""

    def __init__(self, data: Any = None, *, about: EvaluationResult) -> None:
        super().__init__(data, initial={"title": about.plan.title})
        self.result = about

    def write(self, *, by: Actor) -> ResultPage:
        """The one act of this form."""
        return write_evaluation_page(result=self.result, by=by, **self.cleaned_data)


class RewordPageForm(PageWords):
    """Other words for a page."""

    def __init__(self, data: Any = None, *, about: ResultPage) -> None:
        super().__init__(data, initial={"title": about.title, "summary": about.summary})
        self.page = about

    def write(self, *, by: Actor) -> ResultPage:
        """The one act of this form."""
        return reword_page(page=self.page, by=by, **self.cleaned_data)


def earlier_waves(wave: SurveyWave) -> Any:
    """The closed waves of the same survey that were asked before this one."""
    before = SurveyWave.objects.filter(survey=wave.survey, closed_at__isnull=False)
    return before.filter(first_day__lt=wave.first_day).order_by("-first_day", "-pk")
