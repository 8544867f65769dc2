"""Addresses of advocacy, for staff."""

from django.urls import URLPattern

from vatra.advocacy.addresses import site

app_name = "advocacy"
urlpatterns: list[URLPattern] = [
    *site.addresses,
]
