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
    ASK_WHETHER_HEARD = "ask_whether_heard", _("asked the child whether it felt heard")
    ASSESS = "assess", _("made an assessment")
    CALL_PANEL = "call_panel", _("called the panel")
    CAST_VOTE = "cast_vote", _("voted on the panel")
    CHANGE_OPTION = "change_option", _("said an option more exactly")
    CLOSE_FILE = "close_file", _("closed the file")
    CLOSE_HOME = "close_home", _("closed the home")
    CLOSE_QUESTION = "close_question", _("closed a question")
    CONFIRM_NOT_TOLD = "confirm_not_told", _("confirmed that the child could not be told")
    DECIDE_APPEAL = "decide_appeal", _("wrote down what came of an appeal")
    DECLARE_INTEREST = "declare_interest", _("declared whether there is a conflict of interest")
    DRAW_SAMPLE = "draw_sample", _("drew decisions at random for a second look")
    END_ABSENCE = "end_absence", _("wrote down that the child is back")
    END_GUARDIANSHIP = "end_guardianship", _("ended the guardianship")
    END_PLACEMENT = "end_placement", _("ended the stay")
    END_SEAT = "end_seat", _("ended a seat on the panel")
    FINISH_GOAL = "finish_goal", _("said what became of a goal")
    HAND_OVER = "hand_over", _("handed the file over")
    HAND_SHEET = "hand_sheet", _("handed over the sheet about forms of care")
    HOLD_REVIEW = "hold_review", _("held a review")
    ISSUE = "issue", _("issued a decision")
    JOIN_HOUSEHOLD = "join_household", _("wrote down who lives together")
    JUSTIFY_SEPARATION = "justify_separation", _("wrote why brothers and sisters live apart")
    KEEP_DRAWING = "keep_drawing", _("kept a drawing of the child")
    LODGE_APPEAL = "lodge_appeal", _("wrote down an appeal")
    MAKE_DOCUMENT = "make_document", _("made a document of a decision")
    MAKE_PLAN = "make_plan", _("made a plan")
    MEET_CONDITION = "meet_condition", _("wrote down that a condition of the panel is met")
    MOVE = "move", _("moved the child")
    NAME_CARER = "name_carer", _("named a carer")
    NAME_CAUSE = "name_cause", _("named a cause")
    OPEN_FILE = "open_file", _("opened the file")
    OPEN_HOME = "open_home", _("wrote down the home")
    PLAN_REVIEW = "plan_review", _("planned a review")
    PLACE = "place", _("placed the child")
    PREPARE_HEARING = "prepare_hearing", _("prepared the child for being asked")
    RECEIVE_CONCERN = "receive_concern", _("wrote down a concern")
    RECORD_ABSENCE = "record_absence", _("wrote down days away")
    RECORD_CONTACT = "record_contact", _("wrote down a contact with the family")
    RECORD_HEARING = "record_hearing", _("wrote down what the child said")
    RECORD_NOT_HEARD = "record_not_heard", _("wrote why the child could not be asked")
    RECORD_PARTICIPANT = "record_participant", _("wrote down who took part")
    RECORD_SUPPORT = "record_support", _("wrote down support for the family")
    RECORD_VERDICT = "record_verdict", _("wrote down what a second look at a decision found")
    RECORD_VISIT = "record_visit", _("wrote down a visit")
    REGISTER_PERSON = "register_person", _("wrote down a person")
    RENAME_PERSON = "rename_person", _("changed the name of a person")
    RESOLVE = "resolve", _("wrote down what the panel said")
    RESUME_CLOCK = "resume_clock", _("let the clock of a duty go on")
    RETURN_HOME = "return_home", _("returned the child to the family")
    REVIEW_DID_NOT_TAKE_PLACE = "review_did_not_take_place", _("wrote down that a review did not take place")
    SAY_NOT_TOLD = "say_not_told", _("wrote why the child could not be told")
    SEAT_MEMBER = "seat_member", _("asked somebody to the panel")
    SET_LEGAL_STATUS = "set_legal_status", _("set the legal status")
    SETTLE_CAUSE = "settle_cause", _("wrote down that a cause is settled")
    START_HOUSEHOLD = "start_household", _("wrote down a household")
    STOP_CLOCK = "stop_clock", _("stopped the clock of a duty")
    TELL_CHILD = "tell_child", _("told the child what was decided")
    WEIGH = "weigh", _("weighed an option")
    WEIGH_VIEW = "weigh_view", _("wrote what became of the child's view")
    WITHDRAW_DECISION = "withdraw_decision", _("withdrew a decision")
    WITHDRAW_QUESTION = "withdraw_question", _("withdrew a question")
    WORD_LETTER = "word_letter", _("worded a letter anew")
    WRITE_NOTE = "write_note", _("wrote a note")


class PageRead(TextChoices):
    """Which page of a file somebody opened; the values are the readings in the ledger."""

    FILE = "read_file", _("The file at one look")
    TIMELINE = "read_timeline", _("The timeline")
    FAMILY = "read_family", _("The family")
    ACCESS_LOG = "read_access_log", _("Who looked into the file")
    ENTRY = "read_entry", _("One entry")
    PLANNED_REVIEW = "read_planned_review", _("A planned review")
    MINUTES = "read_minutes", _("The minutes of a review")
    IMPORTED = "read_imported", _("What was taken over from another system")
    QUESTION = "read_question", _("A question to be decided")
    DECISION = "read_decision", _("A decision")
    QUALITY = "read_quality", _("What a decision meets")
    AUDIT = "read_audit", _("A second look at a decision")
    DOCUMENT = "read_document", _("A document of a decision")
    DRAWING = "read_drawing", _("A drawing of the child")
    PACK = "read_pack", _("The pack of the panel")
    MEETING = "read_meeting", _("A meeting of the panel")
    DECLARATION = "read_declaration", _("The names, before a seat on the panel")


def act_in_words(act: str) -> Sentence:
    """An act of the ledger, to stand after a name."""
    return ActDone(act).label if act in ActDone.values else act


def page_in_words(reading: str) -> Sentence:
    """A reading of the ledger, as the page is called."""
    return PageRead(reading).label if reading in PageRead.values else reading.removeprefix("read_")
