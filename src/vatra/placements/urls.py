"""Addresses of placements."""

from django.urls import path

from vatra.placements import views

app_name = "placements"
urlpatterns = [
    path("outcomes/<int:pk>/place/", views.place_child, name="place"),
    path("outcomes/<int:pk>/return/", views.return_child_home, name="return_home"),
    path("placements/<int:pk>/end/", views.end_stay, name="end"),
    path("placements/<int:pk>/away/", views.away, name="absence"),
    path("absences/<int:pk>/back/", views.back, name="back"),
]
