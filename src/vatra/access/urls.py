"""Addresses of staff, units, and one's own account."""

from django.urls import path

from vatra.access.views import accounts, appointments, mine, second_factors, staff, units

app_name = "access"
urlpatterns = [
    path("my-account/", mine.my_account, name="my_account"),
    path("my-account/mails/", mine.my_mails, name="my_mails"),
    path("staff/", staff.staff, name="staff"),
    path("staff/new/", accounts.new_account, name="new_account"),
    path("staff/<int:pk>/", staff.person, name="person"),
    path("staff/<int:pk>/appointments/new/", appointments.new_appointment, name="new_appointment"),
    path("staff/<int:pk>/password/", accounts.new_password, name="new_password"),
    path("staff/<int:pk>/suspend/", accounts.suspend, name="suspend"),
    path("staff/<int:pk>/resume/", accounts.resume, name="resume"),
    path("staff/<int:pk>/second-factor/", second_factors.remove_second_factor, name="remove_second_factor"),
    path("appointments/<int:pk>/end/", appointments.end, name="end_appointment"),
    path("units/", units.units, name="units"),
    path("units/new/", units.new_unit, name="new_unit"),
    path("units/<int:pk>/close/", units.close, name="close_unit"),
]
