"""A field as a page shows it: its words, a hint, what is wrong, the control."""

from django.forms import BoundField
from django.utils.translation import gettext as _

from vatra.kernel.controls import attribute, in_markup


def field_group(field: BoundField, *, is_filter: bool = False) -> str:
    """The whole of one field; where a list is filtered nobody has to be told that an answer is optional."""
    wrong = errors_at(field)
    broken = " govuk-form-group--error" if wrong else ""
    around = f"{_hint(field)}{wrong}"
    if field.widget_type == "checkbox":
        inside = _ticked(field, around)
    elif field.use_fieldset:
        inside = _asked_of_several(field, _words(field, is_filter=is_filter), around)
    else:
        target = attribute("for", field.id_for_label)
        words = _words(field, is_filter=is_filter)
        inside = f'<label class="govuk-label govuk-label--s"{target}>{words}</label>\n{around}{field}'
    return f'<div class="govuk-form-group{broken}">\n{inside}\n</div>'


def error_sentence(sentence: object) -> str:
    """One sentence about what is wrong, said to be an error where colour does not say it."""
    sign = _("Error:")
    said = f'<span class="govuk-visually-hidden">{sign}</span> {in_markup(sentence)}'
    return f'<p class="govuk-error-message">{said}</p>'


def errors_at(field: BoundField) -> str:
    """What is wrong with the answer, or nothing."""
    sentences = "".join(error_sentence(error) for error in field.errors)
    return f'<div id="{field.auto_id}_error">{sentences}</div>\n' if sentences else ""


def _hint(field: BoundField) -> str:
    """The hint may hold markup of ours, such as a link."""
    return (
        f'<div class="govuk-hint" id="{field.auto_id}_helptext">{field.help_text}</div>\n'
        if field.help_text
        else ""
    )


def _words(field: BoundField, *, is_filter: bool) -> str:
    label = in_markup(field.label)
    if field.field.required or getattr(field.field, "is_drafted", False) or is_filter:
        return label
    return _('%(label)s <span class="vatra-optional">(optional)</span>') % {"label": label}


def _ticked(field: BoundField, around: str) -> str:
    """One box to tick: the words follow the box."""
    words = f'<label class="govuk-label govuk-checkboxes__label"{attribute("for", field.id_for_label)}>'
    item = f'<div class="govuk-checkboxes__item">\n{field}{words}{in_markup(field.label)}</label>\n</div>'
    return f'{around}<div class="govuk-checkboxes" data-module="govuk-checkboxes">{item}</div>'


def _asked_of_several(field: BoundField, words: str, around: str) -> str:
    """Several controls under one question."""
    described = attribute("aria-describedby", field.aria_describedby or "")
    legend = f'<legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{words}</legend>'
    return f'<fieldset class="govuk-fieldset"{described}>\n{legend}\n{around}{field}\n</fieldset>'
