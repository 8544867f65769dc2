"""Addresses of the public site: every one begins with its language."""

from django.urls import path

from vatra.public.views import events, front, letters, press

app_name = "public"
urlpatterns = [
    path("<slug:language>/", front.front, name="front"),
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
]
