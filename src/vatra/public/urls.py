"""Addresses of the public site: every page begins with its language."""

from django.urls import include, path, register_converter

from vatra.public.languages import LanguageOfAddress
from vatra.public.views import (
    asks,
    campaigns,
    care,
    crawl,
    events,
    foster,
    front,
    helping,
    letters,
    news,
    press,
    preview,
    results,
    signing,
    surveys,
    text,
)

app_name = "public"
register_converter(LanguageOfAddress, "language")
# Programs ask for these without a language.
PLAIN = {"language": "en"}
in_language = [
    path("", front.front, name="front"),
    path("campaigns/", campaigns.campaigns, name="campaigns"),
    path("campaigns/<slug:slug>/", campaigns.campaign, name="campaign"),
    path("asks/", asks.asks, name="asks"),
    path("asks/updates.atom", asks.updates, name="ask_updates"),
    path("asks/asks.csv", asks.asks_csv, name="asks_csv"),
    path("asks/scorecard.pdf", asks.asks_scorecard, name="asks_scorecard"),
    path("asks/<slug:slug>/", asks.ask, name="ask"),
    path("sign/", signing.sheets, name="sheets"),
    path("sign/<slug:slug>/", signing.sheet, name="sheet"),
    path("sign/<slug:slug>/sent/", signing.sheet_sent, name="sheet_sent"),
    path("sign/<slug:slug>/proof/", signing.proof, name="proof"),
    path("sign/<slug:slug>/confirmed/", signing.sheet_confirmed, name="sheet_confirmed"),
    path("sign/<slug:slug>/erased/", signing.sheet_erased, name="sheet_erased"),
    path("sign/<slug:slug>/confirm/<slug:word>/", signing.confirm, name="confirm_signature"),
    path("sign/<slug:slug>/own/<slug:word>/", signing.own_signature, name="own_signature"),
    path("write/<slug:slug>/", letters.write, name="write"),
    path("look-into-your-mail/", letters.look_into_your_mail, name="look_into_your_mail"),
    path("confirm-letter/<str:token>/", letters.confirm_letter, name="confirm_letter"),
    path("did-they-answer/<str:token>/", letters.did_they_answer, name="did_they_answer"),
    path("answers/", letters.answers, name="answers"),
    path("events/", events.events, name="events"),
    path("events/<slug:slug>/", events.event, name="event"),
    path("events.ics", events.calendar, name="calendar"),
    path("confirm-place/<str:token>/", events.confirm_place, name="confirm_place"),
    path("press/", press.press, name="press"),
    path("press/<slug:slug>/", press.conference, name="conference"),
    path("press/<slug:slug>/files/<int:pk>/", press.file, name="press_file"),
    path("survey/<slug:slug>/", surveys.survey, name="survey"),
    path("survey/<slug:slug>/thanks/", surveys.survey_thanks, name="survey_thanks"),
    path("results/", results.results, name="results"),
    path("results/<slug:slug>/", results.result, name="result"),
    path("help/", helping.help_page, name="help"),
    path("help/worry/", helping.worry, name="worry"),
    path("help/told/", helping.worry_told, name="worry_told"),
    path("foster/", foster.foster, name="foster"),
    path("foster/ask/", foster.ask_to_foster, name="ask_to_foster"),
    path("foster/asked/", foster.foster_asked, name="foster_asked"),
    path("forms-of-care/", care.forms_of_care, name="forms_of_care"),
    path("forms-of-care/<slug:form>/", care.form_of_care, name="form_of_care"),
    path("news/", news.news_list, name="news"),
    path("news/rss.xml", news.rss, name="rss"),
    path("news/atom.xml", news.atom, name="atom"),
    path("news/<slug:slug>/", news.news_item, name="news_item"),
    path("contact/", text.contact, name="contact"),
    path("privacy/", text.privacy, name="privacy"),
    # Last: whatever no other page answers to is looked for among the texts.
    path("<slug:slug>/", text.text, name="text"),
]
urlpatterns = [
    # First what thousands ask for at once.
    path("<language:language>/", include(in_language)),
    path("robots.txt", crawl.robots, PLAIN, name="robots"),
    path("sitemap.xml", crawl.sitemap, PLAIN, name="sitemap"),
    path(
        "site/pages/<slug:slug>/editions/<int:number>/<language:language>/", preview.preview, name="preview"
    ),
]
