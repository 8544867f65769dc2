"""The invented caseload of the demonstration."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.test import Client, override_settings
from pytest_django.plugin import DjangoDbBlocker

from tests.desk.walking import Walk
from tests.once import built_once
from vatra.access.models import Appointment, User
from vatra.access.roles import PERMISSIONS, Permission, Role
from vatra.advocacy.models import SiteEdition
from vatra.casework.models import Concern, File, Plan
from vatra.commands.demo_check import ROLE
from vatra.decisions.hearing.hearings import hearings_of
from vatra.decisions.hearing.states import HearingState
from vatra.decisions.models import (
    Appeal,
    AuditedDecision,
    Condition,
    Decision,
    Drawing,
    IssuedDocument,
    LetterText,
    NotTold,
    Outcome,
    PanelMeeting,
    PanelSeat,
    Question,
    Resolution,
    Separation,
)
from vatra.desk import demo
from vatra.desk.day import seats
from vatra.desk.demo.staff import ALSO_AT_WORK, PASSWORD, SIGN_INS, SignIn, engage
from vatra.homes.models import Enquiry
from vatra.kernel import clock, ledger
from vatra.kernel.duty import Duty, recompute_all
from vatra.kernel.ledger import Event
from vatra.people.models import Person
from vatra.placements.models import Placement

# Of every chain there is, whether anything is told only by the long view or only by the quick way of an act.
FACTS_THAT_DIFFER = """
    WITH told AS (
        SELECT event.chain, f.fact, f.day, f.ends, f.ref
        FROM (SELECT DISTINCT chain FROM kernel_event) AS event CROSS JOIN LATERAL law_clock_facts_of(event.chain) AS f
    )
    (SELECT * FROM told EXCEPT ALL SELECT chain, fact, day, ends, ref FROM law_clock_fact)
    UNION ALL
    (SELECT chain, fact, day, ends, ref FROM law_clock_fact EXCEPT ALL SELECT * FROM told)
"""
SignIns = list[tuple[str, str, str]]


@pytest.fixture(scope="module")
def sign_ins(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[SignIns]:
    """The caseload, loaded once for this module and taken back afterwards."""
    with built_once(django_db_blocker), override_settings(DEMO=True):
        yield demo.load_once()


def file_of(given_name: str) -> File:
    return File.objects.get(child__given_name=given_name)


def question_of(given_name: str) -> Question:
    return Question.objects.get(children__file=file_of(given_name))


def due_for(given_name: str) -> set[str]:
    duties = Duty.objects.filter(chain=file_of(given_name).key).shown_on(clock.today())
    return set(duties.values_list("rule", flat=True))


def seen_by(username: str) -> set[str]:
    user = User.objects.get(username=username)
    files = File.objects.visible_to(user, on=clock.today())
    return set(files.values_list("child__given_name", flat=True))


def test_every_role_has_a_sign_in_that_works(sign_ins: SignIns) -> None:
    held = set()
    for _label, username, password in sign_ins:
        user = User.objects.get(username=username)
        assert user.check_password(password)
        held |= set(
            Appointment.objects.held_on(clock.today()).filter(user=user).values_list("role", flat=True)
        )
    assert held == set(Role.values) == {role.value for role in PERMISSIONS}


def test_the_check_of_the_demonstration_finds_its_social_worker(sign_ins: SignIns) -> None:
    assert [name for label, name, _word in sign_ins if label.casefold() == ROLE] == ["social.worker"]


def test_loading_again_changes_nothing(sign_ins: SignIns) -> None:
    before = (Event.objects.count(), Person.objects.count(), User.objects.count())
    assert demo.load_once() == sign_ins
    assert (Event.objects.count(), Person.objects.count(), User.objects.count()) == before


def test_everybody_in_it_is_marked_as_invented(sign_ins: SignIns) -> None:
    assert File.objects.count() == 20
    assert set(Person.objects.values_list("is_invented", flat=True)) == {True}


def test_every_placement_rests_on_an_act_of_its_file(sign_ins: SignIns) -> None:
    placed = Event.objects.filter(act__in=["place", "move"]).values_list("subject_id", flat=True)
    assert sorted(placed) == sorted(str(pk) for pk in Placement.objects.values_list("pk", flat=True))


def test_the_record_verifies(sign_ins: SignIns) -> None:
    assert ledger.verify().findings == []


def test_nothing_is_recorded_after_the_day_it_is_loaded(sign_ins: SignIns) -> None:
    assert not Event.objects.filter(at__gt=clock.now()).exists()


def test_duties_are_those_of_the_facts(sign_ins: SignIns) -> None:
    columns = ("chain", "rule", "ref", "due_on")
    before = set(Duty.objects.values_list(*columns))
    recompute_all(clock.today())
    assert set(Duty.objects.values_list(*columns)) == before


def test_an_act_learns_the_same_facts_as_the_view(sign_ins: SignIns) -> None:
    with connection.cursor() as cursor:
        cursor.execute(FACTS_THAT_DIFFER)
        assert cursor.fetchall() == []


def test_the_public_site_brought_in_a_worry_and_enquiries_that_wait(sign_ins: SignIns) -> None:
    assert Concern.objects.from_site_unanswered().count() == 1
    reached = Enquiry.objects.with_state().order_by("received_at").values_list("reached", flat=True)
    assert list(reached) == ["began", "new", "new"]
    assert {edition.missing == [] for edition in SiteEdition.objects.shown_at(clock.now())} == {True}


def test_the_newborn_and_her_brother_wait_for_a_decision(sign_ins: SignIns) -> None:
    (concern,) = Concern.objects.filter(outcome__isnull=True, is_from_site=False)
    children = concern.children.values_list("child__given_name", flat=True)
    assert set(children) == {"Dea", "Leka"}
    assert not File.objects.filter(child__given_name__in=children).exists()


def test_a_review_is_overdue(sign_ins: SignIns) -> None:
    overdue = Duty.objects.filter(chain=file_of("Mirlind").key).overdue_on(clock.today())
    assert "review" in set(overdue.values_list("rule", flat=True))


def test_a_return_home_asks_for_its_follow_up(sign_ins: SignIns) -> None:
    assert due_for("Rinor") == {"after_return_1"}


def test_a_girl_has_no_guardian_today(sign_ins: SignIns) -> None:
    guardianship = file_of("Sara").guardianships.get()
    assert guardianship.last_day is not None
    assert guardianship.last_day < clock.today()


def test_brothers_and_sisters_live_in_one_home(sign_ins: SignIns) -> None:
    names = ("Ardit", "Blerta", "Yll")
    stays = Placement.objects.open_on(clock.today()).filter(file__child__given_name__in=names)
    assert stays.count() == 3
    assert len(set(stays.values_list("home_id", flat=True))) == 1


def test_a_serbian_name_stays_in_cyrillic(sign_ins: SignIns) -> None:
    milica = Person.objects.get(given_name="Милица")
    assert milica.other_names.get().given_name == "Milica"


def test_the_access_log_of_a_file_names_its_readers(sign_ins: SignIns) -> None:
    read = Event.objects.filter(chain=file_of("Sabrina").key, reading=True)
    assert set(read.values_list("role", flat=True)) == {
        "supervisor",
        "social_worker",
        "safeguarding_officer",
        "auditor",
    }


def test_a_colleague_from_another_town_sees_only_the_own_children(sign_ins: SignIns) -> None:
    assert seen_by("social.worker.prizren") == {"Emre", "Amina"}
    assert "Erona" in seen_by("social.worker")
    assert not seen_by("social.worker") & {"Emre", "Amina"}


def test_the_young_person_and_the_carer_are_tied_to_their_file(sign_ins: SignIns) -> None:
    assert User.objects.get(username="young.person").person == file_of("Albulena").child
    carer = User.objects.get(username="carer").person
    home = Placement.objects.open_on(clock.today()).get(file=file_of("Mirlind")).home
    assert home.carers.get().person == carer


def test_a_panel_member_reads_the_file_of_the_question(sign_ins: SignIns) -> None:
    member = User.objects.get(username="panel.member")
    files = File.objects.visible_to(member, on=clock.today(), to=Permission.READ_FILE)
    assert list(files) == [file_of("Mirlind")]


def test_the_panel_has_three_disciplines_and_the_visitor_one_sign_in(sign_ins: SignIns) -> None:
    seats = PanelSeat.objects.order_by().values_list("discipline", flat=True)
    assert set(seats) == {"education", "psychology", "law"}
    assert [name for label, name, _word in sign_ins if label == "Panel member"] == ["panel.member"]


def test_a_panel_approved_with_conditions_and_the_dissent_stays(sign_ins: SignIns) -> None:
    said = Resolution.objects.get(kind="approve_with_conditions")
    assert said.meeting.question == question_of("Elvis")
    done = said.conditions.order_by("due_on").values_list("met_by__username", flat=True)
    assert list(done) == ["social.worker", None]
    against = said.meeting.votes.get(position="disagrees")
    assert (against.seat.discipline, "Anita" in against.dissent) == ("psychology", True)


def test_a_condition_that_is_open_waits_on_the_workers_day(sign_ins: SignIns) -> None:
    waits = Condition.objects.get(met_on__isnull=True)
    assert waits.due_on > clock.today()
    worker = Client()
    worker.force_login(waits.responsible)
    assert waits.what in worker.get("/").content.decode()


def test_a_deferred_panel_meets_again_in_the_coming_days(sign_ins: SignIns) -> None:
    first, second = PanelMeeting.objects.filter(question__kind="return_home").order_by("pk")
    assert first.resolution.kind == "defer"
    assert "nënën" in first.resolution.missing
    assert second.meets_on > clock.today()
    assert not hasattr(second, "resolution")


def test_the_panel_member_finds_a_pack_and_a_vote_and_a_declaration(sign_ins: SignIns) -> None:
    waiting = seats(User.objects.get(username="panel.member"), on=clock.today())
    told = {
        seat.row.question.children.get().file.child.given_name: (seat.row.has_conflict, seat.vote)
        for seat in waiting
    }
    assert told == {"Mirlind": (False, None), "Tarik": (None, None)}
    assert all(seat.may_vote for seat in waiting)


def test_who_declared_a_conflict_sees_nothing_of_the_child(sign_ins: SignIns) -> None:
    assert PanelSeat.objects.get(has_conflict=True).member.username == "panel.lawyer"
    assert "Tarik" in seen_by("panel.psychologist")
    assert "Tarik" not in seen_by("panel.lawyer")


def test_an_emergency_waits_for_its_full_decision(sign_ins: SignIns) -> None:
    due = Duty.objects.get(chain=file_of("Tarik").key, rule="full_decision")
    assert due.due_on == clock.today() + timedelta(days=1)
    asked = Question.objects.get(children__file=file_of("Tarik"), decisions__isnull=True)
    (hearing,) = hearings_of(asked)
    assert hearing.state == HearingState.PREPARED


def test_each_of_the_three_has_an_own_outcome_and_two_pairs_their_reason(sign_ins: SignIns) -> None:
    homes = dict(Outcome.objects.filter(decision__question=question_of("Elvis")).values_list("file", "home"))
    elvis, medina, anita = (homes[file_of(name).pk] for name in ("Elvis", "Medina", "Anita"))
    assert elvis != medina == anita
    pairs = Separation.objects.values_list("file__child__given_name", "sibling__given_name")
    assert set(pairs) == {("Elvis", "Medina"), ("Elvis", "Anita")}


def test_the_youngest_was_heard_and_is_late_to_be_told(sign_ins: SignIns) -> None:
    hearings = hearings_of(question_of("Elvis"))
    assert [hearing.state for hearing in hearings] == ["told", "told", "weighed"]
    late = Duty.objects.filter(rule="child_told").overdue_on(clock.today())
    assert [duty.chain for duty in late] == [file_of("Anita").key]


def test_a_mother_waits_for_what_comes_of_her_appeal(sign_ins: SignIns) -> None:
    appeal = Appeal.objects.get()
    assert (appeal.decision.question, appeal.outcome) == (question_of("Elvis"), None)
    assert Decision.objects.filter(appeals=appeal, appeal_until__gt=clock.today()).exists()


def test_a_second_decision_took_the_place_of_the_first(sign_ins: SignIns) -> None:
    first, second = Decision.objects.filter(question=question_of("Sara")).order_by("pk")
    assert second.supersedes == first
    assert first.reasons != second.reasons
    assert [outcome.telling.reaction != "" for outcome in Outcome.objects.filter(decision=first)] == [True]


def test_gatekeeping_ended_in_support_at_home(sign_ins: SignIns) -> None:
    asked = Question.objects.get(kind="gatekeeping", children__file=file_of("Sabrina"))
    assert [each.form for each in Outcome.objects.filter(decision__question=asked)] == ["birth_family"]
    assert asked.closing.closed_on < clock.today()
    assert Plan.objects.get(file=file_of("Sabrina")).aim == "stay_with_family"
    assert not Placement.objects.filter(file=file_of("Sabrina")).exists()


def test_a_boy_who_went_abroad_could_not_be_told_and_nobody_has_agreed_yet(sign_ins: SignIns) -> None:
    not_told = NotTold.objects.get()
    assert (not_told.outcome.file, not_told.confirmed_on) == (file_of("Leon"), None)


def test_a_small_girl_has_drawn_who_lives_with_her(sign_ins: SignIns) -> None:
    drawing = Drawing.objects.get()
    assert drawing.child.file == file_of("Anita")
    assert drawing.picture.startswith(b"\xff\xd8")


def test_the_organisation_has_a_letter_in_its_own_words(sign_ins: SignIns) -> None:
    assert "Dera jonë" in LetterText.objects.get().paragraphs


def test_what_was_decided_at_night_has_the_hour_of_the_night(sign_ins: SignIns) -> None:
    (outcome,) = Outcome.objects.filter(file=file_of("Tarik"))
    assert outcome.decision.issued_at.astimezone(clock.LOCAL).hour == 2


def test_half_of_a_sample_is_looked_at(sign_ins: SignIns) -> None:
    verdicts = AuditedDecision.objects.order_by("decision__number").values_list("verdict", flat=True)
    assert [verdict is None for verdict in verdicts] == [False, False, True, True]


def test_some_decisions_have_thin_reasons_and_most_have_not(sign_ins: SignIns) -> None:
    for centre, children in (("QPS Prishtinë", {"Rinor", "Милица"}), ("QPS Prizren", {"Emre", "Amina"})):
        thin = Decision.objects.filter(thin_reasons__isnull=False, question__unit__parent__name=centre)
        assert set(thin.values_list("outcomes__file__child__given_name", flat=True)) == children
    assert Decision.objects.filter(thin_reasons__isnull=True).count() > 10


def test_the_papers_of_a_girl_are_in_her_language(sign_ins: SignIns) -> None:
    papers = IssuedDocument.objects.filter(outcome__file=file_of("Милица"), language="sr").order_by("pk")
    assert [paper.kind for paper in papers] == ["decision", "child_letter", "parents_letter"]


# The first of each role follows more links than those whose pages look like theirs.
@pytest.mark.parametrize(
    ("who", "of_each_kind"),
    [(who, 1 if who.note or who in ALSO_AT_WORK else 2) for who in (*SIGN_INS, *ALSO_AT_WORK)],
    ids=lambda value: getattr(value, "username", None),
)
def test_every_link_leads_somewhere(sign_ins: SignIns, who: SignIn, of_each_kind: int) -> None:
    with transaction.atomic():
        walk = Walk(who.username, of_each_kind).everywhere()
        transaction.set_rollback(True)
    assert walk.faults == []
    assert walk.opened["desk:my_day?"] == 1


@pytest.mark.django_db
def test_outside_a_demonstration_nobody_knows_a_password() -> None:
    with override_settings(DEMO=False):
        engaged = engage(today=clock.today())
    assert not any(user.check_password(PASSWORD) for user in engaged.users.values())
