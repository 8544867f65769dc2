"""Addresses of the public site: every one begins with its language."""

from django.urls import path

from vatra.public.views import asks, campaigns, front

app_name = "public"
urlpatterns = [
    path("<slug:language>/", front.front, name="front"),
    path("<slug:language>/campaigns/", campaigns.campaigns, name="campaigns"),
    path("<slug:language>/campaigns/<slug:slug>/", campaigns.campaign, name="campaign"),
    path("<slug:language>/asks/", asks.asks, name="asks"),
    path("<slug:language>/asks/updates.atom", asks.updates, name="ask_updates"),
    path("<slug:language>/asks/asks.csv", asks.asks_csv, name="asks_csv"),
    path("<slug:language>/asks/scorecard.pdf", asks.asks_scorecard, name="asks_scorecard"),
    path("<slug:language>/asks/<slug:slug>/", asks.ask, name="ask"),
]
