"""Addresses of advocacy, for staff."""

from django.urls import URLPattern

from vatra.advocacy.addresses import actions, media

app_name = "advocacy"
urlpatterns: list[URLPattern] = [
    *actions.addresses,
    *media.addresses,
]
