"""Every page of the house, over the demonstration's caseload: nobody is shut out, nothing runs out of the window."""

from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.stories.conftest import Visitor
from vatra.access.models import Appointment, Unit, User
from vatra.access.roles import Role
from vatra.casework.models import Cause, Concern, Goal, PlannedReview, Visit
from vatra.decisions.models import Decision, Option, Outcome, PanelSeat, Question, QuestionChild
from vatra.desk import demo
from vatra.homes.models import Home
from vatra.law.models import Guardianship
from vatra.placements.models import Placement

LANGUAGES = ("sq", "sr-latn", "en")
# Addresses that only answer to a form being sent.
NOT_PAGES = {
    "set_language",
    "access:resume",
    "placements:back",
    "casework:autosave",
    "casework:discard_draft",
}
OF_A_DECISION = ("decision", "supersede", "withdraw", "lodge_appeal")
OF_A_PLANNED_REVIEW = ("planned_review", "hold_review", "missed_review")
OF_A_HEARING = ("hearing", "prepare", "weight", "new_drawing", "felt_heard")


def _names(patterns: list[URLPattern | URLResolver], namespace: str = "") -> Iterator[tuple[str, URLPattern]]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from _names(
                pattern.url_patterns, f"{pattern.namespace}:" if pattern.namespace else namespace
            )
        elif pattern.callback.__module__.startswith("vatra."):
            yield namespace + str(pattern.name), pattern


def _somebody_living_with_kin() -> Placement:
    return Placement.objects.filter(last_day__isnull=True, form="kinship").order_by("pk")[0]


def examples() -> dict[str, list[object]]:
    """For each kind of page, what of the demonstration it shows."""
    stay = _somebody_living_with_kin()
    undecided = Question.objects.filter(decisions__isnull=True).order_by("pk")[0]
    child = QuestionChild.objects.filter(question=undecided).order_by("pk")[0]
    visit = Visit.objects.filter(corrected_by__isnull=True).order_by("pk")[0]
    planned = PlannedReview.objects.to_be_held().order_by("pk")[0]
    waiting = Outcome.objects.order_by("pk")
    return {
        "reference": [stay.file.reference],
        "desk:unit_children": [stay.file.unit_id],
        "casework:concern": [Concern.objects.order_by("pk")[0].pk],
        "casework:answer_concern": [Concern.objects.order_by("pk")[0].pk],
        "casework:open_files": [Concern.objects.order_by("pk")[0].pk],
        "casework:settle_cause": [Cause.objects.filter(last_day=None).order_by("pk")[0].pk],
        "casework:goal": [Goal.objects.filter(result=None).order_by("pk")[0].pk],
        "casework:entry": ["visits", visit.pk],
        "casework:correct": ["visits", visit.pk],
        **{f"casework:{page}": [planned.pk] for page in OF_A_PLANNED_REVIEW},
        "law:end_guardianship": [Guardianship.objects.filter(last_day=None).order_by("pk")[0].pk],
        "homes:home": [Home.objects.order_by("pk")[0].pk],
        "exchange:import_run": [0],
        "decisions:question": [undecided.pk],
        "decisions:option": [undecided.pk],
        "decisions:participant": [undecided.pk],
        "decisions:separation": [undecided.pk],
        "decisions:issue": [undecided.pk],
        "decisions:withdraw_question": [undecided.pk],
        "decisions:ask_about": [stay.file.reference, "contact_restriction"],
        "decisions:seat": [undecided.pk],
        "decisions:call_panel": [undecided.pk],
        "decisions:pack": [undecided.pk],
        "decisions:end_seat": [PanelSeat.objects.order_by("pk")[0].pk],
        **{f"decisions:{page}": [child.pk] for page in OF_A_HEARING},
        "decisions:tell": [waiting[0].pk],
        "decisions:not_told": [waiting[0].pk],
        "decisions:close": [undecided.pk],
        "decisions:participation": [stay.file.unit_id],
        "decisions:weigh": [Option.objects.filter(question=undecided).order_by("pk")[0].pk],
        "decisions:change_option": [Option.objects.filter(question=undecided).order_by("pk")[0].pk],
        **{f"decisions:{page}": [Decision.objects.order_by("pk")[0].pk] for page in OF_A_DECISION},
        "placements:place": [waiting.exclude(home=None)[0].pk],
        "placements:return_home": [waiting.exclude(home=None)[0].pk],
        "placements:end": [stay.pk],
        "placements:absence": [stay.pk],
        "access:person": [User.objects.get(username="carer").pk],
        "access:new_appointment": [User.objects.get(username="carer").pk],
        "access:new_password": [User.objects.get(username="carer").pk],
        "access:remove_second_factor": [User.objects.get(username="carer").pk],
        "access:suspend": [User.objects.get(username="carer").pk],
        "access:end_appointment": [Appointment.objects.get(user__username="carer").pk],
        "access:close_unit": [Unit.objects.order_by("-pk")[0].pk],
    }


def test_every_page_can_be_used_by_everybody(inspector: Visitor) -> None:
    sign_ins = {name: word for _role, name, word in demo.load_once()}
    superuser = User.objects.get(username="supervisor")
    top = Unit.objects.filter(parent=None).order_by("pk")[0]
    for role in Role:
        Appointment.objects.get_or_create(
            user=superuser, unit=top, role=role, defaults={"first_day": top.first_day}
        )
    inspector.signs_in("supervisor", sign_ins["supervisor"])
    shown = examples()
    seen = 0
    for number, (name, pattern) in enumerate(_names(get_resolver().url_patterns)):
        if name in NOT_PAGES:
            continue
        wanted = list(pattern.pattern.converters)
        arguments = shown.get(name) or (shown["reference"] if wanted == ["reference"] else [])
        if len(arguments) != len(wanted):
            continue
        inspector.speaks(LANGUAGES[number % len(LANGUAGES)])
        answer = inspector.page.goto(inspector.address + reverse(name, args=arguments))
        assert answer is not None
        assert answer.status in {200, 404}, f"{name} answered {answer.status}"
        inspector.is_shut_out_of_nothing_on_any_screen()
        assert len(answer.body()) < 100_000, f"{name} is {len(answer.body())} bytes"
        seen += 1
    assert seen > 40
