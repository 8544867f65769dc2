"""Addresses about homes and enquiries."""

from django.urls import path

from vatra.homes.views import enquiry, home

app_name = "homes"
urlpatterns = [
    path("homes/", home.homes, name="homes"),
    path("homes/new/", home.new_home, name="new_home"),
    path("homes/<int:pk>/", home.home, name="home"),
    path("enquiries/", enquiry.enquiries, name="enquiries"),
    path("enquiries/forms/", enquiry.enquiry_funnel, name="enquiry_funnel"),
    path("enquiries/forgetting/", enquiry.forget_enquiries, name="forget_enquiries"),
    path("enquiries/<int:pk>/", enquiry.enquiry, name="enquiry"),
    path("enquiries/<int:pk>/step/", enquiry.enquiry_step, name="enquiry_step"),
    path("enquiries/<int:pk>/home/", enquiry.tie_enquiry, name="tie_enquiry"),
]
