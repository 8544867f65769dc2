"""Addresses of the pages that combine."""

from django.urls import path

from vatra.desk.views import access_log, day, family, file, find, timeline, unit

app_name = "desk"
urlpatterns = [
    path("", day.my_day, name="my_day"),
    path("find/", find.find, name="find"),
    path("units/<int:pk>/children/", unit.unit_children, name="unit_children"),
    path("files/<str:reference>/", file.file, name="file"),
    path("files/<str:reference>/timeline/", timeline.timeline, name="timeline"),
    path("files/<str:reference>/family/", family.family, name="family"),
    path("files/<str:reference>/readers/", access_log.access_log, name="access_log"),
]
