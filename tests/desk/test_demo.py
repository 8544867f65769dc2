"""The invented caseload of the demonstration."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from django.test import override_settings
from pytest_django.plugin import DjangoDbBlocker

from vatra.access.doors import held_by
from vatra.access.models import User
from vatra.access.roles import PERMISSIONS, Permission, Role
from vatra.casework.models import Concern, File
from vatra.commands.demo_check import ROLE
from vatra.desk import demo
from vatra.desk.demo.staff import PASSWORD, engage
from vatra.kernel import clock, ledger
from vatra.kernel.duty import Duty, recompute_all
from vatra.kernel.ledger import Event
from vatra.people.models import Person
from vatra.placements.models import Placement

SignIns = list[tuple[str, str, str]]


@pytest.fixture(scope="module")
def sign_ins(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[SignIns]:
    """The caseload, loaded once for this module and taken back afterwards."""
    with django_db_blocker.unblock(), transaction.atomic(), override_settings(DEMO=True):
        yield demo.load_once()
        transaction.set_rollback(True)


def file_of(given_name: str) -> File:
    return File.objects.get(child__given_name=given_name)


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
        held |= held_by(user, on=clock.today()).roles()
    assert held == set(Role.values) == {role.value for role in PERMISSIONS}


def test_the_check_of_the_demonstration_finds_its_social_worker(sign_ins: SignIns) -> None:
    assert [name for label, name, _word in sign_ins if label.casefold() == ROLE] == ["social.worker"]


def test_loading_again_changes_nothing(sign_ins: SignIns) -> None:
    before = (Event.objects.count(), Person.objects.count(), User.objects.count())
    assert demo.load_once() == sign_ins
    assert (Event.objects.count(), Person.objects.count(), User.objects.count()) == before


def test_everybody_in_it_is_marked_as_invented(sign_ins: SignIns) -> None:
    assert File.objects.count() == 13
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


def test_the_newborn_and_her_brother_wait_for_a_decision(sign_ins: SignIns) -> None:
    (concern,) = Concern.objects.filter(outcome__isnull=True)
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


@pytest.mark.django_db
def test_outside_a_demonstration_nobody_knows_a_password() -> None:
    with override_settings(DEMO=False):
        engaged = engage(today=clock.today())
    assert not any(user.check_password(PASSWORD) for user in engaged.users.values())
