"""The parts pages are put together from; `{% load components %}`."""

from datetime import date, datetime
from typing import Any

from django import forms, template
from django.template.loader import render_to_string
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from vatra.kernel.days_in_words import in_words, machine_readable
from vatra.kernel.forms import problems_of
from vatra.kernel.in_languages import Wording
from vatra.kernel.partial import PartialDate

register = template.Library()

Day = date | datetime | PartialDate

# Kind: GOV.UK's colour class, a sign that needs no colour, the words.
MARKS = {
    "unverified": ("govuk-tag--yellow", "?", _("Unverified")),
    "late": ("govuk-tag--red", "!", _("Late")),
    "today": ("govuk-tag--orange", "●", _("Due today")),
    "stopped": ("govuk-tag--grey", "‖", _("Stopped")),
    "done": ("govuk-tag--green", "✓", _("Done")),
    "draft": ("govuk-tag--grey", "…", _("Draft")),
    "new": ("govuk-tag--blue", "+", _("New")),
    "current": ("govuk-tag--green", "→", _("Now")),
}


@register.filter
def day(when: Day | None) -> str:
    """A day, moment or partial date in words; nothing for nothing."""
    return in_words(when) if when else ""


@register.simple_tag
def mark(kind: str, words: Any = "") -> SafeString:
    """A tag that says its state in words and with a sign, never by colour alone."""
    colour, sign, usual_words = MARKS[kind]
    return render_to_string(
        "vatra/components/mark.html", {"colour": colour, "sign": sign, "words": words or usual_words}
    )


@register.inclusion_tag("vatra/components/error_summary.html")
def error_summary(*several: forms.BaseForm) -> dict[str, Any]:
    """What is wrong with these forms, each line a link to the control."""
    problems = [problem for form in several for problem in problems_of(form)]
    return {"problems": problems, "only_warned": not any(form.errors for form in several)}


@register.simple_block_tag
def fact(content: SafeString, label: Any, *, change: str = "") -> SafeString:
    """One row of a summary list."""
    given = {"content": content, "label": label, "change": change}
    return render_to_string("vatra/components/fact.html", given)


@register.simple_block_tag
def cell(content: SafeString, heading: Any, *, numeric: bool = False) -> SafeString:
    """A cell of a stacked table: on a phone its heading stands before it, as the rows lose their columns there."""
    given = {"content": content, "heading": heading, "numeric": numeric}
    return render_to_string("vatra/components/cell.html", given)


@register.simple_block_tag
def card(content: SafeString, title: Any, *, url: str = "", action: Any = "") -> SafeString:
    """One answer of the at-one-look grid."""
    given = {"content": content, "title": title, "url": url, "action": action}
    return render_to_string("vatra/components/card.html", given)


@register.simple_block_tag
def entry(content: SafeString, title: Any, *, on: Day | None = None, by: Any = "") -> SafeString:
    """One thing that happened, in a timeline."""
    given = {"content": content, "title": title, "by": by}
    return render_to_string("vatra/components/entry.html", {**given, **_when(on)})


@register.simple_block_tag
def details(content: SafeString, summary: Any) -> SafeString:
    """Something for those who want to know more."""
    return render_to_string("vatra/components/details.html", {"content": content, "summary": summary})


@register.simple_block_tag
def words(
    content: SafeString, *, by: Any = "", on: Day | None = None, language: Any = "", lang: str = ""
) -> SafeString:
    """What somebody said, in their own words; `lang` is the code that lets a screen reader pronounce it."""
    given = {"content": content, "by": by, "language": language, "lang": lang}
    return render_to_string("vatra/components/words.html", {**given, **_when(on)})


def _when(on: Day | None) -> dict[str, str]:
    return {"when": in_words(on) if on else "", "machine_when": machine_readable(on) if on else ""}


@register.simple_tag
def said(words: Wording) -> SafeString:
    """Words in the language of the page; where they are not translated yet, marked with the language they are in."""
    if words.spoken == get_language():
        return conditional_escape(str(words))
    return format_html('<span lang="{}">{}</span>', words.spoken, words)
