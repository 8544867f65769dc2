"""Addresses of the public site: every one begins with its language."""

from django.urls import path

from vatra.public.views import asks, campaigns, front
from vatra.public.views import front, signing

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
    path("<slug:language>/sign/", signing.sheets, name="sheets"),
    path("<slug:language>/sign/<slug:slug>/", signing.sheet, name="sheet"),
    path("<slug:language>/sign/<slug:slug>/sent/", signing.sheet_sent, name="sheet_sent"),
    path("<slug:language>/sign/<slug:slug>/proof/", signing.proof, name="proof"),
    path("<slug:language>/sign/<slug:slug>/confirmed/", signing.sheet_confirmed, name="sheet_confirmed"),
    path("<slug:language>/sign/<slug:slug>/erased/", signing.sheet_erased, name="sheet_erased"),
    path("<slug:language>/sign/<slug:slug>/confirm/<slug:word>/", signing.confirm, name="confirm_signature"),
    path("<slug:language>/sign/<slug:slug>/own/<slug:word>/", signing.own_signature, name="own_signature"),
]
