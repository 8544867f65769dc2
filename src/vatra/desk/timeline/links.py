"""Where an entry of the timeline can be read in full."""

from django.urls import reverse

from vatra.access.roles import Permission
from vatra.casework.doors import Entered
from vatra.desk.timeline.page import Happened
from vatra.desk.timeline.words import Kind

# The words for a kind of entry in addresses.
ENTRIES = {
    Kind.ASSESSMENT: "assessments",
    Kind.CONTACT: "contacts",
    Kind.NOTE: "notes",
    Kind.REVIEW: "reviews",
    Kind.VISIT: "visits",
}
PAGES = {
    Kind.CHILD_PREPARED: ("decisions:question", Permission.READ_FILE),
    Kind.CONCERN: ("casework:concern", Permission.RECORD_CONCERN),
    Kind.CONDITION_LATE: ("decisions:meeting", Permission.READ_FILE),
    Kind.CONDITION_MET: ("decisions:meeting", Permission.READ_FILE),
    Kind.DECISION: ("decisions:decision", Permission.READ_FILE),
    Kind.HEARING: ("decisions:question", Permission.READ_FILE),
    Kind.HEARING_PUT_OFF: ("law:proceeding", Permission.READ_FILE),
    Kind.PANEL_CALLED: ("decisions:meeting", Permission.READ_FILE),
    Kind.PANEL_MEMBER: ("decisions:question", Permission.READ_FILE),
    Kind.PANEL_SAID: ("decisions:meeting", Permission.READ_FILE),
    Kind.PROCEEDING: ("law:proceeding", Permission.READ_FILE),
    Kind.PROCEEDING_BLOCKED: ("law:proceeding", Permission.READ_FILE),
    Kind.PROCEEDING_STEP: ("law:proceeding", Permission.READ_FILE),
    Kind.PROCEEDING_WAS_CLOSED: ("law:proceeding", Permission.READ_FILE),
    Kind.QUESTION: ("decisions:question", Permission.READ_FILE),
    Kind.REVIEW_MISSED: ("casework:planned_review", Permission.READ_FILE),
    Kind.STAY_BEGAN: ("homes:home", Permission.SEE_HOMES),
    Kind.TOLD: ("decisions:question", Permission.READ_FILE),
}

# Pages that show all of their kind in one file.
OF_FILE = {Kind.LEGAL_PATH: "law:legal_path"}


def url_of(happened: Happened, entered: Entered) -> str:
    """The page of the entry; nothing where there is none or it is closed to the reader."""
    if happened.kind in ENTRIES:
        return _entry(happened.kind, happened.row)
    if happened.kind in OF_FILE:
        return reverse(OF_FILE[happened.kind], args=[entered.file.reference])
    view, permission = PAGES.get(happened.kind, ("", Permission.READ_FILE))
    return reverse(view, args=[happened.target]) if view and entered.may(permission) else ""


def url_of_correction(happened: Happened) -> str:
    """The page of the entry that corrects this one."""
    return _entry(happened.kind, happened.corrected_by) if happened.corrected_by else ""


def url_of_corrected(happened: Happened) -> str:
    """The page of the entry that this one corrects."""
    return _entry(happened.kind, happened.corrects) if happened.corrects else ""


def _entry(kind: Kind, row: int) -> str:
    return reverse("casework:entry", args=[ENTRIES[kind], row])
