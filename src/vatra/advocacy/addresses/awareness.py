"""Addresses of surveys, waves and answers."""

from django.urls import URLPattern, path

from vatra.advocacy.views import known, respondents, surveys, waves

addresses: list[URLPattern] = [
    path("known/", known.knowledge, name="knowledge"),
    path("campaigns/<int:pk>/known/", known.known, name="known"),
    path("campaigns/<int:pk>/surveys/new/", surveys.write_survey, name="write_survey"),
    path("surveys/<int:pk>/", surveys.survey, name="survey"),
    path("surveys/<int:pk>/questions/new/", surveys.write_item, name="write_item"),
    path("survey-questions/<int:pk>/reword/", surveys.reword_item, name="reword_item"),
    path("surveys/<int:pk>/waves/new/", waves.plan_wave, name="plan_wave"),
    path("waves/<int:pk>/", waves.wave, name="wave"),
    path("waves/<int:pk>/frame/", waves.draw_frame, name="draw_frame"),
    path("waves/<int:pk>/open/", waves.open_wave, name="open_wave"),
    path("waves/<int:pk>/close/", waves.close_wave, name="close_wave"),
    path("waves/<int:pk>/codes/", waves.invite_people, name="invite_people"),
    path("waves/<int:pk>/answers/new/", respondents.take_down_answers, name="take_down_answers"),
    path("waves/<int:pk>/answers/file/", respondents.take_over_answers, name="take_over_answers"),
    path("survey-imports/<int:pk>/", respondents.survey_import, name="survey_import"),
    path("waves/<int:pk>/results/", respondents.wave_results, name="wave_results"),
]
