"""Addresses about what is signed."""

from django.urls import URLPattern, path

from vatra.advocacy.views import forgetting
from vatra.advocacy.views.signing import batches, handing_over, moderation, sheets

addresses: list[URLPattern] = [
    path("signing/", sheets.sheets, name="sheets"),
    path("signing/new/", sheets.new_sheet, name="new_sheet"),
    path("signing/retention/", handing_over.retention, name="retention"),
    path("signing/batches/<int:pk>/undo/", batches.undo_batch, name="undo_batch"),
    path("signing/of/<slug:slug>/", sheets.sheet, name="sheet"),
    path("signing/of/<slug:slug>/text/", sheets.new_text, name="new_text"),
    path("signing/of/<slug:slug>/queue/", moderation.queue, name="queue"),
    path("signing/of/<slug:slug>/names/", moderation.names, name="names"),
    path("signing/of/<slug:slug>/batches/", batches.batches, name="batches"),
    path("signing/of/<slug:slug>/batches/new/", batches.new_batch, name="new_batch"),
    path("signing/of/<slug:slug>/hand-over/", handing_over.hand_over, name="hand_over"),
    path("signing/of/<slug:slug>/news/", handing_over.news, name="write_news"),
    path("forgetting/<slug:kind>/<int:pk>/", forgetting.forget, name="forget"),
    path("signing/of/<slug:slug>/erase/", handing_over.erase, name="erase_contacts"),
]
