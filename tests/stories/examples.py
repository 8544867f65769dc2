"""For each kind of page, what of the demonstration's caseload it shows."""

from tests.stories.examples_of_advocacy import FILES_OF_ADVOCACY, of_advocacy
from tests.stories.examples_of_reaching import of_reaching
from tests.stories.examples_of_signing import FILES_OF_SIGNING, of_signing
from vatra.access.models import Appointment, Receiving, Unit, User
from vatra.advocacy.models import (
    EvaluationPlan,
    EvaluationResult,
    ResultPage,
    Survey,
    SurveyImport,
    SurveyItem,
    SurveyWave,
)
from vatra.casework.models import Cause, Concern, File, Goal, PlannedReview, Visit
from vatra.decisions.models import (
    Appeal,
    AuditedDecision,
    AuditSample,
    Condition,
    Decision,
    NotTold,
    Option,
    Outcome,
    PanelMeeting,
    PanelSeat,
    Question,
    QuestionChild,
)
from vatra.decisions.views.wording import NO_AGE
from vatra.decisions.words import DocumentKind
from vatra.desk.belonging import Need
from vatra.homes.enquiries.words import StepKind
from vatra.homes.models import Enquiry, Home
from vatra.kernel import clock
from vatra.kernel.duty import ClockStop, Duty
from vatra.law.duty_titles import NOTHING
from vatra.law.models import (
    Blocker,
    DocumentAsked,
    Envelope,
    EnvelopeOpening,
    Guardianship,
    LegalStatus,
    PathEvent,
    Proceeding,
    ProceedingStep,
)
from vatra.placements.models import Placement

Shown = dict[str, list[object]]
"""The arguments of a page's address, by its name."""

# Addresses that only answer to a form being sent.
ONLY_SENT = {
    "set_language",
    "access:resume",
    "placements:back",
    "casework:autosave",
    "casework:discard_draft",
}
# Lead on: to the page of this month, to a step within its proceeding, to an edition that cannot be called off.
LEADS_ON = {"desk:calendar", "law:step", "advocacy:call_off_edition"}
# Pictures and papers: no pages.
FILES = {
    "advocacy:brief_file",
    "advocacy:kit_file",
    "public:atom",
    "public:robots",
    "public:rss",
    "public:sitemap",
    "casework:minutes",
    "decisions:document",
    "decisions:drawing",
    "decisions:letter_preview",
    "decisions:sheet_pdf",
    "desk:feed",
    "public:calendar",
    "public:press_file",
}
# Of these a member opens only the own one: `test_a_deferred_panel` looks at both in both widths.
OF_ONE_MEMBER = {"decisions:declare", "decisions:vote"}
NOT_WALKED = ONLY_SENT | LEADS_ON | FILES | FILES_OF_ADVOCACY | FILES_OF_SIGNING | OF_ONE_MEMBER

# Nothing has been imported: what is not there has a page too.
NOT_FOUND = {"exchange:import_run"}

OF_A_QUESTION = (
    *("question", "option", "participant", "separation", "issue", "withdraw_question"),
    *("seat", "call_panel", "pack", "close", "hand_sheet"),
)
OF_A_HEARING = ("hearing", "prepare", "weight", "new_drawing", "felt_heard")
OF_A_DECISION = ("decision", "supersede", "withdraw", "lodge_appeal", "quality")
OF_A_MEETING = ("meeting", "resolve")
OF_A_PLANNED_REVIEW = ("planned_review", "hold_review", "missed_review")
OF_A_PROCEEDING = (
    *("proceeding", "plan_step", "add_party", "ask_for_document", "block_proceeding", "close_proceeding"),
)
OF_A_LEGAL_STATUS = ("end_legal_status", "correct_legal_status")
OF_AN_OPENING = ("agree_to_open", "refuse_opening", "open_envelope")
OF_A_UNIT = ("participation", "thin_reasons", "samples", "draw")
OF_A_SITE_PAGE = ("site_page", "write_site_page", "arrange_site_page", "take_site_page_down")
OF_AN_EDITION = ("edition", "publish_edition", "go_back_to_edition")
OF_AN_ENQUIRY = ("enquiry", "enquiry_step", "tie_enquiry")
# Every kind of page of the public site, some in each language.
OF_THE_PUBLIC_SITE = {
    "sq": ("front", "help", "worry", "worry_told", "contact"),
    "sr": ("foster", "ask_to_foster", "foster_asked", "forms_of_care"),
    "en": ("news", "privacy"),
}
OF_A_CAMPAIGN = ("known", "write_survey", "begin_series", "write_plan", "write_plan_of_places")
OF_A_SURVEY = ("survey", "write_item", "plan_wave")
OF_A_WAVE = (
    *("wave", "draw_frame", "open_wave", "close_wave", "take_down_answers", "take_over_answers"),
    *("wave_results", "write_wave_page"),
)
OF_A_SERIES = ("series", "enter_figures")
OF_A_PLAN = ("plan", "change_plan", "lock_plan", "keep_as_exploratory", "evaluate")
OF_A_RESULT = ("evaluation_result", "write_evaluation_page")
OF_A_RESULT_PAGE = ("result_page", "reword_page", "release_page")
OF_AN_ACCOUNT = ("person", "new_appointment", "new_password", "remove_second_factor", "suspend")


def examples() -> Shown:
    """What every kind of page shows; `reference` is for all that show one file, unless they are named."""
    stay = Placement.objects.filter(last_day__isnull=True, form="kinship").earliest("pk")
    return {
        "reference": [stay.file.reference],
        **{f"desk:{page}": [stay.file.unit_id] for page in ("unit_children", "week", "belonging")},
        "desk:children_without": [stay.file.unit_id, Need.PLAN],
        "desk:month": [clock.today().year, clock.today().month],
        "desk:day": [clock.today().year, clock.today().month, clock.today().day],
        "placements:end": [stay.pk],
        "placements:absence": [stay.pk],
        "homes:home": [Home.objects.earliest("pk").pk],
        "exchange:import_run": [0],
        "decisions:ask_about": [stay.file.reference, "contact_restriction"],
        **{f"decisions:{page}": [stay.file.unit_id] for page in OF_A_UNIT},
        **of_casework(),
        **of_clocks(stay.file),
        **of_a_question(),
        **of_a_panel(),
        **of_a_decision(),
        **of_what_is_decided(),
        **of_looking_back(),
        **of_law(),
        **of_what_is_known(),
        **of_public_results(),
        **of_an_account(),
        **of_advocacy(),
        **of_signing(),
        **of_reaching(),
        **of_the_site(),
        **of_the_public_site(),
    }


def of_casework() -> Shown:
    """Concerns, what lies behind them, and what was written into files."""
    waiting = Concern.objects.filter(outcome=None).earliest("pk").pk
    visit = Visit.objects.filter(corrected_by__isnull=True).earliest("pk").pk
    review = PlannedReview.objects.to_be_held().earliest("pk").pk
    path = PathEvent.objects.filter(event="consent_given").earliest("pk")
    return {
        **{f"casework:{page}": [review] for page in OF_A_PLANNED_REVIEW},
        "casework:concern": [Concern.objects.earliest("pk").pk],
        "casework:answer_concern": [waiting],
        "casework:open_files": [waiting],
        "casework:settle_cause": [Cause.objects.filter(last_day=None).earliest("pk").pk],
        "casework:goal": [Goal.objects.filter(result=None).earliest("pk").pk],
        "casework:entry": ["visits", visit],
        "casework:correct": ["visits", visit],
        "law:legal_path": [path.file.reference],
        "law:correct_path_event": [path.pk],
    }


def of_clocks(file: File) -> Shown:
    """A duty whose clock goes, and one that stands still."""
    duty = Duty.objects.filter(chain=file.key, stopped_since=None).earliest("pk")
    stop = ClockStop.objects.filter(last_day=None).earliest("pk")
    stopped = File.objects.get(key=stop.chain)
    return {
        "law:stop_clock": [file.reference, duty.rule, duty.ref or NOTHING],
        "law:resume_clock": [stopped.reference, stop.pk],
    }


def of_a_question() -> Shown:
    """A question that is still worked on, a child of it and an option."""
    undecided = Question.objects.filter(decisions__isnull=True).earliest("pk")
    child = QuestionChild.objects.filter(question=undecided).earliest("pk")
    option = Option.objects.filter(question=undecided).earliest("pk")
    return {
        **{f"decisions:{page}": [undecided.pk] for page in OF_A_QUESTION},
        **{f"decisions:{page}": [child.pk] for page in OF_A_HEARING},
        "decisions:weigh": [option.pk],
        "decisions:change_option": [option.pk],
    }


def of_a_panel() -> Shown:
    """Its members, a meeting that has not answered, and what it asked to be done."""
    meeting = PanelMeeting.objects.filter(resolution=None).earliest("pk").pk
    return {
        "decisions:end_seat": [PanelSeat.objects.earliest("pk").pk],
        **{f"decisions:{page}": [meeting] for page in OF_A_MEETING},
        "decisions:condition": [Condition.objects.earliest("pk").pk],
    }


def of_a_decision() -> Shown:
    """A decision, and an appeal against one."""
    decision = Decision.objects.earliest("pk").pk
    return {
        **{f"decisions:{page}": [decision] for page in OF_A_DECISION},
        "decisions:decide_appeal": [Appeal.objects.earliest("pk").pk],
    }


def of_what_is_decided() -> Shown:
    """What follows for one child: the child is told, lives there, returns; the papers about it."""
    outcome = Outcome.objects.exclude(home=None).earliest("pk")
    organisation = Unit.objects.filter(parent=None).earliest("pk").pk
    return {
        "decisions:tell": [outcome.pk],
        "decisions:not_told": [outcome.pk],
        "decisions:confirm_not_told": [NotTold.objects.filter(confirmed_on=None).earliest("pk").pk],
        "placements:place": [outcome.pk],
        "placements:return_home": [outcome.pk],
        "decisions:make_document": [outcome.pk, DocumentKind.CHILD_LETTER, "sq"],
        "decisions:letter": [organisation, DocumentKind.PARENTS_LETTER, "sq", NO_AGE],
        "decisions:sheet": ["sr"],
    }


def of_law() -> Shown:
    """A proceeding with what belongs to it, a sealed envelope, and a legal status."""
    proceeding = Proceeding.objects.earliest("pk").pk
    status = LegalStatus.objects.filter(last_day=None).earliest("pk").pk
    opening = EnvelopeOpening.objects.earliest("pk").pk
    sealed = Envelope.objects.select_related("file").earliest("pk")
    held_up = Proceeding.objects.select_related("file").earliest("pk").file
    return {
        "law:proceedings": [held_up.reference],
        "desk:guardianship": [held_up.reference],
        "law:envelopes": [sealed.file.reference],
        **{f"law:{page}": [proceeding] for page in OF_A_PROCEEDING},
        **{f"law:{page}": [status] for page in OF_A_LEGAL_STATUS},
        **{f"law:{page}": [opening] for page in OF_AN_OPENING},
        "law:end_guardianship": [Guardianship.objects.filter(last_day=None).earliest("pk").pk],
        "law:take_step": [ProceedingStep.objects.filter(done_on=None).earliest("pk").pk],
        "law:correct_step": [ProceedingStep.objects.filter(done_on=None).earliest("pk").pk],
        "law:put_off_hearing": [
            ProceedingStep.objects.filter(done_on=None, kind="hearing").earliest("pk").pk
        ],
        "law:receive_document": [DocumentAsked.objects.filter(received_on=None).earliest("pk").pk],
        "law:unblock_proceeding": [Blocker.objects.filter(last_day=None).earliest("pk").pk],
        "law:ask_to_open": [sealed.pk],
    }


def of_looking_back() -> Shown:
    """A sample of decisions, and one that was drawn."""
    sample = AuditSample.objects.earliest("pk").pk
    return {
        "decisions:sample": [sample],
        "decisions:sample_result": [sample],
        "decisions:audited": [AuditedDecision.objects.earliest("pk").pk],
    }


def of_what_is_known() -> Shown:
    """A survey with a closed wave, a series, a plan with its result, and a page about it."""
    plan = EvaluationPlan.objects.earliest("pk")
    survey = Survey.objects.earliest("pk").pk
    series = plan.series.get().series
    wave = SurveyWave.objects.earliest("pk").pk
    return {
        **{f"advocacy:{page}": [plan.campaign_id] for page in OF_A_CAMPAIGN},
        **{f"advocacy:{page}": [survey] for page in OF_A_SURVEY},
        **{f"advocacy:{page}": [wave] for page in OF_A_WAVE},
        **{f"advocacy:{page}": [series.pk] for page in OF_A_SERIES},
        **{f"advocacy:{page}": [plan.pk] for page in OF_A_PLAN},
        **{f"advocacy:{page}": [EvaluationResult.objects.earliest("pk").pk] for page in OF_A_RESULT},
        **{f"advocacy:{page}": [ResultPage.objects.earliest("pk").pk] for page in OF_A_RESULT_PAGE},
        "advocacy:invite_people": [wave],
        "advocacy:reword_item": [SurveyItem.objects.earliest("pk").pk],
        "advocacy:survey_import": [SurveyImport.objects.earliest("pk").pk],
        "advocacy:correct_figure": [series.points.earliest("pk").pk],
    }


def of_public_results() -> Shown:
    """What everybody is asked, and reads of the answers."""
    asked = SurveyWave.objects.get(mode="web").slug
    return {
        "public:survey": ["sq", asked],
        "public:survey_thanks": ["sr", asked],
        "public:results": ["en"],
        "public:result": ["en", ResultPage.objects.released().earliest("pk").slug],
    }


def of_an_account() -> Shown:
    """Somebody who works here, the appointment and the unit."""
    carer = User.objects.get(username="carer").pk
    return {
        **{f"access:{page}": [carer] for page in OF_AN_ACCOUNT},
        "access:end_appointment": [Appointment.objects.get(user=carer).pk],
        "access:close_unit": [Unit.objects.latest("pk").pk],
    }


def of_the_site() -> Shown:
    """A page that stays with its only edition, what the public sent in, and who reads it."""
    asked = Enquiry.objects.filter(steps__kind=StepKind.BEGAN).earliest("pk").pk
    return {
        **{f"advocacy:{page}": ["about"] for page in OF_A_SITE_PAGE},
        **{f"advocacy:{page}": ["about", 1] for page in OF_AN_EDITION},
        "advocacy:end_receiving": [Receiving.objects.earliest("pk").pk],
        **{f"homes:{page}": [asked] for page in OF_AN_ENQUIRY},
        "casework:name_children": [Concern.objects.filter(is_from_site=True).earliest("pk").pk],
    }


def of_the_public_site() -> Shown:
    """Pages for everybody."""
    plain = {f"public:{page}": [language] for language, pages in OF_THE_PUBLIC_SITE.items() for page in pages}
    return {
        **{name: list(arguments) for name, arguments in plain.items()},
        "public:preview": ["help", 1, "sr"],
        "public:form_of_care": ["sq", "adoptive"],
        "public:news_item": ["sr", "evening-for-families"],
        "public:text": ["sq", "about"],
    }
