"""Addresses of series, plans, results and the pages about them."""

from django.urls import URLPattern, path

from vatra.advocacy.views import evaluation, results, series

addresses: list[URLPattern] = [
    path("campaigns/<int:pk>/series/new/", series.begin_series, name="begin_series"),
    path("series/<int:pk>/", series.series, name="series"),
    path("series/<int:pk>/figures/new/", series.enter_figures, name="enter_figures"),
    path("figures/<int:pk>/correct/", series.correct_figure, name="correct_figure"),
    path("campaigns/<int:pk>/plans/new/", evaluation.write_plan, name="write_plan"),
    path(
        "campaigns/<int:pk>/plans/of-places/new/",
        evaluation.write_plan_of_places,
        name="write_plan_of_places",
    ),
    path("plans/<int:pk>/", evaluation.plan, name="plan"),
    path("plans/<int:pk>/change/", evaluation.change_plan, name="change_plan"),
    path("plans/<int:pk>/lock/", evaluation.lock_plan, name="lock_plan"),
    path("plans/<int:pk>/exploratory/", evaluation.keep_as_exploratory, name="keep_as_exploratory"),
    path("plans/<int:pk>/evaluate/", evaluation.evaluate, name="evaluate"),
    path("evaluations/<int:pk>/", evaluation.evaluation_result, name="evaluation_result"),
    path("evaluations/<int:pk>/page/new/", results.write_evaluation_page, name="write_evaluation_page"),
    path("waves/<int:pk>/page/new/", results.write_wave_page, name="write_wave_page"),
    path("result-pages/<int:pk>/", results.result_page, name="result_page"),
    path("result-pages/<int:pk>/reword/", results.reword_page, name="reword_page"),
    path("result-pages/<int:pk>/release/", results.release_page, name="release_page"),
]
