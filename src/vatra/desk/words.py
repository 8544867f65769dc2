"""Acts and pages, as the record of a file calls them."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from vatra.kernel.sentence import Sentence


class ActDone(TextChoices):
    """What somebody did; the values are the acts in the ledger."""

    ADD_IDENTIFIER = "add_identifier", _("wrote down a number of the person")
    ADD_KIN = "add_kin", _("added a relative")
    ADD_NAME = "add_name", _("added another name")
    ADD_OPTION = "add_option", _("added an option to a question")
    AGREE_CAPACITY = "agree_capacity", _("agreed for how many children the home cares")
    ANSWER_CONCERN = "answer_concern", _("answered the concern")
    APPOINT_GUARDIAN = "appoint_guardian", _("named the guardian")
    ASK = "ask", _("asked what shall be decided")
    ASSESS = "assess", _("made an assessment")
    CLOSE_FILE = "close_file", _("closed the file")
    CLOSE_HOME = "close_home", _("closed the home")
    END_ABSENCE = "end_absence", _("wrote down that the child is back")
    END_GUARDIANSHIP = "end_guardianship", _("ended the guardianship")
    END_PLACEMENT = "end_placement", _("ended the stay")
    FINISH_GOAL = "finish_goal", _("said what became of a goal")
    HAND_OVER = "hand_over", _("handed the file over")
    HOLD_REVIEW = "hold_review", _("held a review")
    ISSUE = "issue", _("issued a decision")
    JOIN_HOUSEHOLD = "join_household", _("wrote down who lives together")
    JUSTIFY_SEPARATION = "justify_separation", _("wrote why brothers and sisters live apart")
    MAKE_PLAN = "make_plan", _("made a plan")
    MOVE = "move", _("moved the child")
    NAME_CARER = "name_carer", _("named a carer")
    NAME_CAUSE = "name_cause", _("named a cause")
    OPEN_FILE = "open_file", _("opened the file")
    OPEN_HOME = "open_home", _("wrote down the home")
    PLACE = "place", _("placed the child")
    RECEIVE_CONCERN = "receive_concern", _("wrote down a concern")
    RECORD_ABSENCE = "record_absence", _("wrote down days away")
    RECORD_CONTACT = "record_contact", _("wrote down a contact with the family")
    RECORD_HEARING = "record_hearing", _("wrote down what the child said")
    RECORD_NOT_HEARD = "record_not_heard", _("wrote why the child could not be asked")
    RECORD_PARTICIPANT = "record_participant", _("wrote down who took part")
    RECORD_SUPPORT = "record_support", _("wrote down support for the family")
    RECORD_VISIT = "record_visit", _("wrote down a visit")
    REGISTER_PERSON = "register_person", _("wrote down a person")
    RENAME_PERSON = "rename_person", _("changed the name of a person")
    RETURN_HOME = "return_home", _("returned the child to the family")
    SEAT_MEMBER = "seat_member", _("asked somebody to the panel")
    SET_LEGAL_STATUS = "set_legal_status", _("set the legal status")
    SETTLE_CAUSE = "settle_cause", _("wrote down that a cause is settled")
    START_HOUSEHOLD = "start_household", _("wrote down a household")
    WEIGH = "weigh", _("weighed an option")
    WITHDRAW_QUESTION = "withdraw_question", _("withdrew a question")
    WRITE_NOTE = "write_note", _("wrote a note")


class PageRead(TextChoices):
    """Which page of a file somebody opened; the values are the readings in the ledger."""

    FILE = "read_file", _("The file at one look")
    TIMELINE = "read_timeline", _("The timeline")
    FAMILY = "read_family", _("The family")
    ACCESS_LOG = "read_access_log", _("Who looked into the file")
    ENTRY = "read_entry", _("One entry")
    IMPORTED = "read_imported", _("What was taken over from another system")
    QUESTION = "read_question", _("A question to be decided")
    DECISION = "read_decision", _("A decision")


def act_in_words(act: str) -> Sentence:
    """An act of the ledger, to stand after a name."""
    return ActDone(act).label if act in ActDone.values else act


def page_in_words(reading: str) -> Sentence:
    """A reading of the ledger, as the page is called."""
    return PageRead(reading).label if reading in PageRead.values else reading.removeprefix("read_")
