"""Addresses of advocacy, for staff."""

from django.urls import URLPattern

from vatra.advocacy.addresses import (
    actions,
    asks,
    awareness,
    campaigns,
    evaluation,
    institutions,
    media,
    signing,
    site,
)

app_name = "advocacy"
urlpatterns: list[URLPattern] = [
    *campaigns.addresses,
    *institutions.addresses,
    *asks.addresses,
    *signing.addresses,
    *actions.addresses,
    *media.addresses,
    *awareness.addresses,
    *evaluation.addresses,
    *site.addresses,
]
