"""Addresses of actions: letters to somebody in office, events, the press, and briefs."""

from django.urls import URLPattern, path

from vatra.advocacy.views import actions, briefs, holding, letters, occasions, press

addresses: list[URLPattern] = [
    path("actions/", actions.actions, name="actions"),
    path("actions/new/letters/", letters.call_for_letters, name="call_for_letters"),
    path("actions/new/brief/", briefs.plan_brief, name="plan_brief"),
    path("actions/new/<slug:kind>/", occasions.plan_occasion, name="plan_occasion"),
    path("actions/<slug:slug>/follow-ups/new/", actions.plan_follow_up, name="plan_follow_up"),
    path("follow-ups/<int:pk>/", actions.finish_follow_up, name="finish_follow_up"),
    path("letter-calls/<slug:slug>/", letters.letter_call, name="letter_call"),
    path("letter-calls/<slug:slug>/change/", letters.change_call, name="change_call"),
    path("letter-calls/<slug:slug>/let-go/", letters.let_letters_go, name="let_letters_go"),
    path("letter-calls/<slug:slug>/held/", holding.held_letters, name="held_letters"),
    path("letters-to-read/", letters.letters_to_read, name="letters_to_read"),
    path("written-letters/<int:pk>/", letters.read_letter, name="read_letter"),
    path("written-letters/<int:pk>/reply/", letters.note_reply, name="note_reply"),
    path("answers-of-institutions/", letters.answers, name="answers"),
    path("occasions/<slug:slug>/", occasions.occasion, name="occasion"),
    path("occasions/<slug:slug>/change/", occasions.change_occasion, name="change_occasion"),
    path("occasions/<slug:slug>/result/", occasions.tell_result, name="tell_result"),
    path("occasions/<slug:slug>/guests/new/", occasions.record_guest, name="record_guest"),
    path("occasions/<slug:slug>/attendance/", occasions.note_attendance, name="note_attendance"),
    path("occasions/<slug:slug>/participants/new/", occasions.count_participants, name="count_participants"),
    path("occasions/<slug:slug>/answers/new/", occasions.record_answers, name="record_answers"),
    path("occasions/<slug:slug>/held/", holding.held_guests, name="held_guests"),
    path("registrations/<int:pk>/accredit/", occasions.accredit, name="accredit"),
    path("registrations/<int:pk>/withdraw/", occasions.withdraw_registration, name="withdraw_registration"),
    path("occasions/<slug:slug>/press/", press.prepare, name="prepare_press"),
    path("occasions/<slug:slug>/files/new/", press.new_file, name="new_kit_file"),
    path("kit-files/<int:pk>/", press.file, name="kit_file"),
    path("kit-files/<int:pk>/withdraw/", press.withdraw_file, name="withdraw_kit_file"),
    path("briefs/<slug:slug>/", briefs.brief, name="brief"),
    path("briefs/<slug:slug>/versions/new/", briefs.issue_version, name="issue_version"),
    path("brief-versions/<int:pk>/give/", briefs.give, name="give_brief"),
    path("brief-versions/<int:pk>/file/", briefs.version_file, name="brief_file"),
]
