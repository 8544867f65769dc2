"""Addresses about a child's guardian and legal status."""

from django.urls import path

from vatra.law import views

app_name = "law"
urlpatterns = [
    path("files/<str:reference>/guardian/", views.guardian, name="guardian"),
    path("guardianships/<int:pk>/end/", views.end_guardianship, name="end_guardianship"),
    path("files/<str:reference>/legal-status/", views.legal_status, name="legal_status"),
]
