"""Addresses of the public site: every one begins with its language."""

from django.urls import path

from vatra.public.views import asks, campaigns, front
from vatra.public.views import front, signing
from vatra.public.views import events, front, letters, press
from vatra.public.views import front, results, surveys

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
    path("<slug:language>/write/<slug:slug>/", letters.write, name="write"),
    path("<slug:language>/look-into-your-mail/", letters.look_into_your_mail, name="look_into_your_mail"),
    path("<slug:language>/confirm-letter/<str:token>/", letters.confirm_letter, name="confirm_letter"),
    path("<slug:language>/did-they-answer/<str:token>/", letters.did_they_answer, name="did_they_answer"),
    path("<slug:language>/answers/", letters.answers, name="answers"),
    path("<slug:language>/events/", events.events, name="events"),
    path("<slug:language>/events/<slug:slug>/", events.event, name="event"),
    path("<slug:language>/events.ics", events.calendar, name="calendar"),
    path("<slug:language>/confirm-place/<str:token>/", events.confirm_place, name="confirm_place"),
    path("<slug:language>/press/", press.press, name="press"),
    path("<slug:language>/press/<slug:slug>/", press.conference, name="conference"),
    path("<slug:language>/press/<slug:slug>/files/<int:pk>/", press.file, name="press_file"),
    path("<slug:language>/survey/<slug:slug>/", surveys.survey, name="survey"),
    path("<slug:language>/survey/<slug:slug>/thanks/", surveys.survey_thanks, name="survey_thanks"),
    path("<slug:language>/results/", results.results, name="results"),
    path("<slug:language>/results/<slug:slug>/", results.result, name="result"),
]
