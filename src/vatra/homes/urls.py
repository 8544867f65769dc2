"""Addresses about homes."""

from django.urls import path

from vatra.homes import views

app_name = "homes"
urlpatterns = [
    path("homes/", views.homes, name="homes"),
    path("homes/new/", views.new_home, name="new_home"),
    path("homes/<int:pk>/", views.home, name="home"),
]
