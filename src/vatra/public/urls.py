"""Addresses of the public site: every one begins with its language."""

from django.urls import path

from vatra.public.views import front

app_name = "public"
urlpatterns = [
    path("<slug:language>/", front.front, name="front"),
]
