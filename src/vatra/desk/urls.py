"""Addresses of the pages that combine."""

from django.urls import path

from vatra.desk.views import (
    access_log,
    belonging,
    calendar,
    day,
    family,
    feed,
    file,
    find,
    guardianship,
    late,
    timeline,
    unit,
)
from vatra.desk.views.waiting import waiting

app_name = "desk"
urlpatterns = [
    path("", day.my_day, name="my_day"),
    path("find/", find.find, name="find"),
    path("late/", late.late, name="late"),
    path("waiting/", waiting, name="waiting"),
    path("calendar/", calendar.this_month, name="calendar"),
    path("calendar/feed/", feed.my_feed, name="my_feed"),
    path("calendar/<int:year>/<int:month>/", calendar.month, name="month"),
    path("calendar/<int:year>/<int:month>/<int:day>/", calendar.day, name="day"),
    path("calendar/<str:secret>.ics", feed.feed, name="feed"),
    path("units/<int:pk>/children/", unit.unit_children, name="unit_children"),
    path("units/<int:pk>/week/", calendar.week, name="week"),
    path("units/<int:pk>/belonging/", belonging.belonging, name="belonging"),
    path("units/<int:pk>/belonging/<slug:what>/", belonging.children_without, name="children_without"),
    path("files/<str:reference>/", file.file, name="file"),
    path("files/<str:reference>/timeline/", timeline.timeline, name="timeline"),
    path("files/<str:reference>/family/", family.family, name="family"),
    path("files/<str:reference>/guardianship/", guardianship.guardianship, name="guardianship"),
    path("files/<str:reference>/readers/", access_log.access_log, name="access_log"),
]
