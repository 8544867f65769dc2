"""Addresses about a child's guardian, legal status, proceedings, sealed envelopes and clocks."""

from django.urls import path

from vatra.law import views
from vatra.law.views import envelopes, in_proceeding, proceedings
from vatra.law.views.legal_status import correct_legal_status, end_legal_status

app_name = "law"
urlpatterns = [
    path("files/<str:reference>/guardian/", views.guardian, name="guardian"),
    path("guardianships/<int:pk>/end/", views.end_guardianship, name="end_guardianship"),
    path("files/<str:reference>/legal-status/", views.legal_status, name="legal_status"),
    path("legal-statuses/<int:pk>/end/", end_legal_status, name="end_legal_status"),
    path("legal-statuses/<int:pk>/correct/", correct_legal_status, name="correct_legal_status"),
    path("files/<str:reference>/proceedings/", proceedings.proceedings, name="proceedings"),
    path("files/<str:reference>/proceedings/new/", proceedings.open_proceeding, name="open_proceeding"),
    path("proceedings/<int:pk>/", proceedings.proceeding, name="proceeding"),
    path("proceedings/<int:pk>/steps/new/", in_proceeding.plan_step, name="plan_step"),
    path("proceedings/<int:pk>/parties/new/", in_proceeding.add_party, name="add_party"),
    path("proceedings/<int:pk>/documents/new/", in_proceeding.ask_for_document, name="ask_for_document"),
    path("proceedings/<int:pk>/blockers/new/", in_proceeding.block_proceeding, name="block_proceeding"),
    path("proceedings/<int:pk>/close/", in_proceeding.close_proceeding, name="close_proceeding"),
    path("legal-steps/<int:pk>/", in_proceeding.take_step, name="take_step"),
    path("legal-steps/<int:pk>/put-off/", in_proceeding.put_off_hearing, name="put_off_hearing"),
    path("legal-steps/<int:pk>/correct/", in_proceeding.correct_step, name="correct_step"),
    path("legal-steps/<int:pk>/in-proceeding/", proceedings.step, name="step"),
    path("documents-asked/<int:pk>/", in_proceeding.receive_document, name="receive_document"),
    path("blockers/<int:pk>/", in_proceeding.unblock_proceeding, name="unblock_proceeding"),
    path("files/<str:reference>/envelopes/", envelopes.envelopes, name="envelopes"),
    path("files/<str:reference>/envelopes/new/", envelopes.seal_envelope, name="seal_envelope"),
    path("envelopes/<int:pk>/ask/", envelopes.ask_to_open, name="ask_to_open"),
    path("envelope-openings/<int:pk>/agree/", envelopes.agree_to_open, name="agree_to_open"),
    path("envelope-openings/<int:pk>/refuse/", envelopes.refuse_opening, name="refuse_opening"),
    path("envelope-openings/<int:pk>/", envelopes.envelope_opened, name="open_envelope"),
    path("files/<str:reference>/duties/<slug:rule>/<str:ref>/stop/", views.stop_clock, name="stop_clock"),
    path("files/<str:reference>/stopped-clocks/<int:pk>/", views.resume_clock, name="resume_clock"),
    path("files/<str:reference>/legal-path/", views.legal_path, name="legal_path"),
    path("files/<str:reference>/legal-path/new/", views.record_path_event, name="record_path_event"),
    path("path-events/<int:pk>/correct/", views.correct_path_event, name="correct_path_event"),
]
