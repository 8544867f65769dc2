"""Addresses about imports."""

from django.urls import path

from vatra.exchange import views

app_name = "exchange"
urlpatterns = [
    path("imports/", views.imports, name="imports"),
    path("imports/<int:pk>/", views.import_run, name="import_run"),
    path("files/<str:reference>/imported/", views.child_records, name="child_records"),
]
