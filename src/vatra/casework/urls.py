"""Addresses of casework."""

from django.urls import path

from vatra.casework.views import concerns, drafts, entries, family, files, plans, reviews, support

app_name = "casework"
urlpatterns = [
    path("concerns/", concerns.concerns, name="concerns"),
    path("concerns/new/", concerns.new_concern, name="new_concern"),
    path("concerns/<int:pk>/", concerns.concern, name="concern"),
    path("concerns/<int:pk>/answer/", concerns.answer_concern, name="answer_concern"),
    path("concerns/<int:pk>/children/", concerns.name_children, name="name_children"),
    path("concerns/<int:pk>/files/", concerns.open_files, name="open_files"),
    path("files/<str:reference>/family/new/", family.add_relative, name="add_relative"),
    path("files/<str:reference>/household/", family.join_household, name="join_household"),
    path("files/<str:reference>/causes/new/", support.name_cause, name="name_cause"),
    path("causes/<int:pk>/settled/", support.settle_cause, name="settle_cause"),
    path("files/<str:reference>/support/new/", support.new_support, name="new_support"),
    path("files/<str:reference>/assessments/new/", entries.new_assessment, name="new_assessment"),
    path("files/<str:reference>/plans/new/", plans.new_plan, name="new_plan"),
    path("goals/<int:pk>/", plans.goal, name="goal"),
    path("files/<str:reference>/visits/new/", entries.new_visit, name="new_visit"),
    path("files/<str:reference>/contacts/new/", entries.new_contact, name="new_contact"),
    path("files/<str:reference>/reviews/new/", entries.new_review, name="new_review"),
    path("files/<str:reference>/reviews/plan/", reviews.plan_review, name="plan_review"),
    path("reviews/planned/<int:pk>/", reviews.planned_review, name="planned_review"),
    path("reviews/planned/<int:pk>/hold/", reviews.hold_review, name="hold_review"),
    path("reviews/planned/<int:pk>/missed/", reviews.review_did_not_take_place, name="missed_review"),
    path("reviews/<int:pk>/minutes/<slug:language>/", reviews.minutes, name="minutes"),
    path("files/<str:reference>/notes/new/", entries.new_note, name="new_note"),
    path("entries/<str:kind>/<int:pk>/", entries.entry, name="entry"),
    path("entries/<str:kind>/<int:pk>/correct/", entries.correct, name="correct"),
    path("files/<str:reference>/hand-over/", files.hand_over, name="hand_over"),
    path("files/<str:reference>/close/", files.close_file, name="close_file"),
    path("drafts/<str:purpose>/<path:key>/discard/", drafts.discard, name="discard_draft"),
    path("drafts/<str:purpose>/<path:key>/", drafts.autosave, name="autosave"),
]
