"""What the templates of single controls share; `{% load controls %}`."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

# The class stands in the template, and the error sentence beside the control says more than aria-invalid.
_SAID_ELSEWHERE = frozenset({"class", "aria-invalid"})


@register.filter
def attributes(attrs: Mapping[str, Any]) -> SafeString:
    """A control's attributes, each with a space before it; in Python, because a page has hundreds of controls."""
    return mark_safe(  # noqa: S308 - every value is escaped
        "".join(
            f" {name}" if value is True else f' {name}="{conditional_escape(value)}"'
            for name, value in attrs.items()
            if value is not False and name not in _SAID_ELSEWHERE
        )
    )
