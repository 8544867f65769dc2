"""Addresses of policy asks."""

from django.urls import URLPattern, path

from vatra.advocacy.views import asks, papers, updates

addresses: list[URLPattern] = [
    path("asks/", asks.asks, name="asks"),
    path("asks/overdue/", asks.overdue, name="overdue"),
    path("asks/to-approve/", updates.to_approve, name="to_approve"),
    path("asks/asks.csv", papers.asks_csv, name="asks_csv"),
    path("asks/scorecard/<str:language>.pdf", papers.asks_scorecard, name="asks_scorecard"),
    path("campaigns/<int:pk>/asks/new/", asks.ask_policy, name="ask_policy"),
    path("asks/<int:pk>/", asks.ask, name="ask"),
    path("asks/<int:pk>/words/", asks.reword_ask, name="reword_ask"),
    path("asks/<int:pk>/show/", asks.show_ask, name="show_ask"),
    path("asks/<int:pk>/updates/new/", updates.write_update, name="write_update"),
    path("asks/<int:pk>/withdraw/", updates.withdraw_ask, name="withdraw_ask"),
    path("ask-updates/<int:pk>/correct/", updates.correct_update, name="correct_update"),
    path("ask-updates/<int:pk>/approve/", updates.approve_update, name="approve_update"),
    path("ask-updates/<int:pk>/refuse/", updates.refuse_update, name="refuse_update"),
    path("asks/<int:pk>/progress/new/", updates.rate_progress, name="rate_progress"),
    path("asks/<int:pk>/quality/new/", updates.rate_quality, name="rate_quality"),
    path("asks/<int:pk>/contribution/new/", updates.rate_contribution, name="rate_contribution"),
    path("contributions/<int:pk>/approve/", updates.approve_contribution, name="approve_contribution"),
    path("contributions/<int:pk>/refuse/", updates.refuse_contribution, name="refuse_contribution"),
]
