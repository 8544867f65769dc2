"""Addresses of campaigns."""

from django.urls import URLPattern, path

from vatra.advocacy.views import campaign_parts, campaigns

addresses: list[URLPattern] = [
    path("campaigns/", campaigns.campaigns, name="campaigns"),
    path("campaigns/new/", campaigns.open_campaign, name="open_campaign"),
    path("campaigns/<int:pk>/", campaigns.campaign, name="campaign"),
    path("campaigns/<int:pk>/change/", campaigns.change_campaign, name="change_campaign"),
    path("campaigns/<int:pk>/show/", campaigns.show_campaign, name="show_campaign"),
    path("campaigns/<int:pk>/parts/new/", campaigns.open_part, name="open_part"),
    path("campaigns/<int:pk>/phases/new/", campaign_parts.add_phase, name="add_phase"),
    path("campaigns/<int:pk>/partners/new/", campaign_parts.name_partner, name="name_partner"),
    path("campaigns/<int:pk>/people/new/", campaign_parts.join_campaign, name="join_campaign"),
    path("campaign-people/<int:pk>/leave/", campaign_parts.leave_campaign, name="leave_campaign"),
    path("campaigns/<int:pk>/goals/new/", campaign_parts.set_goal, name="set_goal"),
    path("campaign-goals/<int:pk>/readings/new/", campaign_parts.read_goal, name="read_goal"),
    path("goal-readings/<int:pk>/correct/", campaign_parts.correct_reading, name="correct_reading"),
]
