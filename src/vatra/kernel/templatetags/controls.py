"""Single fields on a page; `{% load controls %}`."""

from django import template
from django.forms import BoundField
from django.utils.safestring import SafeString, mark_safe

from vatra.kernel.field_group import field_group

register = template.Library()


@register.simple_tag
def filter_field(field: BoundField) -> SafeString:
    """A field by which a list is filtered: every answer is optional, and nobody has to be told."""
    return mark_safe(field_group(field, is_filter=True))  # noqa: S308 - what people typed is escaped there
