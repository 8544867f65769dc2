"""Addresses of institutions and posts."""

from django.urls import URLPattern, path

from vatra.advocacy.views import answers, institutions

addresses: list[URLPattern] = [
    path("institutions/", institutions.institutions, name="institutions"),
    path("institutions/new/", institutions.enter_institution, name="enter_institution"),
    path("institutions/<int:pk>/", institutions.institution, name="institution"),
    path("institutions/<int:pk>/posts/new/", institutions.enter_post, name="enter_post"),
    path("institutions/<int:pk>/encounters/new/", answers.meet_institution, name="meet_institution"),
    path("posts/<int:pk>/", institutions.post, name="post"),
    path("posts/<int:pk>/change/", institutions.change_post, name="change_post"),
    path("posts/<int:pk>/terms/new/", institutions.begin_term, name="begin_term"),
    path("terms/<int:pk>/end/", institutions.end_term, name="end_term"),
    path("posts/<int:pk>/stances/new/", answers.record_stance, name="record_stance"),
    path("stances/<int:pk>/correct/", answers.correct_stance, name="correct_stance"),
    path("posts/<int:pk>/encounters/new/", answers.meet_post, name="meet_post"),
    path("encounters/<int:pk>/correct/", answers.correct_encounter, name="correct_encounter"),
    path("posts/<int:pk>/promises/new/", answers.record_promise, name="record_promise"),
    path("promises/<int:pk>/judgements/new/", answers.judge_promise, name="judge_promise"),
    path("promise-judgements/<int:pk>/correct/", answers.correct_judgement, name="correct_judgement"),
]
