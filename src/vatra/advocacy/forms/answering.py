"""The questions of a wave as a form, on the public site and for interviewers."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.utils.translation import get_language, get_language_info
from django.utils.translation import gettext_lazy as _

from vatra.advocacy.actions.respondents import answer_survey, take_down_answers
from vatra.advocacy.awareness.items import LONGEST, Answer
from vatra.advocacy.awareness.taking_over import versions_of
from vatra.advocacy.awareness.words import ItemKind
from vatra.advocacy.models import ItemVersion, Respondent, SamplingPoint, SurveyWave
from vatra.casework.forms.texts import Line
from vatra.kernel import clock
from vatra.kernel.forms import ActForm
from vatra.kernel.ledger import Actor
from vatra.kernel.widgets import DayField

MOST_STEPS = 11
QUESTION = "question_"


class Answering(ActForm):
    """The questions of a wave in their fixed order; every question may be left out."""

    sheet = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, about: SurveyWave) -> None:
        super().__init__(data, initial={"sheet": uuid4()})
        self.wave = about
        self.versions = versions_of(about)
        for code, version in self.versions.items():
            self.fields[QUESTION + code] = asked(version)
        points = SamplingPoint.objects.filter(stratum__wave=about).select_related("stratum")
        choices = [(point.pk, place_of(point)) for point in points.order_by("stratum_id", "pk")]
        if choices:
            self.fields["point"] = forms.TypedChoiceField(
                label=self.asks_for_place, choices=[("", _("Choose a place")), *choices], coerce=int
            )

    asks_for_place = _("Where do you live?")

    @property
    def questions(self) -> list[forms.BoundField]:
        """The questions, without what stands around them."""
        return [self[name] for name in self.fields if name.startswith(QUESTION)]

    def clean(self) -> None:
        """An empty page is no answer."""
        if not self.answers:
            self.add_error(None, _("Answer at least one question."))

    @property
    def answers(self) -> Mapping[str, Answer]:
        """What was answered, by the short names of the questions."""
        given = {code: self.cleaned_data.get(QUESTION + code) for code in self.versions}
        return {code: answer for code, answer in given.items() if answer not in ("", None, [])}

    @property
    def point(self) -> SamplingPoint | None:
        """The sampling point that was chosen."""
        chosen = self.cleaned_data.get("point")
        return SamplingPoint.objects.get(pk=chosen) if chosen else None

    @property
    def was_sent_before(self) -> bool:
        """Whether this very page was sent already, by a second click or a slow line."""
        sheet = self.cleaned_data.get("sheet")
        return isinstance(sheet, UUID) and Respondent.objects.filter(sheet=sheet).exists()


class PublicAnswers(Answering):
    """The form of the public site: no name, no address, nothing that leads back."""

    code = forms.CharField(
        label=_("Your invitation code"),
        help_text=_("It lets you answer once. It is forgotten when you send: nobody can tell whose it was."),
        max_length=20,
    )
    field_order = ("sheet", "code")

    def __init__(self, data: Any = None, *, about: SurveyWave) -> None:
        super().__init__(data, about=about)
        if not about.needs_code:
            del self.fields["code"]

    def write(self, *, by: Actor) -> Respondent:
        """The one act of this form."""
        return answer_survey(
            wave=self.wave,
            sheet=self.cleaned_data["sheet"],
            language=get_language() or self.wave.languages[0],
            answers=self.answers,
            code=self.cleaned_data.get("code", ""),
            point=self.point,
            by=by,
        )


class InterviewAnswers(Answering):
    """What an interviewer writes down."""

    asks_for_place = _("Sampling point")
    language = forms.ChoiceField(label=_("Language of the conversation"))
    answered_on = DayField(label=_("Answered on"), latest=clock.today)
    weight = forms.DecimalField(
        label=_("Weight"),
        help_text=_("How many people this answer stands for, against the others of its stratum."),
        min_value=Decimal("0.0001"),
        max_digits=12,
        decimal_places=4,
        initial=1,
    )
    field_order = ("sheet", "point", "language", "answered_on", "weight")

    def __init__(self, data: Any = None, *, about: SurveyWave) -> None:
        super().__init__(data, about=about)
        self.order_fields(self.field_order)
        languages = self.fields["language"]
        assert isinstance(languages, forms.ChoiceField)
        languages.choices = [(code, get_language_info(code)["name_translated"]) for code in about.languages]
        self.initial["answered_on"] = clock.today()

    def write(self, *, by: Actor) -> Respondent:
        """The one act of this form."""
        return take_down_answers(
            wave=self.wave,
            point=self.point,
            answers=self.answers,
            by=by,
            **{name: self.cleaned_data[name] for name in ("sheet", "language", "answered_on", "weight")},
        )


def place_of(point: SamplingPoint) -> str:
    """A sampling point as somebody who lives there knows it."""
    place = point.get_municipality_display() if point.municipality else point.code
    return f"{point.stratum.name}: {place}"


def asked(version: ItemVersion) -> forms.Field:
    """One question as a field."""
    told: dict[str, Any] = {"label": str(version.text), "required": False}
    choices = [(code, str(label)) for code, label in version.labels.items()]
    match ItemKind(version.kind):
        case ItemKind.ONE:
            return forms.ChoiceField(choices=choices, widget=forms.RadioSelect, **told)
        case ItemKind.SEVERAL:
            return forms.MultipleChoiceField(choices=choices, widget=forms.CheckboxSelectMultiple, **told)
        case ItemKind.SCALE:
            return _scale(version, told)
        case ItemKind.NUMBER:
            return forms.FloatField(min_value=version.lowest, max_value=version.highest, **told)
        case ItemKind.TEXT:
            return Line(max_length=LONGEST, **told)


def _scale(version: ItemVersion, told: dict[str, Any]) -> forms.Field:
    assert version.lowest is not None
    assert version.highest is not None
    steps = range(version.lowest, version.highest + 1)
    if len(steps) > MOST_STEPS:
        return forms.IntegerField(min_value=version.lowest, max_value=version.highest, **told)
    choices = [(step, str(step)) for step in steps]
    widget = forms.RadioSelect({"class": "govuk-radios--inline"})
    return forms.TypedChoiceField(choices=choices, coerce=int, empty_value=None, widget=widget, **told)
