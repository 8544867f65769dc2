"""The texts of the site in a template; `{% load site_texts %}`."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from vatra.advocacy.site.markup import as_page
from vatra.kernel.in_languages import Wording

register = template.Library()


@register.simple_tag
def text(words: Wording) -> SafeString:
    """A text with its headings and lists; where it is not translated yet, marked with the language it is in."""
    page = as_page(str(words))
    if words.spoken == get_language():
        return page
    return format_html('<div lang="{}">{}</div>', words.spoken, page)
