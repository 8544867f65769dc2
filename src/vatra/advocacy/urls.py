"""Addresses of advocacy, for staff."""

from django.urls import URLPattern

from vatra.advocacy.addresses import asks, campaigns, institutions

app_name = "advocacy"
urlpatterns: list[URLPattern] = [
    *campaigns.addresses,
    *institutions.addresses,
    *asks.addresses,
from vatra.advocacy.addresses import signing

app_name = "advocacy"
urlpatterns: list[URLPattern] = [
    *signing.addresses,
from vatra.advocacy.addresses import actions, media

app_name = "advocacy"
urlpatterns: list[URLPattern] = [
    *actions.addresses,
    *media.addresses,
from vatra.advocacy.addresses import awareness, evaluation

app_name = "advocacy"
urlpatterns: list[URLPattern] = [
    *awareness.addresses,
    *evaluation.addresses,
]
