"""Addresses of media: clippings, feeds, coding."""

from django.urls import URLPattern, path

from vatra.advocacy.views import coding, media

addresses: list[URLPattern] = [
    path("media/", media.clippings, name="clippings"),
    path("media/new/", media.new_clipping, name="new_clipping"),
    path("media/suggestions/", media.suggestions, name="suggestions"),
    path("media/suggestions/<int:pk>/take/", media.take_suggestion, name="take_suggestion"),
    path("media/suggestions/<int:pk>/dismiss/", media.dismiss_suggestion, name="dismiss_suggestion"),
    path("media/sources/", media.sources, name="sources"),
    path("media/sources/new/", media.follow_feed, name="follow_feed"),
    path("media/sources/<int:pk>/stop/", media.stop_following, name="stop_following"),
    path("media/outlets/new/", media.add_outlet, name="add_outlet"),
    path("media/agreement/", coding.agreement, name="agreement"),
    path("media/clippings/<int:pk>/", coding.clipping, name="clipping"),
    path("media/clippings/<int:pk>/code/", coding.code_clipping, name="code_clipping"),
    path("media/clippings/<int:pk>/settle/", coding.settle, name="settle"),
    path("media/campaigns/<slug:slug>/", media.campaign_in_media, name="campaign_in_media"),
    path("media/campaigns/<slug:slug>/messages/new/", media.set_message, name="set_message"),
]
