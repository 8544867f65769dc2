"""Addresses of questions and decisions."""

from django.urls import path

from vatra.decisions.views import asking, issuing, weighing

app_name = "decisions"
urlpatterns = [
    path("files/<str:reference>/questions/new/", asking.new_question, name="ask"),
    path("questions/<int:pk>/", asking.question, name="question"),
    path("questions/<int:pk>/options/new/", asking.new_option, name="option"),
    path("questions/<int:pk>/participants/new/", asking.new_participant, name="participant"),
    path("questions/<int:pk>/separation/", weighing.separation, name="separation"),
    path("questions/<int:pk>/issue/", issuing.issue_decision, name="issue"),
    path("hearings/<int:pk>/", weighing.hearing, name="hearing"),
    path("options/<int:pk>/", weighing.weighing, name="weigh"),
    path("decisions/<int:pk>/", issuing.decision, name="decision"),
]
