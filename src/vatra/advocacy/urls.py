"""Addresses of advocacy, for staff."""

from django.urls import URLPattern

from vatra.advocacy.addresses import awareness, evaluation

app_name = "advocacy"
urlpatterns: list[URLPattern] = [
    *awareness.addresses,
    *evaluation.addresses,
]
