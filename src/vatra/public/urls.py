"""Addresses of the public site: every page begins with its language."""

from django.urls import path

from vatra.public.views import care, crawl, foster, front, helping, news, preview, text

app_name = "public"
# Programs ask for these without a language.
PLAIN = {"language": "en"}
urlpatterns = [
    path("robots.txt", crawl.robots, PLAIN, name="robots"),
    path("sitemap.xml", crawl.sitemap, PLAIN, name="sitemap"),
    path("site/pages/<slug:slug>/editions/<int:number>/<slug:language>/", preview.preview, name="preview"),
    path("<slug:language>/", front.front, name="front"),
    path("<slug:language>/help/", helping.help_page, name="help"),
    path("<slug:language>/help/worry/", helping.worry, name="worry"),
    path("<slug:language>/help/told/", helping.worry_told, name="worry_told"),
    path("<slug:language>/foster/", foster.foster, name="foster"),
    path("<slug:language>/foster/ask/", foster.ask_to_foster, name="ask_to_foster"),
    path("<slug:language>/foster/asked/", foster.foster_asked, name="foster_asked"),
    path("<slug:language>/forms-of-care/", care.forms_of_care, name="forms_of_care"),
    path("<slug:language>/forms-of-care/<slug:form>/", care.form_of_care, name="form_of_care"),
    path("<slug:language>/news/", news.news_list, name="news"),
    path("<slug:language>/news/rss.xml", news.rss, name="rss"),
    path("<slug:language>/news/atom.xml", news.atom, name="atom"),
    path("<slug:language>/news/<slug:slug>/", news.news_item, name="news_item"),
    path("<slug:language>/contact/", text.contact, name="contact"),
    path("<slug:language>/privacy/", text.privacy, name="privacy"),
    # Last: whatever no other page answers to is looked for among the texts.
    path("<slug:language>/<slug:slug>/", text.text, name="text"),
]
