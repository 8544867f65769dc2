"""Figures in sentences; `{% load figures %}`."""

from django import template

from vatra.advocacy.in_figures import signed

register = template.Library()
register.filter("signed", signed)
