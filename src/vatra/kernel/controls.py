"""The markup of single controls, GOV.UK's; in Python, because a page has hundreds and a template takes ten times as long."""

from collections.abc import Callable, Iterator, Mapping
from html import escape
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

Context = Mapping[str, Any]

# The class stands in the markup, and the error sentence beside the control says more than aria-invalid.
_SAID_ELSEWHERE = frozenset({"class", "aria-invalid"})


def in_markup(words: object) -> str:
    """Words as they may stand in a page: escaped, unless they are markup of ours."""
    text = str(words)
    return text if isinstance(text, SafeString) else escape(text)


def attribute(name: str, value: str) -> str:
    """An attribute with a space before it, or nothing for nothing."""
    return f' {name}="{escape(value)}"' if value else ""


def _attributes(attrs: Mapping[str, Any]) -> str:
    return "".join(
        f" {name}" if value is True else f' {name}="{escape(str(value))}"'
        for name, value in attrs.items()
        if value is not False and name not in _SAID_ELSEWHERE
    )


def _classes(kind: str, widget: Context) -> str:
    own = widget["attrs"].get("class")
    return f' class="{kind} {escape(own)}"' if own else f' class="{kind}"'


def _given(widget: Context) -> str:
    """Name, value and the attributes that a widget gives its control."""
    value = "" if widget["value"] is None else f' value="{escape(str(widget["value"]))}"'
    return f' name="{escape(widget["name"])}"{value}{_attributes(widget["attrs"])}'


def line(widget: Context) -> str:
    """One line to write in, a file to choose, or something carried along unseen."""
    kind = widget["type"]
    if kind == "hidden":
        return f'<input type="hidden"{_given(widget)}>'
    classes = _classes("govuk-file-upload" if kind == "file" else "govuk-input", widget)
    return f'<input{classes} type="{kind}"{_given(widget)}>'


def text_area(widget: Context) -> str:
    """Several lines to write in."""
    given = (
        f'{_classes("govuk-textarea", widget)} name="{escape(widget["name"])}"{_attributes(widget["attrs"])}'
    )
    return f"<textarea{given}>\n{escape(str(widget['value'] or ''))}</textarea>"


def tick(widget: Context) -> str:
    """A box to tick, without its words."""
    return f'<input class="govuk-checkboxes__input" type="checkbox"{_given(widget)}>'


def estimate(widget: Context) -> str:
    """The tick for a date that is only believed."""
    words = _label("govuk-label govuk-checkboxes__label", widget["attrs"], _("This is an estimate"))
    item = f'<div class="govuk-checkboxes__item">{tick(widget)}{words}</div>'
    return f'<div class="govuk-checkboxes govuk-checkboxes--small vatra-estimated">{item}</div>'


def box(widget: Context) -> str:
    """One of the boxes of a date, under its words."""
    words = _label("govuk-label govuk-date-input__label", widget["attrs"], widget["label"])
    return f'<div class="govuk-date-input__item">{words}\n{line(widget)}</div>'


def day(widget: Context) -> str:
    """The boxes of a date side by side."""
    boxes = "\n".join(DRAWN[each["template_name"]](each) for each in widget["subwidgets"])
    return f'<div class="govuk-date-input"{attribute("id", widget["attrs"].get("id", ""))}>\n{boxes}\n</div>'


def in_languages(widget: Context) -> str:
    """One control for each language of the site, under the language's own name."""
    controls = "\n".join(_in_one_language(each) for each in widget["subwidgets"])
    return f'<div class="vatra-in-languages"{attribute("id", widget["attrs"].get("id", ""))}>\n{controls}\n</div>'


def _in_one_language(widget: Context) -> str:
    label = _label("govuk-label", widget["attrs"], widget["label"])
    control = text_area(widget) if "rows" in widget["attrs"] else line(widget)
    return f'<div class="vatra-in-languages__one">{label}\n{control}</div>'


def select(widget: Context) -> str:
    """A list of which one line shows."""
    given = (
        f'{_classes("govuk-select", widget)} name="{escape(widget["name"])}"{_attributes(widget["attrs"])}'
    )
    return f"<select{given}>{''.join(_lines(widget))}\n</select>"


def _lines(widget: Context) -> Iterator[str]:
    for group, options, _place in widget["optgroups"]:
        if group:
            yield f'\n  <optgroup label="{in_markup(group)}">'
        for option in options:
            rest = f"{_attributes(option['attrs'])}>{in_markup(option['label'])}"
            yield f'\n  <option value="{escape(str(option["value"]))}"{rest}</option>'
        if group:
            yield "\n  </optgroup>"


def radios(widget: Context) -> str:
    """Answers of which one is chosen."""
    return _answers("govuk-radios", widget)


def ticks(widget: Context) -> str:
    """Answers of which several may be chosen."""
    return _answers("govuk-checkboxes", widget)


def _answers(kind: str, widget: Context) -> str:
    number = attribute("id", widget["attrs"].get("id", ""))
    items = "".join(_items(kind, widget))
    return f'<div{_classes(kind, widget)} data-module="{kind}"{number}>{items}\n</div>'


def _items(kind: str, widget: Context) -> Iterator[str]:
    for group, options, _place in widget["optgroups"]:
        if group:
            yield f'\n  <p class="vatra-option-group">{in_markup(group)}</p>'
        for option in options:
            yield f'\n  <div class="{kind}__item">{_answer(kind, option)}</div>'


def _answer(kind: str, option: Context) -> str:
    given = f'type="{option["type"]}" name="{escape(option["name"])}" value="{escape(str(option["value"]))}"'
    words = _label(f"govuk-label {kind}__label", option["attrs"], option["label"])
    return f'<input class="{kind}__input" {given}{_attributes(option["attrs"])}>{words}'


def _label(classes: str, attrs: Mapping[str, Any], words: object) -> str:
    return f'<label class="{classes}"{attribute("for", attrs.get("id", ""))}>{in_markup(words)}</label>'


# By the name of the template that a library's widget, or one of ours, asks for.
DRAWN: Mapping[str, Callable[[Context], str]] = {
    **{
        f"django/forms/widgets/{kind}.html": line
        for kind in (
            "date",
            "email",
            "file",
            "hidden",
            "input",
            "number",
            "password",
            "search",
            "text",
            "url",
        )
    },
    "django/forms/widgets/checkbox.html": tick,
    "django/forms/widgets/checkbox_select.html": ticks,
    "django/forms/widgets/radio.html": radios,
    "django/forms/widgets/select.html": select,
    "django/forms/widgets/textarea.html": text_area,
    "vatra/forms/box.html": box,
    "vatra/forms/day.html": day,
    "vatra/forms/in_languages.html": in_languages,
    "vatra/forms/tick.html": estimate,
}
