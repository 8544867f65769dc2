"""Forms as all our pages show them, and forms for acts that may be refused or may warn."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from django import forms
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection
from django.forms.renderers import TemplatesSetting
from django.http import HttpRequest
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _

from vatra.kernel.atomic import atomic
from vatra.kernel.concern import Concern, Refused, Severity
from vatra.kernel.constraints import refusal_sentence
from vatra.kernel.controls import DRAWN
from vatra.kernel.field_group import field_group

REASON = "reason_"

T = TypeVar("T")


class Renderer(TemplatesSetting):
    """GOV.UK's markup for every form, those of libraries too: `{{ form }}` is enough."""

    form_template_name = "vatra/forms/form.html"
    formset_template_name = "vatra/forms/formset.html"
    field_template_name = "vatra/forms/field.html"

    def render(self, template_name: str, context: dict[str, Any], request: HttpRequest | None = None) -> str:
        """Fields and their controls are drawn in Python; the rest of a form is a template."""
        if template_name == self.field_template_name:
            return field_group(context["field"])
        draw = DRAWN.get(template_name)
        return draw(context["widget"]) if draw else super().render(template_name, context, request)


@dataclass(frozen=True)
class Warned:
    """A concern that lets a person go on with a written reason, beside the reason typed so far."""

    concern: Concern
    reason: str
    was_asked: bool

    @property
    def name(self) -> str:
        """The name the reason is sent under."""
        return REASON + self.concern.code

    @property
    def is_unanswered(self) -> bool:
        """The reason was asked for on the page before, and left empty."""
        return self.was_asked and not self.reason


class Acts(forms.BaseForm):
    """Adds to a form what an act answered: errors for what blocks, a text area for every warning."""

    warned: Sequence[Warned] = ()

    @property
    def reasons(self) -> dict[str, str]:
        """The written reasons for going on, by the code of their concern."""
        written = {
            name.removeprefix(REASON): str(self.data[name]).strip()
            for name in self.data
            if name.startswith(REASON)
        }
        return {code: reason for code, reason in written.items() if reason}

    def show(self, concerns: Iterable[Concern]) -> None:
        """Put what an act refused with onto the page, so that nothing typed is lost."""
        concerns = list(concerns)
        for concern in concerns:
            if concern.severity == Severity.BLOCK:
                self.add_error(None, forms.ValidationError(concern.sentence, code=concern.code))
        self.warned = [self._asked(concern) for concern in concerns if concern.severity == Severity.WARN]

    @property
    def answered(self) -> dict[str, str]:
        """Reasons already given for warnings that are not asked again; the form carries them along."""
        asked = {each.name for each in self.warned}
        return {REASON + code: reason for code, reason in self.reasons.items() if REASON + code not in asked}

    def retype(self, **values: str) -> None:
        """Show the page with these values in place of what was sent."""
        assert isinstance(self.data, MultiValueDict)
        data = self.data.copy()
        for name, value in values.items():
            data[name] = value
        self.data = data

    def attempt(self, act: Callable[[], T]) -> T | None:
        """Do the act; if it is refused, say why on the form and keep what was typed. None means: not done."""
        is_part = connection.in_atomic_block
        try:
            with atomic():
                done = act()
                if is_part:
                    # What is only checked when a transaction ends (overlaps, a complete decision) is checked here.
                    _check_now()
        except Refused as refused:
            self.show(refused.concerns)
        except ValidationError as error:
            self._point_out(error)
        except IntegrityError as error:
            self.add_error(None, refusal_sentence(error) or _("This cannot be saved as it is."))
        else:
            return done
        return None

    def did(self, act: Callable[[], object]) -> bool:
        """Do the act; whether it was done."""
        return self.attempt(act) is not None

    def _point_out(self, error: ValidationError) -> None:
        """Each sentence at its field where the form has one, else above the form."""
        by_field = error.message_dict if hasattr(error, "error_dict") else {"": error.messages}
        for name, sentences in by_field.items():
            self.add_error(name if name in self.fields else None, forms.ValidationError(sentences))

    def _asked(self, concern: Concern) -> Warned:
        return Warned(
            concern, self.reasons.get(concern.code, ""), was_asked=REASON + concern.code in self.data
        )


class ActForm(Acts, forms.Form):
    """A form whose fields become the arguments of one act."""


class ModelActForm(Acts, forms.ModelForm):  # type: ignore[type-arg]
    """The same, with the fields of a model."""


@dataclass(frozen=True)
class Problem:
    """One line of the summary above a form: what is wrong, and the id of the control to put it right."""

    sentence: str
    control: str


def problems_of(form: forms.BaseForm) -> list[Problem]:
    """Everything that keeps a form from being accepted, in the order of the page."""
    general = [Problem(str(sentence), f"{_form_id(form)}_errors") for sentence in form.non_field_errors()]
    in_fields = [problem for field in form for problem in _problems_at(field)]
    warned = [Problem(str(each.concern.sentence), f"id_{each.name}") for each in getattr(form, "warned", ())]
    return general + in_fields + warned


def _problems_at(field: forms.BoundField) -> Iterator[Problem]:
    for error in field.errors.as_data():
        sentence = (
            _("Not answered yet: “%(label)s”") if error.code == "required" else _("%(label)s — %(sentence)s")
        )
        given = {"label": field.label, "sentence": " ".join(error.messages)}
        yield Problem(sentence % given, first_control(field))


def first_control(field: forms.BoundField) -> str:
    """The id a link must lead to so that typing can start: the first box or radio, or the control itself."""
    several = isinstance(
        field.field.widget, forms.MultiWidget | forms.RadioSelect | forms.CheckboxSelectMultiple
    )
    return f"{field.auto_id}_0" if several else field.id_for_label


def as_typed(
    form_class: "type[forms.Form | forms.ModelForm[Any]]", fields: Mapping[str, Any]
) -> dict[str, Any]:
    """First values for a fresh form from what a draft kept: what was typed, impossible dates included."""
    kept = MultiValueDict(
        {name: value if isinstance(value, list) else [value] for name, value in fields.items()}
    )
    return {
        name: field.widget.value_from_datadict(kept, MultiValueDict(), name)
        for name, field in form_class.base_fields.items()
        if not field.widget.value_omitted_from_data(kept, MultiValueDict(), name) or name in kept
    }


def _check_now() -> None:
    """Both words in one trip: what is deferred is checked, and what follows is deferred again."""
    with connection.cursor() as cursor:
        cursor.execute("DO $$ BEGIN SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED; END $$")


def _form_id(form: forms.BaseForm) -> str:
    return form.prefix or "form"
