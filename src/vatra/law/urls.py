"""Addresses about a child's guardian, legal status and clocks."""

from django.urls import path

from vatra.law import views

app_name = "law"
urlpatterns = [
    path("files/<str:reference>/guardian/", views.guardian, name="guardian"),
    path("guardianships/<int:pk>/end/", views.end_guardianship, name="end_guardianship"),
    path("files/<str:reference>/legal-status/", views.legal_status, name="legal_status"),
    path("files/<str:reference>/duties/<slug:rule>/<str:ref>/stop/", views.stop_clock, name="stop_clock"),
    path("files/<str:reference>/stopped-clocks/<int:pk>/", views.resume_clock, name="resume_clock"),
]
