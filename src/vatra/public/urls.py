"""Addresses of the public site: every one begins with its language."""

from django.urls import path

from vatra.public.views import front, results, surveys

app_name = "public"
urlpatterns = [
    path("<slug:language>/", front.front, name="front"),
    path("<slug:language>/survey/<slug:slug>/", surveys.survey, name="survey"),
    path("<slug:language>/survey/<slug:slug>/thanks/", surveys.survey_thanks, name="survey_thanks"),
    path("<slug:language>/results/", results.results, name="results"),
    path("<slug:language>/results/<slug:slug>/", results.result, name="result"),
]
